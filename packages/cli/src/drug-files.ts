import { openArchive } from '@mhb-kit/core/archive';
import { MhbError } from '@mhb-kit/core/error';
import {
  officialDatasetOf,
  OfficialDrugsBuilder,
  type OfficialDrugs,
  type OfficialRow,
} from '@mhb-kit/knowledge';
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open, readFile, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';

/** Maximum size of an input file. The largest published file is about 100 MB in size. */
const MAX_BYTES = 512 * 1024 * 1024;

/** Combines official drug files. Accepts CSV files and ZIP archives of CSV files, as published on data.gov.tw. */
export async function buildDrugFiles(
  paths: readonly string[],
  built: string,
  signal: AbortSignal,
): Promise<OfficialDrugs> {
  const builder = new OfficialDrugsBuilder();
  for (const path of paths) for (const csv of await csvsIn(path, signal)) await addRows(csv, builder, signal);
  return builder.finish(built);
}

async function csvsIn(path: string, signal: AbortSignal): Promise<readonly Readable[]> {
  try {
    const { size } = await stat(path);
    if (size > MAX_BYTES) throw new MhbError('drug-file-unknown', 'The file is too large');
    if (!(await isZip(path))) return [createReadStream(path, { signal })];
    const limits = { entryBytes: MAX_BYTES, totalBytes: MAX_BYTES };
    const archive = await openArchive(new Uint8Array(await readFile(path)), { signal, limits });
    const files = await archive.files({ signal });
    return files
      .filter(({ name }) => name.toLowerCase().endsWith('.csv'))
      .map(({ bytes }) => Readable.from([Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)]));
  } catch (error) {
    if (error instanceof MhbError) throw error;
    throw new MhbError('file-unreadable', 'The file cannot be read', { cause: error });
  }
}

async function isZip(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(4), 0, 4, 0);
    return buffer.readUInt32LE(0) === 0x04034b50;
  } finally {
    await file.close();
  }
}

async function addRows(csv: Readable, builder: OfficialDrugsBuilder, signal: AbortSignal): Promise<void> {
  // Accept irregular quoting and column counts, because both occur in the published rows.
  const parser = parse({
    bom: true,
    columns: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  csv.on('error', (error) => parser.destroy(error));
  csv.pipe(parser);
  let dataset: ReturnType<typeof officialDatasetOf> = null;
  try {
    for await (const row of parser as AsyncIterable<OfficialRow>) {
      signal.throwIfAborted();
      dataset ??= officialDatasetOf(Object.keys(row));
      if (dataset === null) break;
      builder.add(dataset, row);
    }
  } catch (error) {
    if (signal.aborted) throw error;
    throw new MhbError('drug-file-unknown', 'The file is not a CSV file', { cause: error });
  }
  if (dataset === null)
    throw new MhbError('drug-file-unknown', 'The columns do not match those of any known file');
}

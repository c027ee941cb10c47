import { MhbError } from '../error.js';
import { isManifestFile } from '../manifest/index.js';
import { decodeText, detectFormat, isArchive } from './decode.js';
import { joinPassbooks } from './merge.js';
import type { AnyRecord, Download, Passbook, RawRow, RecordTypes, UnknownRecord } from './model.js';
import { NoteCollector, type FileReport, type ReadingNote, type ReadingReport } from './notes.js';
import { withoutPlaceholders, type RawFile } from './raw-file.js';
import { PROVENANCE, restoreProvenance } from './provenance.js';
import { readHtml } from './read-html.js';
import { readJson } from './read-json.js';
import { readXml } from './read-xml.js';
import { buildRecord } from './records.js';
import { headerFields, sections, sectionOf, type SectionKey } from './sections.js';
import { takeTurns, type Turn } from './turns.js';
import { FieldReader, readDate, textOf } from './values.js';

/** A file out of an archive, or one that the person dropped. */
export interface PassbookFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

export interface ReadingProgress {
  /** Bytes of the files read so far, and of all. */
  readonly done: number;
  readonly total: number;
}

export interface ReadOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (progress: ReadingProgress) => void;
  /** Largest sum of file sizes in bytes; 128 MiB unless told. */
  readonly maxBytes?: number;
}

export interface ReadResult {
  readonly passbook: Passbook;
  readonly report: ReadingReport;
}

/** Four times the largest import guard known from public programs, which real files of three years never reach. */
const MAX_BYTES = 128 * 1024 * 1024;
const ROWS_BETWEEN_CLOCKS = 64;

/**
 * Reads what people download from My Health Bank: JSON (J2), XML (X2) and HTML, told apart by content. Several files
 * become one passbook, the same record once.
 *
 * Files that are no passbook (a picture in the archive) are left out and reported, an archive's manifest without a word;
 * if none is one, or one is damaged, nothing is returned. Gives the page its turn every few milliseconds, save for the one call of `JSON.parse`; for files
 * above a few megabytes use `readPassbookInWorker`.
 *
 * @throws MhbError `passbook-empty`, `passbook-too-large`, `passbook-is-archive`, `passbook-not-recognized`,
 *   `passbook-damaged`, `passbook-different-people`, `cancelled`
 */
export async function readPassbook(
  given: readonly PassbookFile[],
  options: ReadOptions = {},
): Promise<ReadResult> {
  const files = given.filter(({ name }) => !isManifestFile(name));
  const total = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const maxBytes = options.maxBytes ?? MAX_BYTES;
  if (total > maxBytes) {
    throw new MhbError('passbook-too-large', 'More bytes than allowed', {
      details: { bytes: total, maxBytes },
    });
  }
  if (total === 0) throw new MhbError('passbook-empty', 'No bytes to read');
  const turn = takeTurns(options.signal);
  const results: (FileResult | MhbError)[] = [];
  let before = 0;
  for (const file of files) {
    const onProgress = (fraction: number): void =>
      options.onProgress?.({ done: before + Math.round(fraction * file.bytes.length), total });
    onProgress(0);
    await turn();
    try {
      results.push(await readFile(file, turn, onProgress));
    } catch (error) {
      if (!(error instanceof MhbError) || !isSkippable(error)) throw error;
      results.push(error);
    }
    before += file.bytes.length;
  }
  options.onProgress?.({ done: total, total });
  const passbooks = results.flatMap((each) => (each instanceof MhbError ? [] : [each.passbook]));
  if (passbooks.length === 0) throw results[0] as MhbError;
  const passbook = joinPassbooks(passbooks);
  return { passbook, report: reportOf(files, results, passbook) };
}

/** Errors that say "this is no passbook", as opposed to a passbook that cannot be read. */
const isSkippable = ({ code }: MhbError): boolean =>
  code === 'passbook-not-recognized' || code === 'passbook-empty' || code === 'passbook-is-archive';

interface FileResult {
  readonly format: RawFile['format'];
  readonly passbook: Passbook;
  readonly notes: readonly ReadingNote[];
}

/** How much of a file's work is done once its text is parsed; the rest goes by rows. */
const PARSED = 0.5;

async function readFile(
  file: PassbookFile,
  turn: Turn,
  onProgress: (fraction: number) => void,
): Promise<FileResult> {
  const notes = new NoteCollector(file.name);
  const raw = parseFile(file, notes);
  for (const [key, rows] of raw.sections) raw.sections.set(key, withoutPlaceholders(key, rows));
  onProgress(PARSED);
  await turn();
  const provenance = raw.sections.get(PROVENANCE) ?? [];
  raw.sections.delete(PROVENANCE);
  const passbook = await assemble(raw, file.name, notes, turn, (fraction) => {
    onProgress(PARSED + (1 - PARSED) * fraction);
  });
  return { format: raw.format, passbook: restoreProvenance(passbook, provenance), notes: notes.list() };
}

function parseFile({ bytes }: PassbookFile, notes: NoteCollector): RawFile {
  if (isArchive(bytes)) throw new MhbError('passbook-is-archive', 'The file is a ZIP archive');
  const text = decodeText(bytes, notes);
  const format = detectFormat(text);
  try {
    switch (format) {
      case 'json':
        return readJson(text, notes);
      case 'xml':
        return readXml(text, notes);
      case 'html':
        return readHtml(text, notes);
      case null:
        throw new MhbError('passbook-not-recognized', 'Neither JSON nor XML nor HTML');
    }
  } catch (error) {
    // Nesting deep enough to exhaust the stack is not in any passbook.
    if (error instanceof RangeError)
      throw new MhbError('passbook-damaged', 'Nested too deeply', { details: { format } });
    throw error;
  }
}

const knownHeader = new Set([...headerFields.map(({ key }) => key), 'b2.1']);

function readHeader(raw: RawFile, file: string, notes: NoteCollector): Download {
  for (const key of Object.keys(raw.header))
    if (!knownHeader.has(key)) notes.add('header-unknown-field', null, key);
  const written = textOf(raw.header, 'b1.2');
  // The NHI's table misprints the key.
  const text = written ?? textOf(raw.header, 'b2.1');
  if (written === null && text !== null) notes.add('header-misprint', null, 'b2.1');
  const applied = text === null ? null : readDate(text);
  if (applied?.note) notes.add(applied.note, null, 'b1.2');
  return {
    file,
    appliedOn: applied?.date ?? null,
    header: raw.header,
    sections: [...raw.sections.keys()].sort(),
  };
}

/** Types the rows of one file. */
async function assemble(
  raw: RawFile,
  file: string,
  notes: NoteCollector,
  turn: Turn,
  onProgress: (fraction: number) => void,
): Promise<Passbook> {
  const download = readHeader(raw, file, notes);
  const allRows = [...raw.sections.values()].reduce((sum, rows) => sum + rows.length, 0);
  let done = 0;

  const recordsOf = async (key: string): Promise<AnyRecord[]> => {
    const read = new FieldReader(notes, key);
    const known = sectionOf(key)?.key;
    const records: AnyRecord[] = [];
    for (const [index, row] of (raw.sections.get(key) ?? []).entries()) {
      if (++done % ROWS_BETWEEN_CLOCKS === 0) {
        await turn();
        onProgress(done / allRows);
      }
      const sources = [{ file, appliedOn: download.appliedOn, section: key, index }];
      records.push(
        known === undefined ? unknownRecord(key, row, sources) : buildRecord(known, row, sources, read),
      );
    }
    return records;
  };

  const known: [SectionKey, readonly AnyRecord[]][] = [];
  for (const { key } of sections) known.push([key, await recordsOf(key)]);
  const unknown: [string, readonly UnknownRecord[]][] = [];
  for (const [key, rows] of raw.sections) {
    if (sectionOf(key) !== undefined) continue;
    notes.add('unknown-section', key);
    if (rows.length > 0) unknown.push([key, await recordsOf(key)]);
  }
  return {
    subjectId: textOf(raw.header, 'b1.1'),
    downloads: [download],
    sections: Object.fromEntries(known) as unknown as { [K in SectionKey]: RecordTypes[K][] },
    unknownSections: Object.fromEntries(unknown),
  };
}

const unknownRecord = (section: string, raw: RawRow, sources: UnknownRecord['sources']): UnknownRecord => ({
  section,
  date: null,
  sources,
  raw,
});

function reportOf(
  files: readonly PassbookFile[],
  results: readonly (FileResult | MhbError)[],
  passbook: Passbook,
): ReadingReport {
  const fileReports: FileReport[] = [];
  const notes: ReadingNote[] = [];
  for (const [index, result] of results.entries()) {
    const file = files[index]?.name ?? '';
    if (result instanceof MhbError) {
      fileReports.push({ file, format: null, records: 0 });
      notes.push({ code: 'file-skipped', file, section: null, field: null, count: 1 });
    } else {
      fileReports.push({ file, format: result.format, records: countRecords(result.passbook) });
      notes.push(...result.notes);
    }
  }
  return { files: fileReports, records: countRecords(passbook), notes };
}

export function countRecords({ sections: known, unknownSections }: Passbook): number {
  return [...Object.values(known), ...Object.values(unknownSections)].reduce(
    (sum, records) => sum + records.length,
    0,
  );
}

import { fhirSteps, type FhirOptions } from '../fhir/write-fhir.js';
import type { Passbook } from '../model/model.js';
import { inTurns } from '../steps/steps.js';
import { takeTurns, type Turn } from '../steps/turns.js';
import { writeCsv, type CsvOptions } from '../write/write-csv.js';
import { j2Steps } from '../write/write-j2.js';
import { jsonSteps } from '../write/write-json.js';
import { writeXlsx } from '../write/write-xlsx.js';

/** The files to write for a passbook in one format. All formats except CSV have a single file. */
export type FileRequest =
  | { readonly format: 'j2' }
  | ({
      readonly format: 'csv';
      /** The key of the table to write. If omitted, all tables are written. */
      readonly table?: string;
    } & CsvOptions)
  | ({ readonly format: 'xlsx' } & CsvOptions)
  | ({ readonly format: 'fhir' } & FhirOptions);

export interface WrittenFile {
  /** The file name, as in `CsvFile.name`; `null` for formats that do not prescribe a file name. */
  readonly name: string | null;
  readonly content: Blob;
}

/**
 * Writes a passbook as files, in the order of the requests. FHIR and J2 are written in short slices, so that
 * the page stays responsive. The other formats are fast.
 *
 * @throws MhbError `cancelled`
 */
export async function writeFiles(
  passbook: Passbook,
  requests: readonly FileRequest[],
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<WrittenFile[]> {
  const turn = takeTurns(signal);
  const written: WrittenFile[] = [];
  for (const request of requests) {
    await turn();
    written.push(...(await writeFile(passbook, request, turn)));
  }
  return written;
}

async function writeFile(passbook: Passbook, request: FileRequest, turn: Turn): Promise<WrittenFile[]> {
  switch (request.format) {
    case 'j2':
      return [{ name: null, content: json(await inTurns(j2Steps(passbook), turn)) }];
    case 'csv':
      return writeCsv(passbook, request)
        .filter(({ key }) => request.table === undefined || key === request.table)
        .map(({ name, text }) => ({ name, content: new Blob([text], { type: 'text/csv' }) }));
    case 'xlsx':
      return [{ name: null, content: new Blob([await writeXlsx(passbook, request)], { type: XLSX }) }];
    case 'fhir': {
      const bundle = await inTurns(fhirSteps(passbook, request), turn);
      return [{ name: null, content: json(await inTurns(jsonSteps(bundle, '  '), turn)) }];
    }
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const json = (parts: string[]): Blob => new Blob(parts, { type: 'application/json' });

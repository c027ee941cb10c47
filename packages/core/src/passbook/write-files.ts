import { writeFhir, type FhirOptions } from './fhir/index.js';
import type { Passbook } from './model.js';
import { writeCsv, type CsvOptions } from './write-csv.js';
import { writeJ2 } from './write-j2.js';
import { writeXlsx } from './write-xlsx.js';

/** A file, or for CSV the files, that a passbook is written as. */
export type FileRequest =
  | { readonly format: 'j2' }
  | ({
      readonly format: 'csv';
      /** Key of one table; all of them by default. */
      readonly table?: string;
    } & CsvOptions)
  | ({ readonly format: 'xlsx' } & CsvOptions)
  | ({ readonly format: 'fhir' } & FhirOptions);

export interface WrittenFile {
  /** As `CsvFile.name`; `null` for formats whose file has no name of its own. */
  readonly name: string | null;
  readonly content: Blob;
}

/** Writes a passbook as files, in the order in which they were asked for. */
export async function writeFiles(
  passbook: Passbook,
  requests: readonly FileRequest[],
): Promise<WrittenFile[]> {
  const written: WrittenFile[] = [];
  for (const request of requests) written.push(...(await writeFile(passbook, request)));
  return written;
}

async function writeFile(passbook: Passbook, request: FileRequest): Promise<WrittenFile[]> {
  switch (request.format) {
    case 'j2':
      return [{ name: null, content: json(writeJ2(passbook)) }];
    case 'csv':
      return writeCsv(passbook, request)
        .filter(({ key }) => request.table === undefined || key === request.table)
        .map(({ name, text }) => ({ name, content: new Blob([text], { type: 'text/csv' }) }));
    case 'xlsx':
      return [{ name: null, content: new Blob([await writeXlsx(passbook, request)], { type: XLSX }) }];
    case 'fhir':
      return [{ name: null, content: json(JSON.stringify(writeFhir(passbook, request), null, 2)) }];
  }
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const json = (text: string): Blob => new Blob([text], { type: 'application/json' });

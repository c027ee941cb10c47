import type { RawRow, RawValue } from '../passbook/index.js';
import type { RawRecords } from './raw-rows.js';

/**
 * A document that belongs to a record, such as a report that a hospital has only as a PDF. The record source
 * puts the document into the row's `….document` field as a data URL. In an archive, the document is a separate
 * file, and the field contains the file's name.
 */
export interface RecordDocument {
  readonly name: string;
  /** The row to which the document belongs, as written to the archive. */
  readonly row: RawRow;
  readonly base64: string;
}

/** The allowed media types of documents, with their file extensions. */
const endings: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
};
const dataUrl = /^data:([a-z]+\/[a-z]+);base64,([A-Za-z0-9+/=]*)$/;

/**
 * Moves the documents out of their records and puts the documents' names in their place. `nameOf` returns the
 * name of the nth document, counted from 1.
 */
export function setDocumentsApart(
  records: RawRecords,
  nameOf: (number: number, ending: string) => string,
): { readonly records: RawRecords; readonly documents: readonly RecordDocument[] } {
  const documents: RecordDocument[] = [];
  const apart = Object.entries(records).map(([section, rows]) => {
    const field = `${section}.document`;
    return [
      section,
      rows.map((row): RawRow => {
        const found = documentIn(row[field]);
        if (found === null) return row;
        const name = nameOf(documents.length + 1, found.ending);
        const named = { ...row, [field]: name };
        documents.push({ name, row: named, base64: found.base64 });
        return named;
      }),
    ] as const;
  });
  return { records: Object.fromEntries(apart), documents };
}

function documentIn(
  value: RawValue | undefined,
): { readonly ending: string; readonly base64: string } | null {
  const [, type = '', base64 = ''] = typeof value === 'string' ? (dataUrl.exec(value) ?? []) : [];
  const ending = endings[type];
  return ending === undefined ? null : { ending, base64 };
}

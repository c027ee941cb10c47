import { firstDayOf, lastDayOf, maskNationalId, type LocalDate, type LocalMonth } from '../identity/index.js';
import { declarations, disclaimer, sectionOf, writeSectionHtml, type RawRow } from '../passbook/index.js';
import {
  passbookFileName,
  sectionFileName,
  windowOn,
  type Category,
  type DateWindow,
  type SectionSelection,
} from '../request/index.js';
import { setDocumentsApart } from './documents.js';
import type { RawRecords } from './raw-rows.js';
import { ofMonth } from './record-date.js';

/** A file of an archive, complete or in chunks that are produced on demand. */
export type ArchiveFile = { readonly name: string } & (
  { readonly bytes: Uint8Array } | { readonly stream: AsyncIterable<Uint8Array> }
);

/** Returns the records of a category, or `undefined` if there are none. */
export type RecordsReader = (category: string) => Promise<RawRecords | undefined>;

export interface ArchiveContents {
  /**
   * The person's ID number, which the files contain only in masked form. If `null`, the files contain no part
   * of the number.
   */
  readonly nationalId: string | null;
  readonly requestedOn: LocalDate;
  /** The selection returned by `resolveSelection`. */
  readonly selection: readonly SectionSelection[];
  readonly readRecords: RecordsReader;
  /** The approximate size of the records as JSON, in bytes. */
  readonly byteLength: number;
  readonly catalogue: readonly Category[];
  /**
   * Whether the archive also contains a page for each category, for people who open the files themselves.
   * Defaults to true.
   */
  readonly pages?: boolean;
}

/** A passbook of up to this size is written as one chunk, which is faster. */
const ONE_PIECE_BYTES = 1024 * 1024;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * Yields the files of an archive: optionally a page for each category or for each of its selected months, and
 * finally one machine-readable passbook with the same records. The records are read while the files are
 * consumed, one category at a time.
 */
export async function* archiveFiles(contents: ArchiveContents): AsyncGenerator<ArchiveFile> {
  const { nationalId, requestedOn, selection, readRecords, byteLength, catalogue, pages = true } = contents;
  const maskedNationalId = nationalId === null ? null : maskNationalId(nationalId);
  for (const { category: id, months } of selection) {
    const category = catalogue.find((each) => each.id === id);
    const stored = await readRecords(id);
    if (category === undefined || stored === undefined) continue;
    const { records: all, documents } = setDocumentsApart(stored, documentNames(category, requestedOn));
    for (const month of months ?? [undefined]) {
      const page = month === undefined ? all : ofMonth(all, month);
      const rows = new Set(Object.values(page).flat());
      for (const { name, row, base64 } of documents)
        if (rows.has(row)) yield { name, bytes: Uint8Array.from(atob(base64), (each) => each.charCodeAt(0)) };
      if (!pages) continue;
      yield {
        name: sectionFileName(category.label['zh-Hant'], requestedOn, month),
        bytes: encode(
          writeSectionHtml(
            Object.entries(page).map(([section, rows]) => ({ section, rows })),
            {
              title: category.label['zh-Hant'],
              subjectId: maskedNationalId,
              appliedOn: requestedOn,
              window: pageWindow(windowOn(category.window, requestedOn), month),
            },
          ),
        ),
      };
    }
  }
  const name = passbookFileName(requestedOn);
  const pieces = passbookPieces(contents, maskedNationalId);
  if (byteLength > ONE_PIECE_BYTES) yield { name, stream: encoded(pieces) };
  else yield { name, bytes: encode(await joined(pieces)) };
}

/**
 * Returns a function that names a category's documents, so that the pages and the passbook use the same names.
 */
const documentNames =
  ({ label }: Category, requestedOn: LocalDate) =>
  (number: number, ending: string): string =>
    sectionFileName(`${label['zh-Hant']}_文件${number}`, requestedOn).replace(/html$/, ending);

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield encode(piece);
}

/**
 * Returns the days that a page covers. A page of a single month covers the days of this month that are within
 * the category's window.
 */
function pageWindow(window: DateWindow | null, month: LocalMonth | undefined): DateWindow | null {
  if (window === null || month === undefined) return window;
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return { start: first < window.start ? window.start : first, end: last < window.end ? last : window.end };
}

/**
 * Yields the passbook as J2 JSON in several chunks: the header with the declaration, and then one chunk for
 * each section that has records.
 */
async function* passbookPieces(
  { requestedOn, selection, readRecords, catalogue }: ArchiveContents,
  maskedNationalId: string | null,
): AsyncGenerator<string> {
  const header = {
    ...(maskedNationalId === null ? {} : { 'b1.1': maskedNationalId }),
    'b1.2': requestedOn.replaceAll('-', ''),
    [declarations.key]: [{ [declarations.keys.text]: disclaimer['zh-Hant'] }],
  };
  yield '{\n\t"myhealthbank": {\n\t\t"bdata": {';
  yield Object.entries(header)
    .map(([key, value]) => member(key, value))
    .join(',');
  const sectionsOf = (id: string): readonly string[] =>
    catalogue.find((category) => category.id === id)?.sections ?? [];
  const keyOf = (section: string): string => sectionOf(section)?.fileKey ?? section;
  for (const key of new Set(selection.flatMap(({ category }) => sectionsOf(category)).map(keyOf))) {
    const rows: RawRow[] = [];
    for (const { category, months } of selection) {
      const sections = sectionsOf(category).filter((section) => keyOf(section) === key);
      const stored = sections.length === 0 ? undefined : await readRecords(category);
      const listed = catalogue.find((each) => each.id === category);
      if (stored === undefined || listed === undefined) continue;
      const { records: all } = setDocumentsApart(stored, documentNames(listed, requestedOn));
      for (const month of months ?? [undefined]) {
        const page = month === undefined ? all : ofMonth(all, month);
        for (const section of sections) rows.push(...(page[section] ?? []));
      }
    }
    if (rows.length > 0) yield `,${member(key, rows)}`;
  }
  yield '\n\t\t}\n\t}\n}';
}

/** Returns a member of the passbook's JSON object, formatted as by `JSON.stringify` with tabs. */
const member = (key: string, value: unknown): string =>
  `\n\t\t\t${JSON.stringify(key)}: ${JSON.stringify(value, null, '\t').replaceAll('\n', '\n\t\t\t')}`;

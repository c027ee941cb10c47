import {
  firstDayOf,
  lastDayOf,
  maskNationalId,
  monthOf,
  type LocalDate,
  type LocalMonth,
} from '@mhb-kit/core/identity';
import { disclaimer, sectionOf, writeSectionHtml, type RawRow } from '@mhb-kit/core/passbook';
import {
  passbookFileName,
  sectionFileName,
  windowOn,
  type Category,
  type DateWindow,
  type SectionSelection,
} from '@mhb-kit/core/request';
import { mapRows, recordDate } from '../records/record-date.js';
import type { RawRecords } from '../records/raw-rows.js';
import type { RecordsReader } from './section-store.js';
import type { ArchiveFile } from './signed-entries.js';

export interface ArchiveContents {
  readonly nationalId: string;
  readonly requestedOn: LocalDate;
  /** As `resolveSelection` leaves it. */
  readonly selection: readonly SectionSelection[];
  readonly readRecords: RecordsReader;
  /** How large the records are as JSON, about. */
  readonly byteLength: number;
  readonly catalogue: readonly Category[];
}

/** Up to this size the passbook is made in one piece, which is the quicker way. */
const ONE_PIECE_BYTES = 1024 * 1024;

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

/**
 * The files of an archive: a page for each category, or for each of its months that was ticked, and the same records
 * once more as one machine-readable passbook. The records are read as the files come, one category after the other.
 */
export async function* archiveEntries(contents: ArchiveContents): AsyncGenerator<ArchiveFile> {
  const { nationalId, requestedOn, selection, readRecords, byteLength, catalogue } = contents;
  const maskedNationalId = maskNationalId(nationalId);
  for (const { category: id, months } of selection) {
    const category = catalogue.find((each) => each.id === id);
    const all = await readRecords(id);
    if (category === undefined || all === undefined) continue;
    for (const month of months ?? [undefined]) {
      const page = month === undefined ? all : ofMonth(all, month);
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

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let whole = '';
  for await (const piece of pieces) whole += piece;
  return whole;
}

async function* encoded(pieces: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) yield encode(piece);
}

function ofMonth(records: RawRecords, month: LocalMonth): RawRecords {
  return mapRows(records, (section, row) => {
    const date = recordDate(section, row);
    return date !== null && monthOf(date) === month;
  });
}

/** The days that a page covers: of a single month, those within the category's window. */
function pageWindow(window: DateWindow | null, month: LocalMonth | undefined): DateWindow | null {
  if (window === null || month === undefined) return window;
  const [first, last] = [firstDayOf(month), lastDayOf(month)];
  return { start: first < window.start ? window.start : first, end: last < window.end ? last : window.end };
}

/** JSON "J2", a piece for each section: header, declaration, and the sections that hold records. */
async function* passbookPieces(
  { requestedOn, selection, readRecords, catalogue }: ArchiveContents,
  maskedNationalId: string,
): AsyncGenerator<string> {
  const header = {
    'b1.1': maskedNationalId,
    'b1.2': requestedOn.replaceAll('-', ''),
    r0: [{ r0: disclaimer['zh-Hant'] }],
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
      const all = sections.length === 0 ? undefined : await readRecords(category);
      if (all === undefined) continue;
      for (const month of months ?? [undefined]) {
        const page = month === undefined ? all : ofMonth(all, month);
        for (const section of sections) rows.push(...(page[section] ?? []));
      }
    }
    if (rows.length > 0) yield `,${member(key, rows)}`;
  }
  yield '\n\t\t}\n\t}\n}';
}

/** A member of the passbook's object, as `JSON.stringify` with tabs sets it. */
const member = (key: string, value: unknown): string =>
  `\n\t\t\t${JSON.stringify(key)}: ${JSON.stringify(value, null, '\t').replaceAll('\n', '\n\t\t\t')}`;

import type { SealEntry } from '@mhb-kit/core/archive';
import { maskNationalId, monthOf, type LocalDate, type LocalMonth } from '@mhb-kit/core/identity';
import {
  passbookFileName,
  sectionFileName,
  type Category,
  type SectionSelection,
} from '@mhb-kit/core/request';
import { mapRows, recordDate } from '../records/record-date.js';
import type { RecordRow, SectionRecords } from '../records/record-source.js';

/** One printable page of an archive. */
export interface SectionPage {
  readonly category: Category;
  readonly requestedOn: LocalDate;
  /** As it may be shown: `A12345****`. */
  readonly maskedNationalId: string;
  /** Set on a page of a single month. */
  readonly month: LocalMonth | undefined;
  readonly records: SectionRecords;
}

export type WritePage = (page: SectionPage) => string;

export interface ArchiveContents {
  readonly nationalId: string;
  readonly requestedOn: LocalDate;
  /** As `resolveSelection` leaves it. */
  readonly selection: readonly SectionSelection[];
  /** By category. */
  readonly records: ReadonlyMap<string, SectionRecords>;
  readonly catalogue: readonly Category[];
}

const declaration =
  '本資料由特約醫事服務機構向中央健康保險署申報之資料彙整而成，並非病歷，亦不得作為保險理賠之診斷證明。';

/**
 * The files of an archive: a page for each category, or for each of its months that was ticked, and the same records
 * once more as one machine-readable passbook.
 */
export function* archiveEntries(contents: ArchiveContents, writePage: WritePage): Generator<SealEntry> {
  const { nationalId, requestedOn, selection, records, catalogue } = contents;
  const maskedNationalId = maskNationalId(nationalId);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const chosen: SectionRecords[] = [];
  for (const { category: id, months } of selection) {
    const category = catalogue.find((each) => each.id === id);
    const all = records.get(id);
    if (category === undefined || all === undefined) continue;
    for (const month of months ?? [undefined]) {
      const page = month === undefined ? all : ofMonth(all, month);
      chosen.push(page);
      yield {
        name: sectionFileName(category.label['zh-Hant'], requestedOn, month),
        bytes: encode(writePage({ category, requestedOn, maskedNationalId, month, records: page })),
      };
    }
  }
  yield {
    name: passbookFileName(requestedOn),
    bytes: encode(writeRecords(maskedNationalId, requestedOn, chosen)),
  };
}

function ofMonth(records: SectionRecords, month: LocalMonth): SectionRecords {
  return mapRows(records, (section, row) => {
    const date = recordDate(section, row);
    return date !== null && monthOf(date) === month;
  });
}

/** JSON "J2": header, declaration, and the sections that hold records. */
function writeRecords(
  maskedNationalId: string,
  requestedOn: LocalDate,
  parts: readonly SectionRecords[],
): string {
  const sections: Record<string, RecordRow[]> = {};
  for (const [section, rows] of parts.flatMap((part) => Object.entries(part))) {
    if (rows.length > 0) (sections[section] ??= []).push(...rows);
  }
  const bdata = {
    'b1.1': maskedNationalId,
    'b1.2': requestedOn.replaceAll('-', ''),
    r0: [{ r0: declaration }],
    ...sections,
  };
  return JSON.stringify({ myhealthbank: { bdata } }, null, '\t');
}

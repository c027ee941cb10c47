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
import type { ArchiveFile } from './signed-entries.js';

export interface ArchiveContents {
  readonly nationalId: string;
  readonly requestedOn: LocalDate;
  /** As `resolveSelection` leaves it. */
  readonly selection: readonly SectionSelection[];
  /** By category. */
  readonly records: ReadonlyMap<string, RawRecords>;
  readonly catalogue: readonly Category[];
}

/**
 * The files of an archive: a page for each category, or for each of its months that was ticked, and the same records
 * once more as one machine-readable passbook.
 */
export function* archiveEntries(contents: ArchiveContents): Generator<ArchiveFile> {
  const { nationalId, requestedOn, selection, records, catalogue } = contents;
  const maskedNationalId = maskNationalId(nationalId);
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
  const chosen: RawRecords[] = [];
  for (const { category: id, months } of selection) {
    const category = catalogue.find((each) => each.id === id);
    const all = records.get(id);
    if (category === undefined || all === undefined) continue;
    for (const month of months ?? [undefined]) {
      const page = month === undefined ? all : ofMonth(all, month);
      chosen.push(page);
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
  yield {
    name: passbookFileName(requestedOn),
    bytes: encode(writeRecords(maskedNationalId, requestedOn, chosen)),
  };
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

/** JSON "J2": header, declaration, and the sections that hold records. */
function writeRecords(
  maskedNationalId: string,
  requestedOn: LocalDate,
  parts: readonly RawRecords[],
): string {
  const sections: Record<string, RawRow[]> = {};
  for (const [section, rows] of parts.flatMap((part) => Object.entries(part))) {
    if (rows.length > 0) (sections[sectionOf(section)?.fileKey ?? section] ??= []).push(...rows);
  }
  const bdata = {
    'b1.1': maskedNationalId,
    'b1.2': requestedOn.replaceAll('-', ''),
    r0: [{ r0: disclaimer['zh-Hant'] }],
    ...sections,
  };
  return JSON.stringify({ myhealthbank: { bdata } }, null, '\t');
}

import { addDays, firstDayOf, isLocalDate, lastDayOf, type LocalDate } from '../identity/index.js';
import { recordsOfKind, type AnyRecord, type PartialDate, type Passbook } from '../passbook/index.js';
import { defaultCatalogue, windowOn, type DateWindow } from '../request/index.js';
import { spanOf } from './compare.js';

/**
 * The number of days from which a gap is reported. Shorter gaps occur in every download, because claims arrive
 * a few days late.
 */
const SHORTEST_GAP_DAYS = 31;

const firstDay = (date: PartialDate): LocalDate => (isLocalDate(date) ? date : firstDayOf(date));
const lastDay = (date: PartialDate): LocalDate => (isLocalDate(date) ? date : lastDayOf(date));

/**
 * Lists the gaps between downloads: ranges of days that no download covers, so that visits on those days may be
 * missing. A download covers at least the year of visits that can be requested, and more if it contains older
 * visits.
 */
export function listGaps(passbook: Passbook): readonly DateWindow[] {
  const rule = defaultCatalogue.find(({ id }) => id === 'outpatient')?.window;
  const visits: readonly AnyRecord[] = recordsOfKind(passbook, 'claim');
  const keys = new Set<string>(visits.map(({ section }) => section));
  const covered = passbook.downloads
    .filter((download) => download.sections.some((key) => keys.has(key)))
    .flatMap(({ file, appliedOn }): readonly DateWindow[] => {
      const own = spanOf(
        visits.filter(({ sources }) =>
          sources.some((source) => source.file === file && source.appliedOn === appliedOn),
        ),
      );
      const held = own === null ? [] : [{ start: firstDay(own.start), end: lastDay(own.end) }];
      const asked = appliedOn === null || rule === undefined ? null : windowOn(rule, lastDay(appliedOn));
      return asked === null ? held : [...held, asked];
    })
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  const gaps: DateWindow[] = [];
  let end: LocalDate | undefined;
  for (const each of covered) {
    if (end !== undefined && each.start > addDays(end, SHORTEST_GAP_DAYS))
      gaps.push({ start: addDays(end, 1), end: addDays(each.start, -1) });
    if (end === undefined || each.end > end) end = each.end;
  }
  return gaps;
}

import {
  fingerprint,
  sections,
  type AnyRecord,
  type PartialDate,
  type Passbook,
  type Source,
} from '../passbook/index.js';

/** How closely two downloads match on the days that both of them cover. */
export interface Comparison {
  /** The number of records that occur in both downloads. */
  readonly shared: number;
  /**
   * The days that both downloads cover without having any record in common. This does not happen with two
   * downloads of one person, because both contain the same visits. `null` if the downloads share records, or if
   * they cover no common days.
   */
  readonly apart: {
    readonly start: PartialDate;
    readonly end: PartialDate;
    readonly known: number;
    readonly incoming: number;
  } | null;
}

/** Compares a member's existing records with a new download. */
export function compare(known: Passbook, incoming: Passbook): Comparison {
  let shared = 0;
  const apart: { start: PartialDate; end: PartialDate; known: number; incoming: number }[] = [];
  for (const { key } of sections) {
    const [ours, theirs] = [known.sections[key], incoming.sections[key]] as const;
    const contents = new Set(ours.map(({ raw }) => fingerprint(raw)));
    const common = theirs.filter(({ raw }) => contents.has(fingerprint(raw))).length;
    shared += common;
    const days = common > 0 ? null : commonDays(ours, theirs);
    if (days === null) continue;
    const within = (records: readonly AnyRecord[]): number =>
      records.filter(({ date }) => date !== null && date >= days.start && date <= days.end).length;
    const counts = { known: within(ours), incoming: within(theirs) };
    if (counts.known > 0 && counts.incoming > 0) apart.push({ ...days, ...counts });
  }
  const [first, ...more] = apart;
  if (shared > 0 || first === undefined) return { shared, apart: null };
  return {
    shared,
    apart: more.reduce(
      (sum, each) => ({
        start: each.start < sum.start ? each.start : sum.start,
        end: each.end > sum.end ? each.end : sum.end,
        known: sum.known + each.known,
        incoming: sum.incoming + each.incoming,
      }),
      first,
    ),
  };
}

/** Returns the days that both lists cover, from the later start to the earlier end. */
function commonDays(
  one: readonly AnyRecord[],
  other: readonly AnyRecord[],
): { readonly start: PartialDate; readonly end: PartialDate } | null {
  const [left, right] = [spanOf(one), spanOf(other)];
  if (left === null || right === null) return null;
  const start = left.start > right.start ? left.start : right.start;
  const end = left.end < right.end ? left.end : right.end;
  return start <= end ? { start, end } : null;
}

/** Returns the earliest and the latest date of the records. */
export function spanOf(
  records: readonly AnyRecord[],
): { readonly start: PartialDate; readonly end: PartialDate } | null {
  let start: PartialDate | null = null;
  let end: PartialDate | null = null;
  for (const { date } of records) {
    if (date === null) continue;
    if (start === null || date < start) start = date;
    if (end === null || date > end) end = date;
  }
  return start === null || end === null ? null : { start, end };
}

/**
 * Returns the records of a passbook that come from only one of its downloads. For the latest download, these
 * are the new records. Two files with the same name and request date count as one file, even if they are in
 * different downloads.
 */
export function recordsOnlyIn(
  passbook: Passbook,
  download: Passbook,
  others: readonly Passbook[],
): readonly AnyRecord[] {
  const own = new Set(download.downloads.map(placeOf));
  for (const other of others.flatMap(({ downloads }) => downloads)) own.delete(placeOf(other));
  return [
    ...sections.flatMap(({ key }): readonly AnyRecord[] => passbook.sections[key]),
    ...Object.values(passbook.unknownSections).flat(),
  ].filter(({ sources }) => sources.every((source) => own.has(placeOf(source))));
}

const placeOf = ({ file, appliedOn }: Pick<Source, 'file' | 'appliedOn'>): string =>
  JSON.stringify([file, appliedOn]);

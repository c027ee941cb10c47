import { MhbError } from '../../error.js';
import { masksFit, shownCharacters } from '../../identity/index.js';
import { fingerprint } from './fingerprint.js';
import type { AnyRecord, Download, Passbook, Source, UnknownRecord } from './model.js';
import { sections } from '../sections/index.js';
import { atOnce, inTurns, PIECE, type Steps } from '../steps/steps.js';
import { takeTurns } from '../steps/turns.js';

/**
 * Joins two passbooks of one person into one history. It contains every record of either passbook once, with
 * all its sources. Nothing is dropped: a claim that a later download writes differently is kept in addition to the
 * earlier one, and `findRevisions` reports which record replaced which. Neither the order of the arguments
 * nor merging again makes a difference.
 *
 * @throws MhbError `passbook-different-people`
 */
export function mergePassbooks(older: Passbook, newer: Passbook): Passbook {
  return atOnce(joinSteps([older, newer]));
}

/**
 * `mergePassbooks` in short slices, so that the page stays responsive no matter how much there is to compare.
 * Also rejects with `cancelled`.
 */
export function mergePassbooksInTurns(
  older: Passbook,
  newer: Passbook,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Passbook> {
  return inTurns(joinSteps([older, newer]), takeTurns(signal));
}

/** `mergePassbooks` for any number of passbooks, at least one. */
export function* joinSteps(passbooks: readonly Passbook[]): Steps<Passbook> {
  const [first] = passbooks;
  if (first === undefined) throw new MhbError('passbook-empty', 'Nothing to join');
  if (passbooks.length === 1) return first;
  const subjectId = passbooks.map((each) => each.subjectId).reduce(sameSubject);
  const known: [string, readonly AnyRecord[]][] = [];
  for (const { key } of sections)
    known.push([key, yield* joinRecords<AnyRecord>(passbooks.map((each) => each.sections[key]))]);
  const unknown: [string, readonly UnknownRecord[]][] = [];
  const unknownKeys = new Set(passbooks.flatMap(({ unknownSections }) => Object.keys(unknownSections)));
  for (const key of [...unknownKeys].sort())
    unknown.push([
      key,
      yield* joinRecords(passbooks.map(({ unknownSections }) => unknownSections[key] ?? [])),
    ]);
  return {
    subjectId,
    downloads: joinDownloads(passbooks.flatMap(({ downloads }) => downloads)),
    sections: Object.fromEntries(known) as unknown as Passbook['sections'],
    unknownSections: Object.fromEntries(unknown),
  };
}

/** The more complete of two masked numbers of one person. An unknown number matches any other. */
function sameSubject(a: string | null, b: string | null): string | null {
  if (a === null || b === null || a === b) return a ?? b;
  if (!masksFit(a, b))
    throw new MhbError('passbook-different-people', 'The passbooks belong to different people');
  const order = shownCharacters(a) - shownCharacters(b) || compareText(a, b);
  return order > 0 ? a : b;
}

const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const compareSources = (a: Source, b: Source): number =>
  compareText(a.appliedOn ?? '', b.appliedOn ?? '') || compareText(a.file, b.file) || a.index - b.index;

function joinDownloads(downloads: readonly Download[]): Download[] {
  const distinct = new Map(downloads.map((each) => [downloadKey(each), each]));
  return [...distinct].sort(([a], [b]) => compareText(a, b)).map(([, download]) => download);
}

/** A key that sorts downloads oldest first, and differs even if two downloads have the same file name. */
const downloadKey = ({ appliedOn, file, header, sections: held }: Download): string =>
  JSON.stringify([appliedOn ?? '', file, fingerprint(header), [...held].sort()]);

/**
 * The union of lists of records. Two identical rows in one file are two records, so records are compared by
 * their fingerprint and by its occurrence number.
 */
function* joinRecords<R extends AnyRecord>(lists: readonly (readonly R[])[]): Steps<readonly R[]> {
  const filled = lists.filter((list) => list.length > 0);
  const [only] = filled;
  if (only === undefined) return [];
  if (filled.length === 1) return only;
  const joined = new Map<string, R>();
  for (const list of filled) {
    const occurrences = new Map<string, number>();
    for (const [index, record] of list.entries()) {
      if (index % PIECE === PIECE - 1) yield;
      const content = fingerprint(record.raw);
      const occurrence = occurrences.get(content) ?? 0;
      occurrences.set(content, occurrence + 1);
      const key = `${content}\u001f#${occurrence}`;
      const known = joined.get(key);
      joined.set(key, known === undefined ? record : joinRecord(known, record));
    }
  }
  // Records are sorted by download first: within a download the rows are already in order, and sorting sorted
  // rows takes no time.
  const byDownload = new Map<string, [string, R][]>();
  for (const each of joined) {
    const { appliedOn = null, file = '' } = each[1].sources[0] ?? {};
    const key = JSON.stringify([appliedOn ?? '', file]);
    const rows = byDownload.get(key);
    if (rows === undefined) byDownload.set(key, [each]);
    else rows.push(each);
  }
  yield;
  const sorted: R[][] = [];
  const downloads = [...byDownload.values()].sort(([a], [b]) => compareFirstSource(a, b));
  for (const rows of downloads) {
    rows.sort((a, b) => compareFirstSource(a, b) || compareText(a[0], b[0]));
    sorted.push(rows.map(([, record]) => record));
    yield;
  }
  return sorted.flat();
}

type Keyed = readonly [key: string, record: AnyRecord];

function compareFirstSource(a: Keyed | undefined, b: Keyed | undefined): number {
  const [left, right] = [a?.[1].sources[0], b?.[1].sources[0]];
  return left === undefined || right === undefined ? 0 : compareSources(left, right);
}

/**
 * One record found in two places. If the strings differ, the longer one is kept, because XML keeps the line
 * breaks of a report.
 */
function joinRecord<R extends AnyRecord>(a: R, b: R): R {
  const [left, right] = [JSON.stringify(a.raw), JSON.stringify(b.raw)];
  const order = left.length - right.length || compareText(left, right);
  const sources = [
    ...new Map([...a.sources, ...b.sources].map((each) => [JSON.stringify(each), each])).values(),
  ];
  return { ...(order >= 0 ? a : b), sources: sources.sort(compareSources) };
}

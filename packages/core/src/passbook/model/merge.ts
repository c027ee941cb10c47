import { MhbError } from '../../error.js';
import { masksFit, shownCharacters } from '../../identity/index.js';
import { fingerprint } from './fingerprint.js';
import type { AnyRecord, Download, Passbook, Source, UnknownRecord } from './model.js';
import { sections } from '../sections/index.js';
import { atOnce, inTurns, PIECE, type Steps } from '../steps/steps.js';
import { takeTurns } from '../steps/turns.js';

/**
 * Joins two passbooks of one person into one history. The result contains every record of the two passbooks
 * once, with all its sources. Nothing is dropped: if a later download contains a claim in a different version,
 * the result contains both versions, and `findRevisions` reports which record replaced which. The order of the
 * arguments does not matter, and merging a passbook a second time changes nothing.
 *
 * @throws MhbError `passbook-different-people`
 */
export function mergePassbooks(older: Passbook, newer: Passbook): Passbook {
  return atOnce(joinSteps([older, newer]));
}

/**
 * Runs `mergePassbooks` in short slices, so that the page stays responsive however many records there are to
 * compare. Also rejects with `cancelled`.
 */
export function mergePassbooksInTurns(
  older: Passbook,
  newer: Passbook,
  { signal }: { readonly signal?: AbortSignal } = {},
): Promise<Passbook> {
  return inTurns(joinSteps([older, newer]), takeTurns(signal));
}

/** Joins any number of passbooks, like `mergePassbooks`. At least one is required. */
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

/**
 * Returns the more complete of two masked ID numbers. Throws if they cannot belong to one person. An unknown
 * number matches any other.
 */
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

/**
 * Returns a key by which downloads are sorted from oldest to newest. Two downloads with the same file name have
 * different keys.
 */
const downloadKey = ({ appliedOn, file, header, sections: held }: Download): string =>
  JSON.stringify([appliedOn ?? '', file, fingerprint(header), [...held].sort()]);

/**
 * Joins lists of records. Two identical rows in one file are two records, so records are identified by their
 * fingerprint together with their occurrence number.
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
  // Group the records by download before sorting them. The rows of a download are usually in order already, and
  // sorting sorted rows takes almost no time.
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
 * Joins a record that was found in two places. If the rows differ, keeps the longer one, because XML keeps the
 * line breaks of a report.
 */
function joinRecord<R extends AnyRecord>(a: R, b: R): R {
  const [left, right] = [JSON.stringify(a.raw), JSON.stringify(b.raw)];
  const order = left.length - right.length || compareText(left, right);
  const sources = [
    ...new Map([...a.sources, ...b.sources].map((each) => [JSON.stringify(each), each])).values(),
  ];
  return { ...(order >= 0 ? a : b), sources: sources.sort(compareSources) };
}

import { fingerprint } from '../model/fingerprint.js';
import type { AnyClaim, Passbook, Source } from '../model/model.js';
import { definitionOf, recordsOfKind, type RecordOfKind } from '../sections/index.js';
import { atOnce, type Steps } from '../steps/steps.js';
import { groupBySteps } from './order.js';

export type Revisable = RecordOfKind<'claim' | 'examination' | 'check-up'>;

/** Maps each revised record to the record that replaces it now. */
export type Revisions = ReadonlyMap<Revisable, Revisable>;

/** The current version of a record: the record itself if nothing replaced it. */
export function standingFor(record: Revisable, revisions: Revisions): Revisable {
  let standing = record;
  // A replacement is always from a later download, so this loop ends.
  for (let next = revisions.get(standing); next !== undefined; next = revisions.get(standing))
    standing = next;
  return standing;
}

/**
 * The records that a later download replaced. Both stay in the passbook; sums and lists include only records
 * that are not keys of this map.
 *
 * Records of one visit (section, facility, day, serial; for examinations also the order and its item) are
 * compared. A record is replaced if a later download contains the visit without that record and with one that
 * no earlier download had. A claim whose serial a later download writes differently (`IC02`, then `0012`) is
 * found by facility and day, if most of the contents are the same.
 */
export function findRevisions(passbook: Passbook): Revisions {
  return atOnce(revisionSteps(passbook));
}

/**
 * Same as `findRevisions`, for all records of one section: a record never replaces one of another section.
 */
export const findRevisionsAmong = (
  records: readonly Revisable[],
  downloads: Passbook['downloads'],
): Revisions => atOnce(amongSteps(records, downloads));

export const revisionSteps = (passbook: Passbook): Steps<Revisions> =>
  amongSteps(
    [
      ...recordsOfKind(passbook, 'claim'),
      ...recordsOfKind(passbook, 'examination'),
      ...recordsOfKind(passbook, 'check-up'),
    ],
    passbook.downloads,
  );

function* amongSteps(records: readonly Revisable[], downloads: Passbook['downloads']): Steps<Revisions> {
  if (downloads.length < 2) return new Map();
  const revisions = yield* replacedSteps(records);
  yield* addChangedSerials(
    records.filter((record): record is AnyClaim => definitionOf(record.section)?.kind === 'claim'),
    revisions,
  );
  return revisions;
}

function* replacedSteps(records: readonly Revisable[]): Steps<Map<Revisable, Revisable>> {
  const revisions = new Map<Revisable, Revisable>();
  const groups = yield* groupBySteps(
    records.filter(({ date }) => date !== null),
    softKey,
  );
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    yield;
    for (const record of group) {
      const later = group.filter((other) => other !== record && isReplacedBy(record, other));
      const replacement = closest(record, later);
      if (replacement !== undefined) revisions.set(record, replacement.candidate);
    }
  }
  return revisions;
}

/**
 * The share of their contents that two claims must have in common to be the same claim with a corrected
 * serial.
 */
const SAME_CLAIM = 2 / 3;

/** Claims of one facility and day whose serial changed between downloads. Each replaces at most one claim. */
function* addChangedSerials(
  claims: readonly AnyClaim[],
  revisions: Map<Revisable, Revisable>,
): Steps<undefined> {
  const taken = new Set(revisions.values());
  const groups = yield* groupBySteps(
    claims.filter((claim) => claim.date !== null && !revisions.has(claim) && !taken.has(claim)),
    placeKey,
  );
  for (const group of groups.values()) {
    if (group.length < 2) continue;
    yield;
    for (const claim of group) {
      const later = group.filter(
        (other) => other.serial !== claim.serial && !taken.has(other) && isReplacedBy(claim, other),
      );
      const replacement = closest(claim, later);
      if (replacement === undefined || replacement.shared < replacement.of * SAME_CLAIM) continue;
      revisions.set(claim, replacement.candidate);
      taken.add(replacement.candidate);
    }
  }
  return undefined;
}

const facilityOf = (record: Revisable): string => {
  const organization = 'performer' in record ? record.performer : record.serviceProvider;
  return organization.code ?? organization.name ?? '';
};

const placeKey = (record: Revisable): string =>
  JSON.stringify([record.section, facilityOf(record), record.date]);

function softKey(record: Revisable): string {
  const own = definitionOf(record.section)?.revisionKey?.(record) ?? [];
  return JSON.stringify([record.section, facilityOf(record), record.date, ...own]);
}

const download = ({ file, appliedOn }: Source): string => JSON.stringify([appliedOn, file]);

/** Whether all downloads that contain one record are older than all downloads that contain the other. */
function isReplacedBy(older: Revisable, newer: Revisable): boolean {
  const last = older.sources.at(-1)?.appliedOn ?? null;
  const first = newer.sources[0]?.appliedOn ?? null;
  if (last === null || first === null || last >= first) return false;
  const downloads = new Set(older.sources.map(download));
  return !newer.sources.some((source) => downloads.has(download(source)));
}

interface Likeness {
  readonly candidate: Revisable;
  /** The number of fields and orders that both claims have, and the number in the larger claim (`of`). */
  readonly shared: number;
  readonly of: number;
}

/**
 * The candidate that shares the most fields with a record; in a tie, the newest one, then the last one in the
 * order of content.
 */
function closest(record: Revisable, candidates: readonly Revisable[]): Likeness | undefined {
  if (candidates.length === 0) return undefined;
  const parts = new Set(fingerprint(record.raw).split('\u001e'));
  const ranked = candidates.map((candidate) => {
    const content = fingerprint(candidate.raw);
    const others = content.split('\u001e');
    const shared = others.filter((part) => parts.has(part)).length;
    return {
      candidate,
      content,
      shared,
      of: Math.max(parts.size, others.length),
      appliedOn: candidate.sources.at(-1)?.appliedOn ?? '',
    };
  });
  return ranked.sort(
    (a, b) =>
      b.shared - a.shared ||
      (a.appliedOn < b.appliedOn ? 1 : a.appliedOn > b.appliedOn ? -1 : a.content < b.content ? 1 : -1),
  )[0];
}

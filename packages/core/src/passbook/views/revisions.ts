import { fingerprint } from '../model/fingerprint.js';
import type { AnyClaim, Passbook, Source } from '../model/model.js';
import { definitionOf, recordsOfKind, type RecordOfKind } from '../sections/index.js';
import { atOnce, type Steps } from '../steps/steps.js';
import { groupBySteps } from './order.js';

export type Revisable = RecordOfKind<'claim' | 'examination' | 'check-up'>;

/** Maps each record that was revised to the record that replaced it. */
export type Revisions = ReadonlyMap<Revisable, Revisable>;

/** Returns the current version of a record. If nothing replaced the record, this is the record itself. */
export function standingFor(record: Revisable, revisions: Revisions): Revisable {
  let standing = record;
  // This loop ends, because a replacement always comes from a later download.
  for (let next = revisions.get(standing); next !== undefined; next = revisions.get(standing))
    standing = next;
  return standing;
}

/**
 * Finds the records that a later download replaced, and their replacements. The passbook contains both, but sums
 * and lists include only records that are not keys of this map.
 *
 * Only records of one visit are compared: they have the same section, facility, day and serial number, and in
 * the case of examinations also the same order and item. A record counts as replaced if a later download
 * includes the same visit but omits that record and, in its place, has one that no earlier download contains. A
 * claim whose serial is different in a later download (`IC02`, then `0012`) is recognized by the facility and
 * the day, provided that most of its content is the same.
 */
export function findRevisions(passbook: Passbook): Revisions {
  return atOnce(revisionSteps(passbook));
}

/**
 * Like `findRevisions`, but only for the records of one section. This is possible because a record never
 * replaces a record of another section.
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
 * The share of their content that two claims must have in common to be regarded as one claim with a corrected
 * serial.
 */
const SAME_CLAIM = 2 / 3;

/**
 * Finds claims of one facility and day whose serial changed between downloads. Each claim replaces at most one
 * other claim.
 */
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

/**
 * Checks whether all downloads that contain the first record are older than all downloads that contain the second
 * record.
 */
function isReplacedBy(older: Revisable, newer: Revisable): boolean {
  const last = older.sources.at(-1)?.appliedOn ?? null;
  const first = newer.sources[0]?.appliedOn ?? null;
  if (last === null || first === null || last >= first) return false;
  const downloads = new Set(older.sources.map(download));
  return !newer.sources.some((source) => downloads.has(download(source)));
}

interface Likeness {
  readonly candidate: Revisable;
  /**
   * The number of fields and orders that both claims contain. `of` is the number in the larger of the two claims.
   */
  readonly shared: number;
  readonly of: number;
}

/**
 * Returns the candidate that shares the most fields with a record. If several candidates share equally many
 * fields, returns the newest. If these are equally new, returns the one whose content comes last in sort order.
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

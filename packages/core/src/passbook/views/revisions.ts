import { fingerprint } from '../fingerprint.js';
import type {
  AnyClaim,
  DiagnosticReport,
  LaboratoryResult,
  Passbook,
  PreventiveCheckup,
  Source,
} from '../model.js';
import { atOnce, type Steps } from '../steps.js';
import { groupBySteps } from './order.js';

export type Revisable = AnyClaim | LaboratoryResult | DiagnosticReport | PreventiveCheckup;

/** Revised record → the one that stands for it now. */
export type Revisions = ReadonlyMap<Revisable, Revisable>;

/**
 * Which records a later download replaced. Both stay in the passbook;
 * sums and lists count only what is not a key of this map.
 *
 * Records of one visit (section, facility, day, serial; for examinations also the order and its item) are compared. One
 * is replaced if a later download holds the visit without it, and with a record that no earlier download had.
 */
export function findRevisions(passbook: Passbook): Revisions {
  return atOnce(revisionSteps(passbook));
}

export function* revisionSteps(passbook: Passbook): Steps<Revisions> {
  const revisions = new Map<Revisable, Revisable>();
  if (passbook.downloads.length < 2) return revisions;
  const { r1, r2, r3, r7, r8, r9, r10 } = passbook.sections;
  const records: Revisable[] = [...r1, ...r2, ...r3, ...r7, ...r8, ...r9, ...r10];
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
      if (replacement !== undefined) revisions.set(record, replacement);
    }
  }
  return revisions;
}

function softKey(record: Revisable): string {
  const organization = 'performer' in record ? record.performer : record.serviceProvider;
  const facility = organization.code ?? organization.name ?? '';
  const place = [record.section, facility, record.date];
  switch (record.section) {
    case 'r7':
      return JSON.stringify([...place, record.order.code, record.analyte]);
    case 'r8':
      return JSON.stringify([...place, record.order.code]);
    case 'r10':
      return JSON.stringify(place);
    case 'r1':
    case 'r2':
    case 'r3':
    case 'r9':
      return JSON.stringify([...place, record.serial]);
  }
}

const download = ({ file, appliedOn }: Source): string => JSON.stringify([appliedOn, file]);

/** All downloads with the one are older than all with the other. */
function isReplacedBy(older: Revisable, newer: Revisable): boolean {
  const last = older.sources.at(-1)?.appliedOn ?? null;
  const first = newer.sources[0]?.appliedOn ?? null;
  if (last === null || first === null || last >= first) return false;
  const downloads = new Set(older.sources.map(download));
  return !newer.sources.some((source) => downloads.has(download(source)));
}

/** The candidate that shares most fields with a record; of equals the newest, then the greatest by content. */
function closest(record: Revisable, candidates: readonly Revisable[]): Revisable | undefined {
  const parts = new Set(fingerprint(record.raw).split('\u001e'));
  const ranked = candidates.map((candidate) => {
    const content = fingerprint(candidate.raw);
    const shared = content.split('\u001e').filter((part) => parts.has(part)).length;
    return { candidate, content, shared, appliedOn: candidate.sources.at(-1)?.appliedOn ?? '' };
  });
  return ranked.sort(
    (a, b) =>
      b.shared - a.shared ||
      (a.appliedOn < b.appliedOn ? 1 : a.appliedOn > b.appliedOn ? -1 : a.content < b.content ? 1 : -1),
  )[0]?.candidate;
}

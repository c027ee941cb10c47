import { masksFit } from '../identity/index.js';
import type { Evidence } from './evidence.js';
import type { Family, FamilyDownload, FamilyFile } from './family.js';

/**
 * Decides whose download it is. Files identify a person only by a masked ID number (`A12345****`). A thousand
 * numbers match one mask, possibly including those of brothers and sisters, so equal masks prove nothing.
 * Proof is either the complete number, if it was the archive's password, or the identifier of the person in a
 * manifest that a gateway has signed.
 */

/**
 * The reason why two downloads that seem to belong to one person may belong to different people. If their
 * masks differ, they certainly belong to different people, so the person is not asked.
 */
export type Contradiction = 'number' | 'signed' | 'number-differs';

/** How a download relates to a known member. */
export interface Candidate {
  readonly member: string;
  readonly contradictions: readonly Contradiction[];
}

export type Belonging =
  /** Proven, without any contradiction. */
  | { readonly whose: 'proved'; readonly member: string; readonly by: 'number' | 'signed' | 'same-files' }
  /** It belongs to none of the known members, so nothing is joined. */
  | { readonly whose: 'new' }
  /** Only the person can decide. */
  | { readonly whose: 'ask'; readonly candidates: readonly Candidate[] };

/** @param files The files of the download. If the family already has the same files, it is the same download. */
export function belonging(family: Family, evidence: Evidence, files: readonly FamilyFile[]): Belonging {
  const contents = contentKey(files);
  const same = family.downloads.find((each) => contentKey(each.files) === contents);
  if (same !== undefined) return { whose: 'proved', member: same.member, by: 'same-files' };
  const all = family.members.flatMap(({ id }) => {
    const own = family.downloads.filter((each) => each.member === id);
    return own.every((each) => masksFit(evidence.mask, each.evidence.mask))
      ? [{ member: id, ...relation(own, evidence) }]
      : [];
  });
  const [proved, ...more] = all.filter(
    ({ by, contradictions }) => by !== null && contradictions.length === 0,
  );
  if (proved?.by !== undefined && proved.by !== null && more.length === 0)
    return { whose: 'proved', member: proved.member, by: proved.by };
  const candidates = all
    .filter(({ by, contradictions }) => by !== null || !contradictions.includes('number'))
    .map(({ member, contradictions }) => ({ member, contradictions }));
  return candidates.length === 0 ? { whose: 'new' } : { whose: 'ask', candidates };
}

const contentKey = (files: readonly FamilyFile[]): string =>
  files
    .map(({ hash }) => hash)
    .sort()
    .join();

function relation(
  downloads: readonly FamilyDownload[],
  { number, signed, numberDiffers }: Evidence,
): { readonly by: 'number' | 'signed' | null; readonly contradictions: readonly Contradiction[] } {
  const known = downloads.map(({ evidence }) => evidence);
  const numbers = known.flatMap((each) => each.number ?? []);
  const subjects = known.flatMap((each) =>
    each.signed?.issuer === signed?.issuer ? (each.signed?.subject ?? []) : [],
  );
  const contradictions: Contradiction[] = [];
  if (number !== null && numbers.some((each) => each !== number)) contradictions.push('number');
  if (signed !== null && subjects.some((each) => each !== signed.subject)) contradictions.push('signed');
  if (numberDiffers) contradictions.push('number-differs');
  if (number !== null && numbers.includes(number)) return { by: 'number', contradictions };
  if (signed !== null && subjects.includes(signed.subject)) return { by: 'signed', contradictions };
  return { by: null, contradictions };
}

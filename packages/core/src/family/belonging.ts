import { masksFit } from '../identity/index.js';
import type { Evidence } from './evidence.js';
import type { Family, FamilyDownload, FamilyFile } from './family.js';

/**
 * Decides which member of a family a download belongs to. Files identify a person only by a masked ID number
 * (`A12345****`). A thousand ID numbers share each mask, possibly including those of siblings, so equal masks
 * prove nothing. A download's owner is proven either by the complete number, if it was the archive's password,
 * or by the person's identifier in a manifest that a gateway has signed.
 */

/**
 * The reason why two downloads could belong to different people even though their masks match. Downloads whose
 * masks differ certainly belong to different people, so the person is not asked about them.
 */
export type Contradiction = 'number' | 'signed' | 'number-differs';

/** How a download relates to a known member. */
export interface Candidate {
  readonly member: string;
  readonly contradictions: readonly Contradiction[];
}

export type Belonging =
  /** The evidence proves who the owner is, and nothing contradicts it. */
  | { readonly whose: 'proved'; readonly member: string; readonly by: 'number' | 'signed' | 'same-files' }
  /** The download belongs to none of the known members, so it is not added to any of their passbooks. */
  | { readonly whose: 'new' }
  /** The evidence is inconclusive, so the person must decide. */
  | { readonly whose: 'ask'; readonly candidates: readonly Candidate[] };

/**
 * Determines which member of the family a download belongs to.
 * @param files The download's files. If a download in the family has exactly these files, both are the same
 * download.
 */
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

import { masksFit } from '../identity/index.js';
import type { Evidence } from './evidence.js';
import type { Family, FamilyDownload, FamilyFile } from './family.js';

/**
 * Whose a download is. Files name a person by a mask only (`A12345****`), and a thousand numbers fit one, brother's and
 * sister's among them: equal masks are no proof. What proves is the whole number, which was an archive's password, or the
 * name that a gateway has signed.
 */

/** What speaks against two downloads being one person's. Where the masks differ nothing is asked: they are not. */
export type Contradiction = 'number' | 'signed' | 'number-differs';

/** How a download stands to somebody who is there. */
export interface Candidate {
  readonly member: string;
  readonly contradictions: readonly Contradiction[];
}

export type Belonging =
  /** Proved, and nothing speaks against it. */
  | { readonly whose: 'proved'; readonly member: string; readonly by: 'number' | 'signed' | 'same-files' }
  /** Nobody who is there: nothing is joined. */
  | { readonly whose: 'new' }
  /** Nobody can tell but the person. */
  | { readonly whose: 'ask'; readonly candidates: readonly Candidate[] };

/** @param files Of the download: the very same files are the same download. */
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

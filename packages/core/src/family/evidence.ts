import { isNationalId, maskNationalId, masksFit, normalizeNationalId } from '../identity/index.js';
import type { ManifestVerdict } from '../manifest/index.js';

/** What a download tells of whose it is. */
export interface Evidence {
  /** As the files mask the ID number; `null` where none of them says. */
  readonly mask: string | null;
  /** Stands for the whole ID number that opened the archive; `null` where it was no such number. */
  readonly number: string | null;
  /** Who signed it as whose: a gateway and its name for the person; `null` where nobody who is believed did. */
  readonly signed: { readonly issuer: string; readonly subject: string } | null;
  /** Whether the number that opened the archive is not the one that its files mask. */
  readonly numberDiffers: boolean;
}

export interface EvidenceSources {
  readonly mask: string | null;
  /** What opened the archive; `null` for what needed nothing. */
  readonly password: string | null;
  readonly verdict: ManifestVerdict;
  /** Names a whole number so that it can be compared and not read. */
  readonly digest: (nationalId: string) => Promise<string>;
}

export async function evidenceOf({ mask, password, verdict, digest }: EvidenceSources): Promise<Evidence> {
  const number = password === null ? null : normalizeNationalId(password);
  const isNumber = number !== null && isNationalId(number);
  const numberDiffers = isNumber && mask !== null && !masksFit(mask, maskNationalId(number));
  const { subject = null } = verdict.status === 'genuine' ? verdict : {};
  return {
    mask,
    number: isNumber && !numberDiffers ? await digest(number) : null,
    signed: verdict.status === 'genuine' && subject !== null ? { issuer: verdict.issuer, subject } : null,
    numberDiffers,
  };
}

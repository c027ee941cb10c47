import { isNationalId, maskNationalId, masksFit, normalizeNationalId } from '../identity/index.js';
import type { ManifestVerdict } from '../manifest/index.js';

/** What a download reveals about the person whose passbook it is. */
export interface Evidence {
  /** The masked ID number in the files; `null` if no file contains one. */
  readonly mask: string | null;
  /**
   * A digest of the complete ID number that opened the archive; `null` if the password was not an ID number.
   */
  readonly number: string | null;
  /**
   * The gateway that signed the download, and that gateway's identifier for the person; `null` if no trusted
   * gateway signed the download.
   */
  readonly signed: { readonly issuer: string; readonly subject: string } | null;
  /** Whether the number that opened the archive does not match the mask in its files. */
  readonly numberDiffers: boolean;
}

export interface EvidenceSources {
  readonly mask: string | null;
  /** The password that opened the archive; `null` if none was needed. */
  readonly password: string | null;
  readonly verdict: ManifestVerdict;
  /** Computes a digest of an ID number, so that numbers can be compared without being revealed. */
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

import type { Candidate, Comparison, Family } from '@mhb-kit/core/family';
import type { PartialDate } from '@mhb-kit/core/passbook';

/** Somebody whose the download may be, and what speaks for and against it. */
export interface WhoseCandidate extends Candidate {
  readonly comparison: Comparison;
}

/** What only the person can tell: whose a download is. */
export interface WhoseQuestion {
  /** The archive's name, or those of the loose files. */
  readonly names: readonly string[];
  /** As the files mask the ID number. */
  readonly mask: string | null;
  readonly appliedOn: PartialDate | null;
  readonly records: number;
  readonly span: { readonly start: PartialDate; readonly end: PartialDate } | null;
  /** Who there is so far, those among them whose downloads were opened together with this one. */
  readonly family: Family;
  readonly candidates: readonly WhoseCandidate[];
}

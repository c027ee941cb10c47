import type { Candidate, Comparison, Family } from '@mhb-kit/core/family';
import type { PartialDate } from '@mhb-kit/core/passbook';

/** A person to whom the download might belong, with the evidence for and against this person. */
export interface WhoseCandidate extends Candidate {
  readonly comparison: Comparison;
}

/** The question of who owns a download. Only the person can answer it. */
export interface WhoseQuestion {
  /** The name of the archive, or the names of the files if they were not in an archive. */
  readonly names: readonly string[];
  /** The masked ID number in the files. */
  readonly mask: string | null;
  readonly appliedOn: PartialDate | null;
  readonly records: number;
  readonly span: { readonly start: PartialDate; readonly end: PartialDate } | null;
  /**
   * The existing members, including the owners of other downloads that were opened together with this download.
   */
  readonly family: Family;
  readonly candidates: readonly WhoseCandidate[];
}

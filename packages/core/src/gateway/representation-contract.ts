import type { LocalDate } from '../identity/index.js';
import type { PrivateTopic } from '../request/index.js';

/** Legal representatives (法定代理人): who reads whose passbook, as the operator has recorded it. */

/** 父母 of a minor; 監護人 of a minor, or of an adult under guardianship. */
export const representationKinds = ['parent', 'guardian'] as const;
export type RepresentationKind = (typeof representationKinds)[number];

interface Recorded {
  readonly id: string;
  readonly kind: RepresentationKind;
  /** The last day on which it is valid. */
  readonly endsOn: LocalDate;
  /**
   * Topics withheld from everything that the representative gets, regardless of whether such records exist.
   */
  readonly withheld: readonly PrivateTopic[];
}

/** A person whose passbook this person may read. */
export interface Representation extends Recorded {
  /** Partly masked: `A12345****`, 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
}

/** A person who may read this person's passbook. */
export interface Representative extends Recorded {
  /** Partly masked. */
  readonly name: string;
  /** RFC 3339: when they last read the passbook; `null` if the access record contains no such access. */
  readonly lastReadAt: string | null;
}

export interface Representations {
  readonly represents: readonly Representation[];
  readonly representedBy: readonly Representative[];
}

/** The representation in a session for another person. */
export interface SessionRepresentation extends Recorded {
  /** The name of the person who has logged in, partly masked. */
  readonly representative: string;
}

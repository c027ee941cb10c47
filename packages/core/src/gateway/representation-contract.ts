import type { LocalDate } from '../identity/index.js';
import type { PrivateTopic } from '../request/index.js';

/** Legal representatives (法定代理人): who reads whose passbook, as the operator has recorded it. */

/** 父母 of a minor; 監護人 of a minor, or of an adult under guardianship. */
export const representationKinds = ['parent', 'guardian'] as const;
export type RepresentationKind = (typeof representationKinds)[number];

interface Recorded {
  readonly id: string;
  readonly kind: RepresentationKind;
  /** The last day on which it counts. */
  readonly endsOn: LocalDate;
  /** What is left out of all that the representative gets, whether or not there is anything of it. */
  readonly withheld: readonly PrivateTopic[];
}

/** Somebody whose passbook this person may read. */
export interface Representation extends Recorded {
  /** Shown in part: `A12345****`, 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
}

/** Somebody who may read this person's passbook. */
export interface Representative extends Recorded {
  /** Shown in part. */
  readonly name: string;
}

export interface Representations {
  readonly represents: readonly Representation[];
  readonly representedBy: readonly Representative[];
}

/** Of a session for another person. */
export interface SessionRepresentation extends Recorded {
  /** Of who has logged in, shown in part. */
  readonly representative: string;
}

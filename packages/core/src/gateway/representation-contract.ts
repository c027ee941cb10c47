import type { LocalDate } from '../identity/index.js';
import type { PrivateTopic } from '../request/index.js';

/** Legal representatives (法定代理人): who may read whose passbook, as recorded by the operator. */

/**
 * The kinds of legal representatives: the parent (父母) of a minor, and the guardian (監護人) of a minor or of
 * an adult under guardianship.
 */
export const representationKinds = ['parent', 'guardian'] as const;
export type RepresentationKind = (typeof representationKinds)[number];

interface Recorded {
  readonly id: string;
  readonly kind: RepresentationKind;
  /** The last day on which the representation is valid. */
  readonly endsOn: LocalDate;
  /**
   * The topics that are withheld from everything that the representative gets. Topics are listed even if there
   * are no records about them.
   */
  readonly withheld: readonly PrivateTopic[];
}

/** A person whose passbook this person may read. */
export interface Representation extends Recorded {
  /** Partly masked, for example `A12345****` and 王○明. */
  readonly person: { readonly nationalId: string; readonly name: string };
}

/** A person who may read this person's passbook. */
export interface Representative extends Recorded {
  /** Partly masked. */
  readonly name: string;
  /**
   * When the representative last read the passbook (RFC 3339); `null` if the access record contains no such
   * access.
   */
  readonly lastReadAt: string | null;
}

export interface Representations {
  readonly represents: readonly Representation[];
  readonly representedBy: readonly Representative[];
}

/**
 * The representation that allows the person who has logged in to read another person's passbook in this
 * session.
 */
export interface SessionRepresentation extends Recorded {
  /** The name of the representative, who has logged in, partly masked. */
  readonly representative: string;
}

/**
 * Why something that a source holds is not among the rows.
 *
 * - `unreadable`: damaged, or in a form that nothing here reads. What the person may miss.
 * - `unsettled`: not certain or no longer so: preliminary, suspected, planned, suspended, stopped.
 * - `withdrawn`: entered in error, cancelled, refuted, not done, replaced by a later one.
 * - `no-place`: a passbook has no section or field for it.
 * - `no-value`: a result without a result.
 * - `states-none`: says that there is nothing, such as "no known allergy".
 * - `other-person`, `no-subject`: of somebody else, or of nobody that can be told.
 * - `not-offered`: the source has no records of this type at all.
 */
export const leftOutReasons = [
  'unreadable',
  'unsettled',
  'withdrawn',
  'no-place',
  'no-value',
  'states-none',
  'other-person',
  'no-subject',
  'not-offered',
] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** How many records of a type were left out for a reason. No personal data: it is logged and counted. */
export interface LeftOut {
  /** In the words of the source: a FHIR resource type. */
  readonly type: string;
  readonly reason: LeftOutReason;
  readonly count: number;
}

/** What a person is told: what they may miss. The rest is the operator's to know. */
export const reasonsToTell = ['unreadable', 'unsettled', 'no-place', 'not-offered'] as const;
export type ReasonToTell = (typeof reasonsToTell)[number];

/** Counts by reason of what the person is told, in the order of `reasonsToTell`. */
export function leftOutToTell(leftOut: readonly LeftOut[]): readonly (readonly [ReasonToTell, number])[] {
  return reasonsToTell.flatMap((reason) => {
    const count = leftOut.reduce((sum, each) => sum + (each.reason === reason ? each.count : 0), 0);
    return count === 0 ? [] : [[reason, count] as const];
  });
}

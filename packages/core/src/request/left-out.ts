/**
 * The reason why a record of the source was left out of the passbook.
 *
 * - `unreadable`: The record is damaged or in an unsupported format. The person may notice that it is missing.
 * - `unsettled`: The record is not final or no longer valid: preliminary, suspected, planned, suspended, or
 *   stopped.
 * - `withdrawn`: The record was entered in error, canceled, refuted, not done, or replaced by a later record.
 * - `no-place`: A passbook has no section or field for the record.
 * - `no-value`: The record is an examination without a result.
 * - `states-none`: The record states that there is nothing, such as "no known allergy".
 * - `other-person`, `no-subject`: The record is about another person, or about an unknown person.
 * - `not-offered`: The source offers no records of this type at all.
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

/**
 * The number of records of one type that were left out for one reason. It contains no personal data, because it is
 * logged and added up.
 */
export interface LeftOut {
  /** The type of the record in the source, which is a FHIR resource type. */
  readonly type: string;
  readonly reason: LeftOutReason;
  readonly count: number;
}

/**
 * The reasons that are shown to the person, who may notice that such records are missing. The other reasons are
 * relevant only to the operator.
 */
export const reasonsToTell = ['unreadable', 'unsettled', 'no-place', 'not-offered'] as const;
export type ReasonToTell = (typeof reasonsToTell)[number];

/** Returns the counts to be shown to the person, by reason, in the order of `reasonsToTell`. */
export function leftOutToTell(leftOut: readonly LeftOut[]): readonly (readonly [ReasonToTell, number])[] {
  return reasonsToTell.flatMap((reason) => {
    const count = leftOut.reduce((sum, each) => sum + (each.reason === reason ? each.count : 0), 0);
    return count === 0 ? [] : [[reason, count] as const];
  });
}

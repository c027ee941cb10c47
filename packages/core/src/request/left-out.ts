/**
 * Why a record of the source was left out of the passbook.
 *
 * - `unreadable`: damaged, or in an unsupported format. The person may notice that it is missing.
 * - `unsettled`: not final, or no longer valid: preliminary, suspected, planned, suspended, stopped.
 * - `withdrawn`: entered in error, canceled, refuted, not done, replaced by a later record.
 * - `no-place`: a passbook has no section or field for it.
 * - `no-value`: an examination without a result.
 * - `states-none`: states that there is nothing, such as "no known allergy".
 * - `other-person`, `no-subject`: about another person, or about an unknown person.
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

/**
 * How many records of one type were left out for one reason. Contains no personal data, because it is
 * logged and counted.
 */
export interface LeftOut {
  /** The type of the record in the source: a FHIR resource type. */
  readonly type: string;
  readonly reason: LeftOutReason;
  readonly count: number;
}

/**
 * The reasons that are shown to the person, who may notice that such records are missing. Only the operator
 * needs the others.
 */
export const reasonsToTell = ['unreadable', 'unsettled', 'no-place', 'not-offered'] as const;
export type ReasonToTell = (typeof reasonsToTell)[number];

/** The counts that are shown to the person, by reason, in the order of `reasonsToTell`. */
export function leftOutToTell(leftOut: readonly LeftOut[]): readonly (readonly [ReasonToTell, number])[] {
  return reasonsToTell.flatMap((reason) => {
    const count = leftOut.reduce((sum, each) => sum + (each.reason === reason ? each.count : 0), 0);
    return count === 0 ? [] : [[reason, count] as const];
  });
}

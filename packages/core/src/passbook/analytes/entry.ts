/** A row of the analyte tables, as written in the source code. `analytes.ts` converts it to an `Analyte`. */
export interface AnalyteEntry<Id extends string = string> {
  /**
   * The id of the analyte. Results of all rows with the same id form one series. The rows' codes may differ if
   * their names state different methods.
   */
  readonly id: Id;
  readonly zh: string;
  readonly en: string;
  /**
   * The LOINC code for this analyte if the name states no method.
   * `test/conformance/passbook/analyte-sources.tsv` lists which public table confirms each code. `null` if no
   * source confirms a code, or if the order stands for another method. In the latter case, the analyte is
   * identified by name only, and its results form a separate series that has no code.
   */
  readonly loinc: string | null;
  /**
   * Other codes of the same analyte, for another method or kind of quantity. They make it possible to recognize
   * a hospital's own coding.
   */
  readonly also?: string;
  readonly specimen: Specimen;
  /** The UCUM unit. Absent if there is no unit, as for ratios and degrees in plus signs. */
  readonly unit?: string;
  /** Other common units, each with the factor that converts it to `unit`. */
  readonly units?: Readonly<Record<string, number>>;
  /**
   * The reference range that laboratories usually state, in `unit`. It is used only to infer the unit of a
   * range that states no unit, never to judge a result.
   */
  readonly usual?: readonly [low: number | null, high: number | null];
  /** NHI order codes, without the two digits that some files append. */
  readonly orders: readonly string[];
  /**
   * Names that mean this analyte for these orders, separated by `|`. `zh` and `en` are included
   * automatically. A name that starts with `!` needs no qualifier.
   */
  readonly names: string;
  /** The qualifiers (see `qualifiers.ts`) without which a name does not mean this analyte, such as `urine`. */
  readonly needs?: readonly string[];
  /**
   * The qualifiers that may accompany a name. Each has the code that applies with this qualifier, or `null` if
   * the code is the same.
   */
  readonly allows?: Readonly<Record<string, string | null>>;
  /** Whether a measured value of 0 is impossible, so that such a result is ignored. */
  readonly neverZero?: true;
  /**
   * Whether the analyte is an antibody that shows immunity, so that a value outside the range needs no
   * follow-up.
   */
  readonly immunity?: true;
}

/** The specimen. `blood` means blood, serum or plasma, which a passbook does not distinguish. */
export type Specimen = 'blood' | 'urine' | 'stool' | 'body';

/**
 * Declares a table of analytes. The compiler knows the ids in it, so it can check other tables whose keys are
 * these ids.
 */
export const analyteEntries = <const Id extends string>(
  entries: readonly AnalyteEntry<Id>[],
): readonly AnalyteEntry<Id>[] => entries;

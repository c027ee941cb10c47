/** A row of the analyte tables in source form. `analytes.ts` converts it to `Analyte`. */
export interface AnalyteEntry<Id extends string = string> {
  /** Rows with the same id form one series. Their codes may differ by the method in the name. */
  readonly id: Id;
  readonly zh: string;
  readonly en: string;
  /**
   * The code for this analyte if the name states no method. `test/conformance/passbook/analyte-sources.tsv`
   * lists the public table that confirms each code. `null` if no source confirms a code, or if the order
   * stands for another method. In the latter case only the name identifies this analyte, which gets a
   * separate series without a code.
   */
  readonly loinc: string | null;
  /**
   * Codes of the same analyte for another method or kind of quantity, to recognize a hospital's own coding.
   */
  readonly also?: string;
  readonly specimen: Specimen;
  /** UCUM; absent if there is no unit (a ratio, a degree in plus signs). */
  readonly unit?: string;
  /** Other common units, each with the factor that converts it to `unit`. */
  readonly units?: Readonly<Record<string, number>>;
  /**
   * The reference range that laboratories usually state, in `unit`. Used only to infer the unit of a range
   * that states no unit, never to judge a result.
   */
  readonly usual?: readonly [low: number | null, high: number | null];
  /** NHI order codes, without the two digits that some files append. */
  readonly orders: readonly string[];
  /**
   * Names that mean this analyte for these orders, separated by `|`. `zh` and `en` are included
   * automatically. A name that starts with `!` needs no qualifier.
   */
  readonly names: string;
  /** Qualifiers (`qualifiers.ts`) that a name needs to mean this analyte: `urine`. */
  readonly needs?: readonly string[];
  /** Qualifiers that may accompany a name, each with its code if that differs. */
  readonly allows?: Readonly<Record<string, string | null>>;
  /** A measured 0 is impossible, so such a row is ignored. */
  readonly neverZero?: true;
  /** Antibodies that show immunity: a value outside the range needs no follow-up. */
  readonly immunity?: true;
}

/** The specimen. `blood` means blood, serum or plasma, which a passbook does not distinguish. */
export type Specimen = 'blood' | 'urine' | 'stool' | 'body';

/** A table of analytes whose ids the compiler knows, so that tables keyed by them are checked. */
export const analyteEntries = <const Id extends string>(
  entries: readonly AnalyteEntry<Id>[],
): readonly AnalyteEntry<Id>[] => entries;

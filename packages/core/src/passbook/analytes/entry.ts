/** A row of the tables of analytes, as it is written down. `analytes.ts` makes `Analyte` of it. */
export interface AnalyteEntry<Id extends string = string> {
  /** Rows of one id are one series: codes may differ by how the name says it was measured. */
  readonly id: Id;
  readonly zh: string;
  readonly en: string;
  /**
   * The code for this analyte where the name tells no method. `test/conformance/passbook/analyte-sources.tsv` says for each code in
   * which public table it was confirmed. `null` where none confirms one, or where the order stands for another method, so that only
   * the name tells this one: a series of its own, without a code.
   */
  readonly loinc: string | null;
  /** Codes of the same analyte by another method or kind of quantity, by which a hospital's own coding is recognised. */
  readonly also?: string;
  readonly specimen: Specimen;
  /** UCUM; absent for what has no unit (a ratio, a degree in plus signs). */
  readonly unit?: string;
  /** Other units in use: how many of `unit` one of them is. */
  readonly units?: Readonly<Record<string, number>>;
  /**
   * What laboratories usually state as the reference range, in `unit`: only to tell the unit by a range that stands without one,
   * never to judge a result.
   */
  readonly usual?: readonly [low: number | null, high: number | null];
  /** NHI order codes, without the two digits that some files append. */
  readonly orders: readonly string[];
  /**
   * Names that mean this analyte under these orders, with `|` between. `zh` and `en` count too. `!` before one says that it needs no
   * qualifier beside it.
   */
  readonly names: string;
  /** Qualifiers (`qualifiers.ts`) without which a name does not mean this analyte: `urine`. */
  readonly needs?: readonly string[];
  /** Qualifiers that may stand with a name, and the code that is right with it, where it is another. */
  readonly allows?: Readonly<Record<string, string | null>>;
  /** A measured 0 cannot be: the row says nothing. */
  readonly neverZero?: true;
  /** Antibodies that show immunity: being outside the range is nothing to follow up. */
  readonly immunity?: true;
}

/** What was measured in. `blood` is blood, serum or plasma, which a passbook does not tell apart. */
export type Specimen = 'blood' | 'urine' | 'stool' | 'body';

/** A table of analytes whose ids the compiler knows, so that what is keyed by them is checked. */
export const analyteEntries = <const Id extends string>(
  entries: readonly AnalyteEntry<Id>[],
): readonly AnalyteEntry<Id>[] => entries;

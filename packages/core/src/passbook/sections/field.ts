import type { Label, RawRow } from '../record/record.js';
import type { FieldReader } from '../values/values.js';

/**
 * How a field's value is read: `date` YYYYMMDD, `timestamp` YYYYMMDDHHMM at UTC+8, `month` YYYYMM, `number` a
 * measured value or a quantity, `amount` New Taiwan dollars, `points` NHI points, `days` whole days, `code`
 * an identifier, for programs rather than people, `text` anything else.
 */
export type FieldType =
  'text' | 'code' | 'date' | 'timestamp' | 'month' | 'number' | 'amount' | 'points' | 'days';

export interface Field {
  /** The key in the file, in lower case: the section or list, a dot, and the number or name of the field. */
  readonly key: string;
  readonly label: Label;
  readonly type: FieldType;
  /** UCUM unit, if the description states one. */
  readonly unit?: string;
  /** Set if the field appears only in the record's details, not in the summary table. */
  readonly detail?: true;
  /** The id in the analyte table, for a number that is shown with laboratory results. */
  readonly analyte?: string;
  /** Set if a 0 means that nothing was measured. */
  readonly zeroIsNone?: true;
}

/** The rows inside a record: orders of a claim, results of a screening, visits of a programme. */
export interface NestedList {
  /** The section's key and `_1`. */
  readonly key: string;
  readonly label: Label;
  readonly fields: readonly Field[];
}

/** One field, or several that are read as one value, in a section or a nested list. */
export interface Part<V = unknown, K = unknown> {
  /** @param list The key of the section, or of the list inside a record. */
  at(list: string): PlacedPart<V, K>;
}

export interface PlacedPart<V = unknown, K = unknown> {
  readonly fields: readonly Field[];
  /** The key of the field, or several keys by name. */
  readonly keys: K;
  /** For a part that contains rows: their fields, and the analytes of their numbers. */
  readonly nested?: NestedList | undefined;
  readonly analytes?: readonly (readonly [name: string, analyte: string])[];
  readonly read: (row: RawRow, read: FieldReader) => V;
}

export type Parts = Readonly<Record<string, Part>>;
export type ValuesOf<P extends Parts> = { readonly [N in keyof P]: P[N] extends Part<infer V> ? V : never };
export type KeysOf<P extends Parts> = {
  readonly [N in keyof P]: P[N] extends Part<unknown, infer K> ? K : never;
};
export type PlacedParts<P extends Parts> = {
  readonly [N in keyof P]: P[N] extends Part<infer V, infer K> ? PlacedPart<V, K> : never;
};

export const label = (zhHant: string, en: string): Label => ({ 'zh-Hant': zhHant, en });

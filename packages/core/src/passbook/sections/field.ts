import type { Label, RawRow } from '../record/record.js';
import type { FieldReader } from '../values/values.js';

/**
 * How a field's value is read. `date`, `timestamp` and `month` have the formats YYYYMMDD, YYYYMMDDHHMM (at UTC+8)
 * and YYYYMM. `number` is a measured value or a quantity, `amount` is in New Taiwan dollars, `points` are NHI
 * points, and `days` are whole days. `code` is an identifier for programs rather than people, and `text` is
 * anything else.
 */
export type FieldType =
  'text' | 'code' | 'date' | 'timestamp' | 'month' | 'number' | 'amount' | 'points' | 'days';

export interface Field {
  /**
   * The field's key in the file, in lower case: the key of the section or list, a dot, and the number or name of
   * the field.
   */
  readonly key: string;
  readonly label: Label;
  readonly type: FieldType;
  /** The UCUM unit, if the NHI's description states one. */
  readonly unit?: string;
  /** Set if the field appears only in the record's details, not in the summary table. */
  readonly detail?: true;
  /** The analyte's id in the analyte table. Set only for a number that is shown with laboratory results. */
  readonly analyte?: string;
  /** Set if the value 0 means that nothing was measured. */
  readonly zeroIsNone?: true;
}

/**
 * A list of rows inside a record, such as the orders of a claim, the results of a screening, or the visits of a
 * programme.
 */
export interface NestedList {
  /** The key of the section, followed by `_1`. */
  readonly key: string;
  readonly label: Label;
  readonly fields: readonly Field[];
}

/** A part of a section or nested list: either one field, or several fields that are read as one value. */
export interface Part<V = unknown, K = unknown> {
  /** @param list The key of the section, or of the nested list inside a record. */
  at(list: string): PlacedPart<V, K>;
}

export interface PlacedPart<V = unknown, K = unknown> {
  readonly fields: readonly Field[];
  /** The key of the field or, if there are several fields, an object with the key of each field by name. */
  readonly keys: K;
  /** The fields of the nested rows. Set only for a part that contains rows. */
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

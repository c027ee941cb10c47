import type { Label, PartialDate, PassbookRecord, RawRow, Source } from '../record.js';
import type { FieldReader } from '../values.js';
import type { Field, KeysOf, NestedList, Parts, ValuesOf } from './field.js';
import { place, type Placed } from './parts.js';

/** What everybody knows of a section. */
export interface SectionFacts<K extends string> {
  readonly key: K;
  /** The key as files write it, of some in upper case. */
  readonly fileKey: string;
  readonly label: Label;
  readonly fields: readonly Field[];
  readonly nested: NestedList | null;
  /** Whether the NHI describes it, or we do. */
  readonly origin: 'nhi' | 'own';
  /**
   * Ids of the viewer's pages that show its records. An empty list: the viewer shows it as a table on a page of its own, under
   * its key. `null`: on no page.
   */
  readonly pages: readonly string[] | null;
}

/** What is done with the records of several sections alike. */
export type SectionKind = 'claim' | 'examination' | 'check-up' | 'programme';

/** What a section's file says of it. */
interface Description<K extends string, P extends Parts, T extends SectionKind | null> {
  readonly key: K;
  /** The key as files write it, where that is another. */
  readonly fileKey?: string;
  readonly label: Label;
  readonly fields: P;
  /** What one of its records is called, where that is not the section's label. */
  readonly recordLabel?: Label;
  /** Words by which pages name the section, in headings without blanks. */
  readonly heading: RegExp | null;
  /** Of several sections whose words a heading holds, the one with the lowest counts; 0 where it is not given. */
  readonly headingRank?: number;
  readonly pages?: readonly string[] | null;
  readonly kind?: T;
  /** Set on what is not about health: no FHIR resource stands for it. */
  readonly notClinical?: true;
  /** Holds on every day, however long ago it began: no window of days leaves it out. */
  readonly standing?: true;
}

/**
 * What tells, within a facility's day, which records of two downloads may be the same one written again. A section without it
 * has records that no later download replaces.
 */
type RevisionKey<R> = (record: R) => readonly unknown[];

/** The typed record of a row. */
type Build<R> = (row: RawRow, sources: readonly Source[], read: FieldReader) => R;

export interface SectionDefinition<
  K extends string = string,
  R extends PassbookRecord = PassbookRecord,
  Keys = unknown,
  T extends SectionKind | null = SectionKind | null,
> extends SectionFacts<K> {
  /** The keys of its fields, by the names of the record's values. */
  readonly keys: Keys;
  readonly kind: T;
  readonly recordLabel: Label;
  readonly heading: RegExp | null;
  readonly headingRank: number;
  readonly notClinical?: true;
  readonly standing?: true;
  /** What its numbers measure, in a record or in the rows inside one: name of the value, and id of the analyte. */
  readonly analytes: readonly (readonly [name: string, analyte: string])[];
  readonly build: Build<R>;
  revisionKey?(record: R): readonly unknown[];
}

/** The record of a section. */
export type RecordOf<D> = D extends { readonly build: Build<infer R> } ? R : never;

/**
 * A section whose records are built by hand: those that a passbook holds by the thousand, because an object that is written
 * out is built faster than one that is put together from a table.
 */
export function sectionBuiltBy<
  K extends string,
  P extends Parts,
  R extends PassbookRecord<K>,
  T extends SectionKind | null = null,
>(
  description: Description<K, P, T> & { readonly revisionKey?: RevisionKey<R> },
  builder: (placed: Placed<P>) => Build<R>,
): SectionDefinition<K, R, KeysOf<P>, T> {
  const { key, label } = description;
  const placed = place(description.fields, key);
  return {
    fileKey: key,
    recordLabel: label,
    headingRank: 0,
    pages: [],
    kind: null as T,
    ...description,
    ...placed,
    nested: placed.nested ?? null,
    origin: /^r\d+$/.test(key) ? 'nhi' : 'own',
    build: builder(placed),
  };
}

type None = Readonly<Record<never, never>>;
/** What the parts read, and what is derived from it. */
type Values<P extends Parts, D extends object> = keyof D extends never
  ? ValuesOf<P>
  : Omit<ValuesOf<P>, keyof D> & Readonly<D>;

/** A section whose records hold what its parts read, and what follows from that. */
export function section<
  K extends string,
  P extends Parts,
  D extends object = None,
  T extends SectionKind | null = null,
>(
  description: Description<K, P, T> & {
    /** Values that no field has, or in place of a field's. */
    readonly derived?: (values: ValuesOf<P>, row: RawRow, read: FieldReader) => D;
    readonly revisionKey?: RevisionKey<PassbookRecord<K> & Values<P, NoInfer<D>>>;
    /** The day by which the record is sorted. */
    readonly date: (values: Values<P, NoInfer<D>>) => PartialDate | null;
  },
): SectionDefinition<K, PassbookRecord<K> & Values<P, D>, KeysOf<P>, T> {
  const { key, derived, date } = description;
  return sectionBuiltBy<K, P, PassbookRecord<K> & Values<P, D>, T>(description, (placed) => {
    return (row, sources, read) => {
      const own = placed.read(row, read);
      const values = { ...own, ...derived?.(own, row, read) } as Values<P, D>;
      return { section: key, date: date(values), sources, raw: row, ...values };
    };
  });
}

/** The latest of some dates, which may be of different precision or missing. */
export function latest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
}

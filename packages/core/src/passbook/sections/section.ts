import type { Label, PartialDate, PassbookRecord, RawRow, Source } from '../record/record.js';
import type { FieldReader } from '../values/values.js';
import type { Field, KeysOf, NestedList, Parts, ValuesOf } from './field.js';
import { place, type Placed } from './parts.js';

/** The public facts about a section. */
export interface SectionFacts<K extends string> {
  readonly key: K;
  /** The key as files write it, which may be in upper case. */
  readonly fileKey: string;
  readonly label: Label;
  readonly fields: readonly Field[];
  readonly nested: NestedList | null;
  /** Whether the NHI or this project defines it. */
  readonly origin: 'nhi' | 'own';
  /**
   * Ids of the viewer's pages that show its records. An empty list: the viewer shows it as a table on a
   * separate page, under its key. `null`: on no page.
   */
  readonly pages: readonly string[] | null;
}

/** Groups sections whose records are treated alike. */
export type SectionKind = 'claim' | 'examination' | 'check-up' | 'programme';

/** The definition of a section in its file. */
interface Description<K extends string, P extends Parts, T extends SectionKind | null> {
  readonly key: K;
  /** The key as files write it, if it differs. */
  readonly fileKey?: string;
  readonly label: Label;
  readonly fields: P;
  /** The name of a single record, if it is not the section's label. */
  readonly recordLabel?: Label;
  /** Words by which pages name the section, matched in headings without spaces. */
  readonly heading: RegExp | null;
  /** If a heading matches several sections, the one with the lowest rank is used; 0 by default. */
  readonly headingRank?: number;
  readonly pages?: readonly string[] | null;
  readonly kind?: T;
  /** Set if the section is not about health, so that it has no FHIR resource. */
  readonly notClinical?: true;
  /** Describes a lasting state, so no window of days excludes it. */
  readonly standing?: true;
}

/**
 * Within one facility and day, identifies records in two downloads that may be versions of one record.
 * Records of a section without this member are never replaced by a later download.
 */
type RevisionKey<R> = (record: R) => readonly unknown[];

/** Creates the typed record of a row. */
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
  /**
   * The analytes of the numeric fields of a record or its nested rows: the name of each value, and the id of its
   * analyte.
   */
  readonly analytes: readonly (readonly [name: string, analyte: string])[];
  readonly build: Build<R>;
  revisionKey?(record: R): readonly unknown[];
}

/** The record of a section. */
export type RecordOf<D> = D extends { readonly build: Build<infer R> } ? R : never;

/**
 * A section with hand-written code that builds its records. It is meant for records that occur by the thousand
 * in a passbook, because an object literal is faster than an object built from a table.
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
/** The values of the parts, and the values derived from them. */
type Values<P extends Parts, D extends object> = keyof D extends never
  ? ValuesOf<P>
  : Omit<ValuesOf<P>, keyof D> & Readonly<D>;

/** A section whose records contain the values of its parts and derived values. */
export function section<
  K extends string,
  P extends Parts,
  D extends object = None,
  T extends SectionKind | null = null,
>(
  description: Description<K, P, T> & {
    /** Values that have no field, or that replace the value of a field. */
    readonly derived?: (values: ValuesOf<P>, row: RawRow, read: FieldReader) => D;
    readonly revisionKey?: RevisionKey<PassbookRecord<K> & Values<P, NoInfer<D>>>;
    /** The date by which the record is sorted. */
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

/** The latest of several dates, which may differ in precision or be missing. */
export function latest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
}

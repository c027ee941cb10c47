import type { Label, PartialDate, PassbookRecord, RawRow, Source } from '../record/record.js';
import type { FieldReader } from '../values/values.js';
import type { Field, KeysOf, NestedList, Parts, ValuesOf } from './field.js';
import { place, type Placed } from './parts.js';

/** The facts about a section that code outside this package can use. */
export interface SectionFacts<K extends string> {
  readonly key: K;
  /** The key as it is written in files, where it may be in upper case. */
  readonly fileKey: string;
  readonly label: Label;
  readonly fields: readonly Field[];
  readonly nested: NestedList | null;
  /** Whether the NHI or this project defines the section. */
  readonly origin: 'nhi' | 'own';
  /**
   * The ids of the viewer's pages that show the section's records. If the list is empty, the viewer shows the
   * records as a table on a separate page, whose id is the section's key. If it is `null`, no page shows them.
   */
  readonly pages: readonly string[] | null;
}

/** The kind of a section. Sections of the same kind have records that are treated alike. */
export type SectionKind = 'claim' | 'examination' | 'check-up' | 'programme';

/** The definition of a section, as its own file states it. */
interface Description<K extends string, P extends Parts, T extends SectionKind | null> {
  readonly key: K;
  /** The key as it is written in files, if it differs from `key`. */
  readonly fileKey?: string;
  readonly label: Label;
  readonly fields: P;
  /** The name for a single record, if it differs from the section's label. */
  readonly recordLabel?: Label;
  /**
   * Matches the headings of HTML pages that contain the section. Spaces are removed from a heading before it is
   * matched.
   */
  readonly heading: RegExp | null;
  /** If a heading matches several sections, the section with the lowest rank is used. The default is 0. */
  readonly headingRank?: number;
  readonly pages?: readonly string[] | null;
  readonly kind?: T;
  /** Set if the section is not about health, so that it has no FHIR resource. */
  readonly notClinical?: true;
  /**
   * Set if the section describes a lasting state. Its records are then included whatever range of days is
   * requested.
   */
  readonly standing?: true;
}

/**
 * Returns a key for a record. If two downloads contain records of the same facility and day with the same key, the
 * records may be versions of each other. In a section without such a function, a later download never replaces a
 * record.
 */
type RevisionKey<R> = (record: R) => readonly unknown[];

/** Creates the typed record from a row. */
type Build<R> = (row: RawRow, sources: readonly Source[], read: FieldReader) => R;

export interface SectionDefinition<
  K extends string = string,
  R extends PassbookRecord = PassbookRecord,
  Keys = unknown,
  T extends SectionKind | null = SectionKind | null,
> extends SectionFacts<K> {
  /** The keys of the section's fields, by the names of the values in a record. */
  readonly keys: Keys;
  readonly kind: T;
  readonly recordLabel: Label;
  readonly heading: RegExp | null;
  readonly headingRank: number;
  readonly notClinical?: true;
  readonly standing?: true;
  /**
   * The analytes of the numeric fields in a record and its nested rows, as pairs of a value's name and the
   * analyte's id.
   */
  readonly analytes: readonly (readonly [name: string, analyte: string])[];
  readonly build: Build<R>;
  revisionKey?(record: R): readonly unknown[];
}

/** The type of a section's records. */
export type RecordOf<D> = D extends { readonly build: Build<infer R> } ? R : never;

/**
 * Defines a section whose records are built by hand-written code. This is meant for records of which a passbook
 * contains thousands, because an object literal is created faster than an object built from a table.
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
/** The values of the parts, together with the values that are derived from them. */
type Values<P extends Parts, D extends object> = keyof D extends never
  ? ValuesOf<P>
  : Omit<ValuesOf<P>, keyof D> & Readonly<D>;

/** Defines a section whose records contain the values of its parts and any derived values. */
export function section<
  K extends string,
  P extends Parts,
  D extends object = None,
  T extends SectionKind | null = null,
>(
  description: Description<K, P, T> & {
    /** Computes values that have no field of their own, or that replace the value of a field. */
    readonly derived?: (values: ValuesOf<P>, row: RawRow, read: FieldReader) => D;
    readonly revisionKey?: RevisionKey<PassbookRecord<K> & Values<P, NoInfer<D>>>;
    /** Returns the date by which the record is sorted. */
    readonly date: (values: Values<P, NoInfer<D>>) => PartialDate | null;
  },
): SectionDefinition<K, PassbookRecord<K> & Values<P, D>, KeysOf<P>, T> {
  const { key, derived, date } = description;
  return sectionBuiltBy<K, P, PassbookRecord<K> & Values<P, D>, T>(description, (placed) => {
    return (row, sources, read) => {
      const own = placed.read(row, read);
      const values = (derived === undefined ? own : { ...own, ...derived(own, row, read) }) as Values<P, D>;
      return { section: key, date: date(values), sources, raw: row, ...values };
    };
  });
}

/** Returns the latest of several dates. They may differ in precision, and some may be missing. */
export function latest(dates: readonly (PartialDate | null)[]): PartialDate | null {
  return dates.reduce((last, date) => (date !== null && (last === null || date > last) ? date : last), null);
}

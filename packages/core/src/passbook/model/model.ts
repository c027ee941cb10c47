import type { PartialDate, PassbookRecord, RawRow } from '../record/record.js';
import type { RecordOfKind, RecordTypes, SectionKey } from '../sections/index.js';

/**
 * The passbook as data: plain, immutable objects that can be copied with `structuredClone`. Names follow FHIR
 * where FHIR has a name.
 *
 * A passbook is a set of records. Each record keeps its raw fields as the file wrote them and lists every
 * download that contains it. Its typed fields are parsed from the raw fields. Anything that combines several
 * records (visits, medications, series) is a view, which is computed from the set. Therefore, joining two
 * passbooks is a simple union.
 */

export type * from '../record/record.js';
export type * from '../sections/index.js';

/** One file, as downloaded by the person. */
export interface Download {
  readonly file: string;
  /** The date of application (資料申請日期); `null` if the file does not state it. */
  readonly appliedOn: PartialDate | null;
  /** The header fields as written in the file (`b1.1`, `b1.2`). */
  readonly header: RawRow;
  /**
   * The sections in the file, with or without records. If a section is listed but has no records, it is truly
   * empty.
   */
  readonly sections: readonly string[];
}

/** A claim from any section. */
export type AnyClaim = RecordOfKind<'claim'>;

/** A record of an unknown section. The section keeps its own name. */
export type UnknownRecord = PassbookRecord;

export type KnownRecord = RecordTypes[SectionKey];
export type AnyRecord = KnownRecord | UnknownRecord;

export interface Passbook {
  /**
   * The masked national ID number in the files (`A12345****`), or `null` if no file contains it. Files do not
   * contain the person's name.
   */
  readonly subjectId: string | null;
  /** Every file that was read, sorted by date of application, oldest first. */
  readonly downloads: readonly Download[];
  /** Every known section, even if it is empty. Records are in the order of their files. */
  readonly sections: { readonly [K in SectionKey]: readonly RecordTypes[K][] };
  /** The unknown sections, by their lowercase keys. */
  readonly unknownSections: Readonly<Record<string, readonly UnknownRecord[]>>;
}

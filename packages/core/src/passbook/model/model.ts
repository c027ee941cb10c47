import type { PartialDate, PassbookRecord, RawRow } from '../record/record.js';
import type { RecordOfKind, RecordTypes, SectionKey } from '../sections/index.js';

/**
 * The passbook as data: plain, immutable objects that can be copied with `structuredClone`. Names follow FHIR
 * if FHIR has one.
 *
 * A passbook is a set of records. Each record keeps its raw fields as the file wrote them and lists every
 * download that contains it; its typed fields are parsed from the raw ones. Anything that combines several
 * records (visits, medications, series) is a view, computed from the set, so that joining two passbooks is a
 * simple union.
 */

export type * from '../record/record.js';
export type * from '../sections/index.js';

/** One file, as downloaded by the person. */
export interface Download {
  readonly file: string;
  /** 資料申請日期; `null` if the file does not state it. */
  readonly appliedOn: PartialDate | null;
  /** Header fields as written (`b1.1`, `b1.2`). */
  readonly header: RawRow;
  /**
   * Sections in the file, with or without records: a section that is listed but has no records is really
   * empty.
   */
  readonly sections: readonly string[];
}

/** A claim of any section. */
export type AnyClaim = RecordOfKind<'claim'>;

/** A row of an unknown section, kept under its own name. */
export type UnknownRecord = PassbookRecord;

export type KnownRecord = RecordTypes[SectionKey];
export type AnyRecord = KnownRecord | UnknownRecord;

export interface Passbook {
  /**
   * The masked national ID in the file (`A12345****`), or `null` if no file contains it. Files contain no
   * name.
   */
  readonly subjectId: string | null;
  /** Every file that was read, by date of application, oldest first. */
  readonly downloads: readonly Download[];
  /** Every known section, even if empty; records in the order of their files. */
  readonly sections: { readonly [K in SectionKey]: readonly RecordTypes[K][] };
  /** Unknown sections, by their lowercase key. */
  readonly unknownSections: Readonly<Record<string, readonly UnknownRecord[]>>;
}

import type { PartialDate, PassbookRecord, RawRow } from './record.js';
import type { RecordOfKind, RecordTypes, SectionKey } from './sections/index.js';

/**
 * The passbook as data: plain, immutable objects that survive `structuredClone`. Names follow FHIR where FHIR has one.
 *
 * A passbook is a set of records. Each keeps its raw fields as the file wrote them and knows every download it came from;
 * the typed fields are a reading of the raw ones. What combines several records (visits, medications, series) is a view,
 * computed from the set, so that joining two passbooks is nothing but a union.
 */

export type * from './record.js';
export type * from './sections/index.js';

/** One file as the person downloaded it. */
export interface Download {
  readonly file: string;
  /** 資料申請日期; `null` where the file does not say. */
  readonly appliedOn: PartialDate | null;
  /** Header fields as written (`b1.1`, `b1.2`). */
  readonly header: RawRow;
  /** Sections that the file holds, with or without records: a section that is listed and has none is truly empty. */
  readonly sections: readonly string[];
}

/** A claim of any section. */
export type AnyClaim = RecordOfKind<'claim'>;

/** A row of a section that we do not know: kept and shown under its own name. */
export type UnknownRecord = PassbookRecord;

export type KnownRecord = RecordTypes[SectionKey];
export type AnyRecord = KnownRecord | UnknownRecord;

export interface Passbook {
  /** National ID as the file masks it (`A12345****`), or `null` where no file tells. Files hold no name. */
  readonly subjectId: string | null;
  /** Every file that went in, oldest application first. */
  readonly downloads: readonly Download[];
  /** Every known section, also the empty ones; records in the order of their files. */
  readonly sections: { readonly [K in SectionKey]: readonly RecordTypes[K][] };
  /** Sections that we do not know, by their lower-case key. */
  readonly unknownSections: Readonly<Record<string, readonly UnknownRecord[]>>;
}

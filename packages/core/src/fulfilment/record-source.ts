import type { Category, DateWindow, LeftOut } from '../request/index.js';

/**
 * One record as a row of J2 JSON. Its keys contain dots. The key of a nested list is the section's key followed
 * by `_1`.
 */
export type RecordRow = Readonly<Record<string, unknown>>;

/**
 * Rows by section key. The keys are those of J2, or this project's own keys for data that J2 does not contain.
 */
export type SectionRecords = Readonly<Record<string, readonly RecordRow[]>>;

export interface RecordQuery {
  readonly nationalId: string;
  readonly category: Category;
  /**
   * The first and the last day of the requested records, both included; `null` if there is no window. The
   * gateway drops records outside the window.
   */
  readonly window: DateWindow | null;
  readonly signal: AbortSignal;
  /** Called once, before the rows are returned, with the numbers of records that the source left out. */
  readonly onLeftOut?: (leftOut: readonly LeftOut[]) => void;
}

/**
 * A source of records, such as invented people, a folder of passbook files, or a hospital's FHIR server. If a
 * source fails or hangs, the gateway retries the affected category later; other categories are not affected.
 */
export interface RecordSource {
  records(query: RecordQuery): Promise<SectionRecords>;
}

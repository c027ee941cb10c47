import type { Category, DateWindow, LeftOut } from '../request/index.js';

/**
 * One record in the row format of J2 JSON: dotted keys, with nested lists under the section's key and `_1`.
 */
export type RecordRow = Readonly<Record<string, unknown>>;

/** Rows by section key: the keys of J2, or this project's keys for data that J2 does not contain. */
export type SectionRecords = Readonly<Record<string, readonly RecordRow[]>>;

export interface RecordQuery {
  readonly nationalId: string;
  readonly category: Category;
  /** First and last day, both included; `null`: no window. The gateway drops records outside it. */
  readonly window: DateWindow | null;
  readonly signal: AbortSignal;
  /** Called once, before the rows are returned, with the counts of the records that are not among them. */
  readonly onLeftOut?: (leftOut: readonly LeftOut[]) => void;
}

/**
 * Where records come from: invented people, a folder of passbook files, a hospital's FHIR server. A source
 * may fail or hang: the gateway then retries that category later; the others are not affected.
 */
export interface RecordSource {
  records(query: RecordQuery): Promise<SectionRecords>;
}

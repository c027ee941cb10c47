import type { Category, DateWindow, LeftOut } from '../request/index.js';

/** One record in the row shape of the J2 JSON format: dotted keys, nested lists under the section's key and `_1`. */
export type RecordRow = Readonly<Record<string, unknown>>;

/** Rows by section key, of J2, or the project's own key for what J2 does not carry. */
export type SectionRecords = Readonly<Record<string, readonly RecordRow[]>>;

export interface RecordQuery {
  readonly nationalId: string;
  readonly category: Category;
  /** First and last day, both included; `null`: no window. The gateway drops what lies outside. */
  readonly window: DateWindow | null;
  readonly signal: AbortSignal;
  /** Told once, before the rows are given, what is not among them. */
  readonly onLeftOut?: (leftOut: readonly LeftOut[]) => void;
}

/**
 * Where records come from: invented people, a folder of passbook files, a hospital's FHIR server.
 * A source may reject or hang: the gateway tries that category again later, and the others are not affected.
 */
export interface RecordSource {
  records(query: RecordQuery): Promise<SectionRecords>;
}

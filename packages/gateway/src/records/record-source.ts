import type { DateWindow, Category } from '@mhb-kit/core/request';

/** One record in the row shape of the J2 JSON format: dotted keys, nested lists under keys as `r1_1`. */
export type RecordRow = Readonly<Record<string, unknown>>;

/** Rows by section key, as `r1`, `r7` or one of our own for what J2 does not carry. */
export type SectionRecords = Readonly<Record<string, readonly RecordRow[]>>;

export interface RecordQuery {
  readonly nationalId: string;
  readonly category: Category;
  /** First and last day, both included; `null`: everything kept. What lies outside is dropped by the gateway. */
  readonly window: DateWindow | null;
  readonly signal: AbortSignal;
}

/**
 * Where records come from: invented people, a folder of passbook files, a hospital's FHIR server.
 * A source may reject or hang: the category is then tried again later, the others are not touched.
 */
export interface RecordSource {
  records(query: RecordQuery): Promise<SectionRecords>;
}

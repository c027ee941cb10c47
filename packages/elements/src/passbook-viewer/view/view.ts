import {
  recordsOf,
  type AnswerKind,
  type AnyRecord,
  type Passbook,
  type ReportKind,
  type TimelineKind,
} from '@mhb-kit/core/passbook';

/** The filter of the timeline; empty strings select everything. */
export interface TimelineFilter {
  readonly kind: TimelineKind | '';
  readonly organization: string;
  /** The first and the last year, month or day to show, such as `2026`, `2026-03` or `2026-03-01`. */
  readonly from: string;
  readonly to: string;
}

/**
 * What the person is looking at in a passbook, as JSON that a page can store and restore. It may contain what
 * the person typed and the name of a hospital, so it is personal data. Keep it in memory or in the session, never
 * in an address.
 */
export interface ViewerView {
  /** Same as the `section` property. */
  readonly section: string;
  readonly search: string;
  /** The selected kind of answers to a search; empty for all. */
  readonly answers: AnswerKind | '';
  /** The page of a long list; the first page is 0. */
  readonly page: number;
  /** The filter of the timeline. */
  readonly filter: TimelineFilter;
  /** The selected kind of reports; empty for all. */
  readonly reports: ReportKind | '';
  /** The tooth whose treatments are shown, by FDI number; empty for all. */
  readonly tooth: string;
  /** The analytes whose trend is open; `comparedSeries`: the analytes that share one chart. */
  readonly openedSeries: readonly string[];
  readonly comparedSeries: readonly string[];
  /** The record whose raw fields are shown: its section, and its index in that section. */
  readonly record: { readonly section: string; readonly index: number } | null;
}

export const firstView: ViewerView = {
  section: 'glance',
  search: '',
  answers: '',
  page: 0,
  filter: { kind: '', organization: '', from: '', to: '' },
  reports: '',
  tooth: '',
  openedSeries: [],
  comparedSeries: [],
  record: null,
};

/** The beginning of a page. */
export const startOf = (section: string): Pick<ViewerView, 'section' | 'search' | 'page'> => ({
  section,
  search: '',
  page: 0,
});

export function recordAt(passbook: Passbook, { record }: ViewerView): AnyRecord | undefined {
  return record === null ? undefined : recordsOf(passbook, record.section)[record.index];
}

export function placeOf(passbook: Passbook, record: AnyRecord): ViewerView['record'] {
  const index = recordsOf(passbook, record.section).indexOf(record);
  return index < 0 ? null : { section: record.section, index };
}

import {
  recordsOf,
  type AnswerKind,
  type AnyRecord,
  type Passbook,
  type ReportKind,
  type TimelineKind,
} from '@mhb-kit/core/passbook';

/** The filter of the timeline. An empty string means that all values are shown. */
export interface TimelineFilter {
  readonly kind: TimelineKind | '';
  readonly organization: string;
  /**
   * The first and the last period to show. Each one is a year, month or day, such as `2026`, `2026-03` or
   * `2026-03-01`.
   */
  readonly from: string;
  readonly to: string;
}

/**
 * The state of what the person is looking at in a passbook, as JSON that a page can store and restore. The state
 * may contain text that the person typed and the name of a hospital, so it is personal data. Keep it in memory or
 * in the session, never in a URL.
 */
export interface ViewerView {
  /** The current page, as in the viewer's `section` property. */
  readonly section: string;
  readonly search: string;
  /** The selected kind of answers to a search; empty for all kinds. */
  readonly answers: AnswerKind | '';
  /** The current page of a long list, counted from 0. */
  readonly page: number;
  /** The filter of the timeline. */
  readonly filter: TimelineFilter;
  /** The selected kind of reports; empty for all kinds. */
  readonly reports: ReportKind | '';
  /** The FDI number of the tooth whose treatments are shown; empty for all teeth. */
  readonly tooth: string;
  /**
   * The IDs of the series whose trend is open. `comparedSeries` contains the IDs of the series that share one
   * chart.
   */
  readonly openedSeries: readonly string[];
  readonly comparedSeries: readonly string[];
  /** The record whose raw fields are shown, given by its section and its index in that section. */
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

/** Returns the changes to the view that lead to the top of a page and end a search. */
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

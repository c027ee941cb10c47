import {
  recordsOf,
  type AnswerKind,
  type AnyRecord,
  type Passbook,
  type ReportKind,
  type TimelineKind,
} from '@mhb-kit/core/passbook';

/** The filter of the timeline; empty for all. */
export interface TimelineFilter {
  readonly kind: TimelineKind | '';
  readonly organization: string;
  /** First and last day, month or year to show: `2026`, `2026-03` or `2026-03-01`. */
  readonly from: string;
  readonly to: string;
}

/**
 * The person's position in a passbook, as JSON: a page can store and restore it. It may contain input and the
 * name of a hospital, so it is personal data: keep it in memory or the session, never in an address.
 */
export interface ViewerView {
  /** Same as the `section` property. */
  readonly section: string;
  readonly search: string;
  /** The selected kind of answers to a search; empty for all. */
  readonly answers: AnswerKind | '';
  /** Page of a long list, from 0. */
  readonly page: number;
  /** The filter of the timeline. */
  readonly filter: TimelineFilter;
  /** The selected kind of reports; empty for all. */
  readonly reports: ReportKind | '';
  /** The tooth whose treatments are shown, by FDI number; empty for all. */
  readonly tooth: string;
  /** Analytes whose trend is open, and those charted together. */
  readonly openedSeries: readonly string[];
  readonly comparedSeries: readonly string[];
  /** The record whose raw fields are shown: its section and its index there. */
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

import { sectionOf, type AnyRecord, type Passbook } from '@mhb-kit/core/passbook';
import { wholeTimeline, type TimelineFilter } from './timeline.js';

/**
 * Where a person is in a passbook, as JSON: kept by a page, it brings them back there. It may hold what they typed and the
 * name of a hospital, so it is personal data: keep it in memory or the session, never in an address.
 */
export interface ViewerView {
  /** As the `section` property. */
  readonly section: string;
  readonly search: string;
  /** Page of a long list, from 0. */
  readonly page: number;
  /** What the timeline is narrowed to. */
  readonly filter: TimelineFilter;
  /** The tooth whose treatments are shown, by FDI number; empty for all. */
  readonly tooth: string;
  /** Analytes whose trend is open, and those charted together. */
  readonly openedSeries: readonly string[];
  readonly comparedSeries: readonly string[];
  /** The record whose raw fields are open: its section and its index there. */
  readonly record: { readonly section: string; readonly index: number } | null;
}

export const firstView: ViewerView = {
  section: 'overview',
  search: '',
  page: 0,
  filter: wholeTimeline,
  tooth: '',
  openedSeries: [],
  comparedSeries: [],
  record: null,
};

const recordsOf = (passbook: Passbook, section: string): readonly AnyRecord[] => {
  const key = sectionOf(section)?.key;
  return key === undefined ? (passbook.unknownSections[section] ?? []) : passbook.sections[key];
};

export function recordAt(passbook: Passbook, { record }: ViewerView): AnyRecord | undefined {
  return record === null ? undefined : recordsOf(passbook, record.section)[record.index];
}

export function placeOf(passbook: Passbook, record: AnyRecord): ViewerView['record'] {
  const index = recordsOf(passbook, record.section).indexOf(record);
  return index < 0 ? null : { section: record.section, index };
}

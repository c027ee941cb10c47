import type { PartialDate, PassbookRecord, Period } from '../record/record.js';
import { label, type Parts } from './field.js';
import { date, endDate, period, rows, text } from './parts.js';
import { latest } from './section.js';

/** Parts that are common to all sections on pay-for-performance programmes: enrollment, closure and visits. */

/**
 * A person's enrollment in a pay-for-performance programme, which corresponds to FHIR's EpisodeOfCare. The
 * enrollment is open until it has an end date.
 */
export interface Programme<K extends string, V extends ProgrammeVisit> extends PassbookRecord<K> {
  readonly period: Period;
  readonly organization: string | null;
  readonly visits: readonly V[];
}

export interface ProgrammeVisit {
  readonly stage: string | null;
  readonly occurredOn: PartialDate | null;
}

export const programmeFields = {
  period: period({
    start: date(1, '收案日期', 'Enrolled on'),
    end: endDate(3, '結案日期', 'Closed on'),
  }),
  organization: text(2, '收案院所', 'Enrolling facility'),
};

/** The first two fields of each visit. */
export const visitFields = {
  stage: text(1, '階段', 'Stage'),
  occurredOn: date(2, '就醫日期', 'Visit date'),
};

export const visitsLabel = label('追蹤紀錄', 'Follow-up visits');

/** The visits of a programme. The measurements start at field 3. */
export const visits = <P extends Parts>(measurements: P) =>
  rows(visitsLabel, { ...visitFields, ...measurements });

export const lastSeen = (programme: Omit<Programme<string, ProgrammeVisit>, keyof PassbookRecord>) =>
  latest([programme.period.start, ...programme.visits.map(({ occurredOn }) => occurredOn)]);

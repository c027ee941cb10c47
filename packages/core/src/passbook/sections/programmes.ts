import type { PartialDate, PassbookRecord, Period } from '../record/record.js';
import { label, type Parts } from './field.js';
import { date, endDate, period, rows, text } from './parts.js';
import { latest } from './section.js';

/** The common parts of the sections for pay-for-performance programmes: enrollment, closure and visits. */

/**
 * A person's enrollment in a pay-for-performance programme (FHIR's EpisodeOfCare). It is open as long as it
 * has no end.
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

/** The first two fields of a visit. */
export const visitFields = {
  stage: text(1, '階段', 'Stage'),
  occurredOn: date(2, '就醫日期', 'Visit date'),
};

export const visitsLabel = label('追蹤紀錄', 'Follow-up visits');

/** Visits with the measurements of a programme, from field 3 on. */
export const visits = <P extends Parts>(measurements: P) =>
  rows(visitsLabel, { ...visitFields, ...measurements });

export const lastSeen = (programme: Omit<Programme<string, ProgrammeVisit>, keyof PassbookRecord>) =>
  latest([programme.period.start, ...programme.visits.map(({ occurredOn }) => occurredOn)]);

import type { AnyRecord, LaboratoryResult, PartialDate, Passbook } from '../model/model.js';
import {
  advanceDirectives,
  dischargeSummaries,
  laboratoryResults,
  preventiveCheckups,
  recordsOfKind,
  type SectionKey,
} from '../sections/index.js';
import { listAllergies, listAllergyStatements } from './allergies.js';
import { facilityKey } from '../record/organizations.js';
import { isRehabilitation } from '../record/orders.js';
import { listImmunizations, listPreventiveCare } from './care.js';
import { dayNumber } from './days.js';
import { atOnce, eachStep, mapSteps, PIECE, type Steps } from '../steps/steps.js';
import { encounterSteps, type Encounter, type EncounterClass } from './encounters.js';
import { groupBySteps, newestFirstSteps } from './order.js';
import { reportsOf } from './reports.js';
import { findRevisions, type Revisions } from './revisions.js';

export type TimelineKind =
  | EncounterClass
  | 'laboratory'
  | 'report'
  | 'immunization'
  | 'allergy'
  | 'advance-directive'
  | 'checkup'
  | 'screening'
  | 'programme'
  | 'discharge-summary';

/** An event on a certain day, described in the words of the passbook. */
export interface TimelineEntry {
  /** The date of the event. For a course of treatment, it is the last day. */
  readonly date: PartialDate | null;
  readonly kind: TimelineKind;
  /** The diagnosis, vaccine or examination, for example. `null` if the file names none. */
  readonly title: string | null;
  readonly organization: string | null;
  readonly records: readonly AnyRecord[];
  /** The visit, or all visits of a course of rehabilitation, newest first. Empty if the event is not a visit. */
  readonly encounters: readonly Encounter[];
}

/** Lists the whole medical history, newest first. */
export function listTimeline(passbook: Passbook): TimelineEntry[] {
  const revisions = findRevisions(passbook);
  return atOnce(timelineSteps(passbook, revisions, atOnce(encounterSteps(passbook, revisions))));
}

export function* timelineSteps(
  passbook: Passbook,
  revisions: Revisions,
  encounters: readonly Encounter[],
): Steps<TimelineEntry[]> {
  const { sections } = passbook;
  const entry = (
    kind: TimelineKind,
    date: PartialDate | null,
    title: string | null,
    organization: string | null,
    records: readonly AnyRecord[],
  ): TimelineEntry => ({ kind, date, title, organization, records, encounters: [] });

  return yield* newestFirstSteps([
    ...(yield* mapSteps(yield* courseSteps(encounters), encounterEntry)),
    ...(yield* laboratoryEntries(sections[laboratoryResults.key].filter((result) => !revisions.has(result)))),
    ...(yield* mapSteps(reportsOf(passbook, revisions), ({ date, order, performer, records }) =>
      entry('report', date, order.display, performer.name, records),
    )),
    ...listImmunizations(passbook).map(({ date, vaccine, performer, records }) =>
      entry('immunization', date, vaccine, performer, records),
    ),
    ...listAllergies(passbook).map(({ recordedOn, substance, organization, records }) =>
      entry('allergy', recordedOn, substance, organization.name, records),
    ),
    ...listAllergyStatements(passbook).map(({ recordedOn, text, organization, records }) =>
      entry('allergy', recordedOn, text, organization.name, records),
    ),
    ...sections[advanceDirectives.key].map((each) =>
      entry('advance-directive', each.date, each.text, null, [each]),
    ),
    ...sections[preventiveCheckups.key]
      .filter((checkup) => !revisions.has(checkup))
      .map((each) => entry('checkup', each.date, null, each.performer.name, [each])),
    ...listPreventiveCare(passbook).screenings.map((each) =>
      entry('screening', each.occurredOn, each.examination ?? each.category, each.performer, [each.record]),
    ),
    ...recordsOfKind(passbook, 'programme').flatMap((programme) => [
      entry('programme', programme.period.start, null, programme.organization, [programme]),
      ...programme.visits.map((visit) =>
        entry('programme', visit.occurredOn, visit.stage, programme.organization, [programme]),
      ),
    ]),
    ...sections[dischargeSummaries.key].map((each) =>
      entry('discharge-summary', each.date, each.dischargeDiagnosis, each.serviceProvider.name, [each]),
    ),
  ]);
}

function encounterEntry(course: readonly [Encounter, ...Encounter[]]): TimelineEntry {
  const [newest] = course;
  return {
    kind: newest.class,
    date: newest.date,
    title: newest.diagnoses[0]?.display ?? newest.diagnoses[0]?.code ?? null,
    organization: newest.serviceProvider.name,
    records: course.flatMap(({ claims }) => claims),
    encounters: course,
  };
}

/** The maximum number of days between two rehabilitation treatments of the same course. */
const COURSE_GAP = 21;

/**
 * Groups the visits into entries. Each visit is a separate entry, except that a course of rehabilitation at one
 * facility for one illness is a single entry. The entries, and the visits in each of them, are sorted with the
 * newest first.
 */
function* courseSteps(encounters: readonly Encounter[]): Steps<[Encounter, ...Encounter[]][]> {
  const all: [Encounter, ...Encounter[]][] = [];
  const running = new Map<string, [Encounter, ...Encounter[]]>();
  yield* eachStep(encounters, (encounter) => {
    const { serviceProvider, diagnoses, orders } = encounter;
    const key = orders.some(isRehabilitation)
      ? JSON.stringify([facilityKey(serviceProvider), diagnoses[0]?.code ?? diagnoses[0]?.display])
      : null;
    const course = key === null ? undefined : running.get(key);
    if (course !== undefined && isNear(encounter, course.at(-1))) {
      course.push(encounter);
      return;
    }
    const begun: [Encounter, ...Encounter[]] = [encounter];
    all.push(begun);
    if (key !== null) running.set(key, begun);
  });
  return all;
}

function isNear(earlier: Encounter, later: Encounter | undefined): boolean {
  const [from, to] = [dayNumber(earlier.date), dayNumber(later?.date ?? null)];
  return from !== null && to !== null && to - from <= COURSE_GAP;
}

/** The maximum number of analytes that a title names. */
const NAMES = 3;

/**
 * Creates the entries for laboratory results. All results of one facility for one day's samples form a single
 * entry, regardless of their number.
 */
function* laboratoryEntries(results: readonly LaboratoryResult[]): Steps<TimelineEntry[]> {
  const groups = yield* groupBySteps(results, ({ date, performer }) =>
    JSON.stringify([date, performer.code ?? performer.name]),
  );
  return yield* mapSteps([...groups.values()], (group): TimelineEntry => {
    const names = [...new Set(group.flatMap(({ order: { display }, analyte }) => display ?? analyte ?? []))];
    return {
      kind: 'laboratory',
      date: group[0]?.date ?? null,
      title:
        names.length === 0 ? null : `${names.slice(0, NAMES).join('、')}${names.length > NAMES ? '…' : ''}`,
      organization: group[0]?.performer.name ?? null,
      records: group,
      encounters: [],
    };
  });
}

/** A timeline, with the values for its filters. */
export interface TimelineListing {
  readonly entries: readonly TimelineEntry[];
  readonly kinds: readonly TimelineKind[];
  /** The names of all facilities, sorted so that the one with the most entries comes first. */
  readonly organizations: readonly string[];
  /** The years that have entries, newest first. */
  readonly years: readonly string[];
}

export function* timelineListingSteps(entries: readonly TimelineEntry[]): Steps<TimelineListing> {
  const kinds = new Set<TimelineKind>();
  const years = new Set<string>();
  const organizations = new Map<string, number>();
  for (const [index, { kind, date, organization }] of entries.entries()) {
    kinds.add(kind);
    if (date !== null) years.add(date.slice(0, 4));
    if (organization !== null) organizations.set(organization, (organizations.get(organization) ?? 0) + 1);
    if (index % PIECE === 0) yield;
  }
  return {
    entries,
    kinds: [...kinds],
    organizations: [...organizations].sort(([, a], [, b]) => b - a).map(([name]) => name),
    years: [...years].sort().reverse(),
  };
}

export interface SectionSummary {
  readonly key: SectionKey | string;
  readonly records: number;
  /**
   * Whether a file contains the section. If the section is present but empty, the person has no such records. If
   * the section is missing, this is unknown.
   */
  readonly held: boolean;
  readonly first: PartialDate | null;
  readonly last: PartialDate | null;
}

export interface Overview {
  readonly subjectId: string | null;
  /** The date for which the newest download was requested. */
  readonly appliedOn: PartialDate | null;
  readonly records: number;
  readonly first: PartialDate | null;
  readonly last: PartialDate | null;
  /** All known sections in their usual order, followed by the unknown ones. */
  readonly sections: readonly SectionSummary[];
}

/** Summarizes the contents of a passbook. */
export function summarize(passbook: Passbook): Overview {
  const held = new Set(passbook.downloads.flatMap(({ sections }) => sections));
  const all: readonly (readonly [string, readonly AnyRecord[]])[] = [
    ...Object.entries(passbook.sections),
    ...Object.entries(passbook.unknownSections),
  ];
  const summaries = all.map(([key, records]): SectionSummary => {
    const dates = records.flatMap(({ date }) => (date === null ? [] : [date])).sort();
    return {
      key,
      records: records.length,
      held: held.has(key),
      first: dates[0] ?? null,
      last: dates.at(-1) ?? null,
    };
  });
  const days = (pick: (summary: SectionSummary) => PartialDate | null): PartialDate[] =>
    summaries.flatMap((summary) => pick(summary) ?? []).sort();
  return {
    subjectId: passbook.subjectId,
    appliedOn:
      passbook.downloads
        .flatMap(({ appliedOn }) => appliedOn ?? [])
        .sort()
        .at(-1) ?? null,
    records: summaries.reduce((sum, { records }) => sum + records, 0),
    first: days(({ first }) => first)[0] ?? null,
    last: days(({ last }) => last).at(-1) ?? null,
    sections: summaries,
  };
}

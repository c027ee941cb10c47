import type { LocalDate } from '../../../identity/index.js';
import type { AnyRecord, Passbook } from '../../model/model.js';
import { eachStep, PIECE, type Steps } from '../../steps/steps.js';
import { listAllergies, type Allergy } from '../allergies.js';
import { listImmunizations, type Vaccination } from '../care.js';
import type { Encounter } from '../encounters.js';
import type { LaboratorySeries } from '../laboratory.js';
import type { Medication } from '../medication.js';
import type { MedicationList } from '../medications.js';
import { newestFirstSteps } from '../order.js';
import { reportsOf, type Report } from '../reports.js';
import { standingFor, type Revisable, type Revisions } from '../revisions.js';
import { namesIllness } from './lay-words.js';
import { meaningsOfRecords, namesOfAllergy, namesOfDrug, namesOfReport, namesOfTest } from './meanings.js';
import { Named, type Scored } from './named.js';
import { isInPeriod, readQuery, type SearchQuery } from './query.js';
import { textIndexSteps } from './text-index.js';

/** The type of the items in each kind of answer. */
export interface AnswerItems {
  readonly tests: LaboratorySeries;
  readonly allergies: Allergy;
  readonly drugs: Medication;
  readonly vaccinations: Vaccination;
  readonly reports: Report;
  readonly visits: Encounter;
  /** Records that belong to no other kind. */
  readonly others: AnyRecord;
}

export type AnswerKind = keyof AnswerItems;

/** All answers of one kind. */
export type AnswerGroup = {
  readonly [Kind in AnswerKind]: {
    readonly kind: Kind;
    readonly total: number;
    /** At most 200 items. Items that the query names come first, followed by the newest of the remaining items. */
    readonly items: readonly AnswerItems[Kind][];
  };
}[AnswerKind];

export interface Answers {
  readonly query: SearchQuery;
  /**
   * The groups that have at least one answer, sorted so that groups with items that the query names come first.
   */
  readonly groups: readonly AnswerGroup[];
}

/** Answers queries about one passbook. The finder is created once, and called each time a key is pressed. */
export interface AnswerFinder {
  /** Finds the answers to a query. An empty query has no answers. */
  answer(query: string): Answers;
}

/** The data that is searched for answers. */
export interface AnswerSources {
  readonly passbook: Passbook;
  readonly revisions: Revisions;
  readonly medications: MedicationList;
  readonly series: readonly LaboratorySeries[];
  readonly encounters: readonly Encounter[];
  readonly today: LocalDate;
}

/**
 * The order of groups that have the same score. Kinds whose items have names come before kinds whose items only
 * mention a word.
 */
const kinds: readonly AnswerKind[] = [
  'tests',
  'allergies',
  'drugs',
  'vaccinations',
  'reports',
  'visits',
  'others',
];
const MOST = 200;
/** The score of a group that was found through any string in its records, or through their date. */
const SOMEWHERE = 0.5;
/**
 * The corresponding score of visits. It is higher, because a hospital that is mentioned in a record is usually
 * where a visit took place.
 */
const AT_A_VISIT = 0.6;
/** The score of visits if the query is a date, or the name or code of an illness. */
const ASKED_FOR = 4;

/**
 * Prepares the search for answers. Words find items by their names, by the meaning of their codes, and by all
 * strings in their records. Dates find items by day.
 */
export function* answerSteps(sources: AnswerSources): Steps<AnswerFinder> {
  const { passbook, medications, series, today } = sources;
  const records = yield* newestFirstSteps([
    ...Object.values<readonly AnyRecord[]>(passbook.sections).flat(),
    ...Object.values(passbook.unknownSections).flat(),
  ]);
  const index = yield* textIndexSteps(records, meaningsOfRecords());
  const things = yield* thingSteps(records, sources);
  const drugs = [medications.current, medications.mayBeInUse, medications.replaced, medications.past].flat();
  const tests = series.filter(({ remark, points }) => !remark && points.length > 0);
  const named = {
    tests: new Named(tests, namesOfTest),
    allergies: new Named(things.allergies, namesOfAllergy),
    drugs: new Named(drugs, namesOfDrug),
    vaccinations: new Named(things.vaccinations, ({ vaccine }) => (vaccine === null ? [] : [vaccine])),
    reports: new Named(things.reports, namesOfReport),
  };

  return {
    answer(text) {
      const query = readQuery(text, today);
      const { period, terms } = query;
      if (period === null && terms.length === 0) return { query, groups: [] };
      const within = (date: AnyRecord['date']): boolean => period === null || isInPeriod(date, period);
      const found = things.among(
        index.find(terms, { within: period === null ? undefined : within }).positions,
      );
      const byName: { readonly [Kind in AnswerKind]: readonly Scored<AnswerItems[Kind]>[] } = {
        tests: named.tests.find(terms, ({ points }) => points.some(({ date }) => within(date))),
        allergies: named.allergies.find(terms, ({ recordedOn }) => within(recordedOn)),
        drugs: named.drugs.find(terms, ({ supplies }) => supplies.some(({ date }) => within(date))),
        vaccinations: named.vaccinations.find(terms, ({ date }) => within(date)),
        reports: named.reports.find(terms, ({ date }) => within(date)),
        visits: [],
        others: [],
      };
      const scoreOf = (kind: AnswerKind): number => {
        if (kind === 'visits' && asksForVisits(query)) return ASKED_FOR;
        const somewhere = kind === 'visits' ? AT_A_VISIT : SOMEWHERE;
        return terms.length === 0 ? somewhere : (byName[kind][0]?.score ?? somewhere);
      };
      const groups = kinds
        .map((kind) => groupOf(kind, byName[kind], found[kind]))
        .filter(({ total }) => total > 0)
        .sort((a, b) => scoreOf(b.kind) - scoreOf(a.kind));
      return { query, groups };
    },
  };
}

/** Checks whether the query consists of a date, or of the code or name of an illness. */
const asksForVisits = ({ terms }: SearchQuery): boolean =>
  terms.length === 0 ||
  (terms.length === 1 && (terms[0]?.length ?? 0) > 1) ||
  namesIllness(terms.map(([word]) => word).join(' '));

/**
 * Creates a group of answers. Items that have the name come first, followed by items found through their records.
 */
function groupOf<Kind extends AnswerKind>(
  kind: Kind,
  byName: readonly Scored<AnswerItems[Kind]>[],
  { total, items }: Found<AnswerItems[Kind]>,
): AnswerGroup {
  const all = new Set([...byName.map(({ item }) => item), ...items]);
  return {
    kind,
    // If more items match than are listed, the items found by name are usually among the newest, so they are not
    // counted again.
    total: total > MOST ? total : all.size,
    items: [...all].slice(0, MOST),
  } as unknown as AnswerGroup;
}

/** Items that were found through their records. All of them are counted, but only the newest are listed. */
interface Found<Item> {
  total: number;
  readonly items: Item[];
}

type FoundByKind = { readonly [Kind in AnswerKind]: Found<AnswerItems[Kind]> };

interface Things {
  readonly reports: readonly Report[];
  readonly allergies: readonly Allergy[];
  readonly vaccinations: readonly Vaccination[];
  /** Returns the items to which records belong, newest first. Each item is returned once. */
  readonly among: (places: Uint32Array) => FoundByKind;
}

/**
 * Determines the item to which each record belongs. Several rows can belong to one visit, and many results to one
 * test.
 */
function* thingSteps(
  records: readonly AnyRecord[],
  { passbook, revisions, series, encounters }: AnswerSources,
): Steps<Things> {
  const things: { readonly kind: AnswerKind; readonly item: AnswerItems[AnswerKind] }[] = [];
  const places = new Map<AnyRecord, number>();
  const add = <Kind extends AnswerKind>(
    kind: Kind,
    item: AnswerItems[Kind],
    ...of: readonly (readonly AnyRecord[])[]
  ): void => {
    for (const records of of) for (const record of records) places.set(record, things.length);
    things.push({ kind, item });
  };
  const reports = reportsOf(passbook, revisions);
  yield;
  const allergies = listAllergies(passbook);
  const vaccinations = listImmunizations(passbook);
  yield;
  yield* eachStep(encounters, (each) => {
    add('visits', each, each.claims, each.revised);
  });
  for (const each of series) {
    add('tests', each, each.remarks);
    yield* eachStep(each.points, ({ results }) => {
      for (const result of results) places.set(result, things.length - 1);
    });
  }
  for (const each of reports) add('reports', each, each.records);
  for (const each of allergies) add('allergies', each, each.records);
  for (const each of vaccinations) add('vaccinations', each, each.records);
  yield;
  const thingOf = new Uint32Array(records.length);
  for (const [at, record] of records.entries()) {
    const place = places.get(record) ?? places.get(standingFor(record as Revisable, revisions));
    if (place === undefined) add('others', record, [record]);
    thingOf[at] = place ?? things.length - 1;
    if (at % PIECE === 0) yield;
  }
  const seen = new Uint8Array(things.length);
  return {
    reports,
    allergies,
    vaccinations,
    among(found) {
      seen.fill(0);
      const byKind: FoundByKind = {
        tests: { total: 0, items: [] },
        allergies: { total: 0, items: [] },
        drugs: { total: 0, items: [] },
        vaccinations: { total: 0, items: [] },
        reports: { total: 0, items: [] },
        visits: { total: 0, items: [] },
        others: { total: 0, items: [] },
      };
      for (const at of found) {
        const place = thingOf[at] as number;
        if (seen[place] === 1) continue;
        seen[place] = 1;
        const { kind, item } = things[place] as (typeof things)[number];
        const group = byKind[kind] as Found<AnswerItems[AnswerKind]>;
        group.total += 1;
        if (group.items.length < MOST) group.items.push(item);
      }
      return byKind;
    },
  };
}

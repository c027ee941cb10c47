import { analyteOf, normalizeAnalyteName, type Analyte } from '../analytes.js';
import type { LaboratoryResult, PartialDate, Passbook } from '../model.js';
import {
  parseQuantity,
  parseReferenceRange,
  positionIn,
  type Quantity,
  type ReferenceRange,
} from '../reference-range.js';
import { atOnce, mapSteps, type Steps } from '../steps.js';
import { groupBy, groupBySteps, newestFirst, oldestFirstSteps } from './order.js';
import { findRevisions, type Revisions } from './revisions.js';

/** One measurement, which may have reached the NHI through two channels. */
export interface LaboratoryPoint {
  readonly date: PartialDate | null;
  /** As written. */
  readonly value: string | null;
  /** The number of the value, or `null` if it is a word. */
  readonly quantity: Quantity | null;
  readonly range: ReferenceRange | null;
  /** By the range that stands with this result, never by another's; `null` where it does not decide. */
  readonly position: 'below' | 'within' | 'above' | null;
  readonly organization: string | null;
  /** The latest upload first. */
  readonly results: readonly LaboratoryResult[];
}

export interface LaboratorySeries {
  /** Stable for one analyte: the table's id, or order code and name. */
  readonly id: string;
  /** The newest result's name. */
  readonly label: string;
  /** The table's row by which different names were joined; `null` if all results have one name. */
  readonly analyte: Analyte | null;
  /** Every name that facilities used. */
  readonly names: readonly string[];
  readonly order: LaboratoryResult['order'];
  /** Oldest first, as a chart reads. */
  readonly points: readonly LaboratoryPoint[];
  /** At least one value is a number. */
  readonly numeric: boolean;
  /** Remarks on the specimen (appearance, haemolysis), which are no results. */
  readonly remark: boolean;
}

const remarkName =
  /溶血|乳糜|外觀|顏色|備註|註解|檢體|hemolysis|haemolysis|lipemi|icter|appearance|colou?r|comment|remark/i;

/** Results by analyte, the most recently measured first. */
export function listLaboratorySeries(passbook: Passbook): LaboratorySeries[] {
  return atOnce(laboratorySteps(passbook, findRevisions(passbook)));
}

export function* laboratorySteps(passbook: Passbook, revisions: Revisions): Steps<LaboratorySeries[]> {
  const results = passbook.sections.r7.filter((result) => !revisions.has(result));
  const groups = yield* groupBySteps(results, seriesId);
  const series: LaboratorySeries[] = [];
  for (const [id, group] of groups) series.push(yield* seriesOf(id, group));
  return series.sort((a, b) => newestFirst(lastPoint(a), lastPoint(b)));
}

const lastPoint = ({ points }: LaboratorySeries): { date: PartialDate | null } =>
  points.at(-1) ?? { date: null };

const seriesId = (result: LaboratoryResult): string =>
  analyteOf(result)?.id ?? `${result.order.code ?? ''} ${normalizeAnalyteName(result.analyte ?? '')}`;

function* seriesOf(id: string, results: readonly LaboratoryResult[]): Steps<LaboratorySeries> {
  const points = yield* oldestFirstSteps(yield* mapSteps(yield* joinChannelsSteps(results), pointOf));
  yield;
  const newest = points.at(-1)?.results[0];
  const names = [...new Set(results.flatMap(({ analyte }) => (analyte === null ? [] : [analyte])))];
  return {
    id,
    label: newest?.analyte ?? newest?.order.display ?? id,
    analyte: newest === undefined ? null : analyteOf(newest),
    names,
    order: newest?.order ?? { code: null, display: null },
    points,
    numeric: points.some(({ quantity }) => quantity !== null),
    remark: names.some((name) => remarkName.test(name.normalize('NFKC'))),
  };
}

/**
 * Facilities upload a result at once and again with the monthly claim, under another name and without its range. Within
 * one analyte, results of one facility, day, order and value are one if their ranges agree or one has none. A different
 * value is never joined.
 */
export function joinChannels(results: readonly LaboratoryResult[]): LaboratoryResult[][] {
  return atOnce(joinChannelsSteps(results));
}

function* joinChannelsSteps(results: readonly LaboratoryResult[]): Steps<LaboratoryResult[][]> {
  const same = yield* groupBySteps(results, ({ performer, date, order, value }) =>
    JSON.stringify([performer.code ?? performer.name, date, order.code, comparable(value)]),
  );
  const joined = yield* mapSteps([...same.values()], joinRanges);
  return joined.flat();
}

/** Results alike in all but their range and name, by the range. */
function joinRanges(group: readonly LaboratoryResult[]): LaboratoryResult[][] {
  if (group.length === 1) return [[...group]];
  const ranges = groupBy(group, ({ referenceRange }) =>
    parseReferenceRange(referenceRange) === null ? '' : comparable(referenceRange),
  );
  const unranged = ranges.get('') ?? [];
  ranges.delete('');
  const [only, ...more] = ranges.values();
  // With two stated ranges it is open to which of them the one without belongs.
  const joined =
    only !== undefined && more.length === 0 ? [[...only, ...unranged]] : [...ranges.values(), unranged];
  return joined.filter((each) => each.length > 0);
}

const comparable = (text: string | null): string =>
  (text ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();

function pointOf(group: readonly LaboratoryResult[]): LaboratoryPoint {
  const results = [...group].sort((a, b) => ((a.uploadedAt ?? '') < (b.uploadedAt ?? '') ? 1 : -1));
  // A group has at least one result.
  const latest = results[0] as LaboratoryResult;
  const quantity = parseQuantity(latest.value);
  const range = results
    .map(({ referenceRange }) => parseReferenceRange(referenceRange))
    .find((each) => each !== null);
  return {
    date: latest.date,
    value: latest.value,
    quantity,
    range: range ?? null,
    position: positionIn(range ?? null, quantity),
    organization: latest.performer.name,
    results,
  };
}

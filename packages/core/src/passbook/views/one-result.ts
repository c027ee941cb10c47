import { normalizeOrderCode, type Analyte } from '../analytes/analytes.js';
import type { LaboratoryResult } from '../model/model.js';
import { positionOf, readResultValue, type Position, type ResultValue } from '../results/position.js';
import { parseReferenceRange, type Interval, type ReferenceRange } from '../results/reference-range.js';
import type { RangeSubject } from '../results/range-condition.js';
import { intervalOf, sameScale, scaleByRange } from './laboratory-units.js';
import { groupBySteps } from './order.js';
import { mapSteps, type Steps } from '../steps/steps.js';

/** One measurement, with its parsed value and range, even if several channels report it. */
export interface OneResult {
  /** All reports of this measurement, the latest upload first. */
  readonly results: readonly LaboratoryResult[];
  readonly value: ResultValue | null;
  /** The most useful of the stated ranges. */
  readonly range: ReferenceRange | null;
  readonly position: Position;
  /** Whether the result is a 0 for something that is never 0, which means that nothing was measured. */
  readonly unmeasured: boolean;
  /**
   * The time of the first upload. The last upload says nothing about the order of results, because the monthly
   * claim reports a result again after newer results have arrived.
   */
  readonly uploadedAt: string;
}

/**
 * Parses values and ranges. Each distinct string is parsed only once, because the same few hundred strings occur
 * again and again.
 */
export class ResultReader {
  readonly #values = new Map<string, ResultValue | null>();
  readonly #ranges = new Map<string, ReferenceRange | null>();
  readonly #sex: RangeSubject['sex'];
  readonly #birthYear: number | null;

  constructor(sex: RangeSubject['sex'], birthYear: number | null) {
    this.#sex = sex;
    this.#birthYear = birthYear;
  }

  value(text: string | null): ResultValue | null {
    if (text === null) return null;
    let value = this.#values.get(text);
    if (value === undefined) this.#values.set(text, (value = readResultValue(text)));
    return value;
  }

  range({ referenceRange, date }: LaboratoryResult): ReferenceRange | null {
    if (referenceRange === null) return null;
    const age = this.#birthYear === null || date === null ? null : Number(date.slice(0, 4)) - this.#birthYear;
    const key = age === null ? referenceRange : `${age} ${referenceRange}`;
    let range = this.#ranges.get(key);
    if (range === undefined) {
      range = parseReferenceRange(referenceRange, { sex: this.#sex, age });
      this.#ranges.set(key, range);
    }
    return range;
  }
}

/**
 * Joins results that are one measurement. Facilities upload a result immediately and again with the monthly claim,
 * under another name and with a different range or none. Results of one analyte are joined if the facility, day,
 * order and value (14 equals 14.0) are the same. Results with different values are never joined.
 */
export function* joinChannels(
  results: readonly LaboratoryResult[],
  reader: ResultReader,
  analyte: Analyte | null,
): Steps<OneResult[]> {
  const same = yield* groupBySteps(
    results,
    ({ performer, date, order, value, unit }) =>
      `${performer.code ?? performer.name ?? ''}\u001f${date ?? ''}\u001f${normalizeOrderCode(order.code)}\u001f${comparable(value, reader)}\u001f${unit ?? ''}`,
  );
  const teller = new SpecimenTeller(analyte, reader, results);
  const joined = yield* mapSteps([...same.values()], (group) =>
    bySpecimen(group, teller).map((each) => oneOf(each, reader, analyte?.neverZero ?? false)),
  );
  return joined.flat();
}

/** Results with the same day and value that come from the same specimen. */
interface SpecimenPart {
  /** Whether the specimen is the analyte's own. If it is not, one of the ranges is impossible for the analyte. */
  readonly own: boolean;
  readonly interval: Interval | null;
  readonly results: LaboratoryResult[];
}

/**
 * Separates results by specimen. Ranges that cannot have the same scale belong to two specimens (sodium in serum
 * and in urine), even if the values are equal. A row without a range belongs to the specimen that has the same
 * name on this or another day.
 */
function bySpecimen(
  group: readonly LaboratoryResult[],
  toldBy: SpecimenTeller,
): readonly (readonly LaboratoryResult[])[] {
  if (group.length === 1) return [group];
  const parts: SpecimenPart[] = [];
  const untold: LaboratoryResult[] = [];
  for (const result of group) {
    const told = toldBy.row(result);
    const part = told === null ? undefined : parts.find((each) => isOneSpecimen(each, told));
    if (told === null) untold.push(result);
    else if (part !== undefined) part.results.push(result);
    else parts.push({ ...told, results: [result] });
  }
  const [first] = parts;
  if (first === undefined || (parts.length === 1 && first.own)) return [group];
  for (const result of untold) {
    const named = parts.find(({ results }) => results.some(({ analyte }) => analyte === result.analyte));
    const told = named === undefined ? toldBy.name(result) : null;
    const part =
      named ??
      (told === null ? undefined : parts.find((each) => isOneSpecimen(each, told))) ??
      parts.find(({ own }) => own);
    if (part !== undefined) part.results.push(result);
    else if (toldBy.knowsOwn) parts.push({ own: true, interval: null, results: [result] });
    else first.results.push(result);
  }
  return parts.map(({ results }) => results);
}

type ToldSpecimen = Omit<SpecimenPart, 'results'>;

const isOneSpecimen = (a: ToldSpecimen, b: ToldSpecimen): boolean =>
  a.own || b.own || a.interval === null || b.interval === null
    ? a.own === b.own
    : sameScale(a.interval, b.interval);

/** Infers the specimen of each result of one analyte from its range. */
class SpecimenTeller {
  readonly #analyte: Analyte | null;
  readonly #reader: ResultReader;
  readonly #results: readonly LaboratoryResult[];
  #names: Map<string, ToldSpecimen | null> | undefined;

  constructor(analyte: Analyte | null, reader: ResultReader, results: readonly LaboratoryResult[]) {
    this.#analyte = analyte;
    this.#reader = reader;
    this.#results = results;
  }

  /** Whether the usual range of the analyte is known, so that a different range indicates a different specimen. */
  get knowsOwn(): boolean {
    return this.#analyte !== null && this.#analyte.usual !== null;
  }

  /** Returns the specimen that the range of a row indicates. Returns `null` if the range is inconclusive. */
  row(result: LaboratoryResult): ToldSpecimen | null {
    const range = this.#reader.range(result);
    if (range === null) return null;
    const interval = intervalOf(range);
    if (this.#analyte === null || this.#analyte.usual === null)
      return interval === null ? null : { own: false, interval };
    if (interval === null && range.figures.length === 0) return null;
    const quantity = this.#reader.value(result.value)?.quantity ?? null;
    const reading = scaleByRange(this.#analyte, range, quantity);
    return reading === 'untold' ? null : { own: reading !== 'other', interval };
  }

  /**
   * Returns the specimen that the facility's ranges for the same name indicate on other days. Returns `null` if
   * the ranges differ or are inconclusive.
   */
  name(result: LaboratoryResult): ToldSpecimen | null {
    if (this.#names === undefined) {
      this.#names = new Map();
      for (const each of this.#results) {
        const told = this.row(each);
        if (told === null) continue;
        const key = nameOf(each);
        const known = this.#names.get(key);
        const agrees = known === undefined || (known !== null && isOneSpecimen(known, told));
        this.#names.set(key, agrees ? (known ?? told) : null);
      }
    }
    return this.#names.get(nameOf(result)) ?? null;
  }
}

const nameOf = ({ performer, analyte }: LaboratoryResult): string =>
  `${performer.code ?? performer.name ?? ''}\u001f${analyte ?? ''}`;

function comparable(text: string | null, reader: ResultReader): string {
  const quantity = reader.value(text)?.quantity;
  if (quantity !== null && quantity !== undefined) return `${quantity.comparator ?? ''}${quantity.value}`;
  return (text ?? '').normalize('NFKC').replace(/\s+/g, '').toLowerCase();
}

function oneOf(group: readonly LaboratoryResult[], reader: ResultReader, neverZero: boolean): OneResult {
  const results = group.length === 1 ? group : [...group].sort(byUpload);
  // The list is never empty, because every group contains at least one result.
  const latest = results[0] as LaboratoryResult;
  const value = inUnit(reader.value(latest.value), latest.unit);
  const judged = results.map((result) => {
    const range = reader.range(result);
    return { range, position: positionOf(range, value) ?? positionOfFlag(result.flag, value) };
  });
  const best = judged.reduce((kept, each) => (worth(each) > worth(kept) ? each : kept));
  const unmeasured =
    neverZero && value?.quantity !== null && value?.quantity !== undefined && value.quantity.value <= 0;
  return {
    results,
    value,
    range: best.range,
    position: unmeasured ? null : best.position,
    unmeasured,
    uploadedAt: results.at(-1)?.uploadedAt ?? '',
  };
}

/** Adds a unit that is stated in a separate field to the value. */
const inUnit = (value: ResultValue | null, unit: string | null): ResultValue | null =>
  value === null || value.quantity === null || unit === null
    ? value
    : { ...value, quantity: { ...value.quantity, unit } };

/**
 * Returns the position of a result according to the laboratory. It is used if the range does not determine the
 * position.
 */
function positionOfFlag(flag: string | null, value: ResultValue | null): Position {
  if (flag === null || value === null) return null;
  if (/^(?:HH?|HU|>|POS|DET|RR|WR)$/.test(flag)) return 'above';
  if (/^(?:LL?|LU|<)$/.test(flag)) return 'below';
  if (/^(?:N|NEG|ND|NR)$/.test(flag)) return 'within';
  // `A` means abnormal. A result in words is then above the expected one, but a number can be above or below its
  // range.
  return /^AA?$/.test(flag) && value.quantity === null ? 'above' : null;
}

const byUpload = (a: LaboratoryResult, b: LaboratoryResult): number =>
  (a.uploadedAt ?? '') < (b.uploadedAt ?? '') ? 1 : -1;

/**
 * Ranks the range of a result. A range by which the result can be judged ranks above a range that is only stated,
 * and a range with two bounds ranks above a range with one bound.
 */
function worth({
  range,
  position,
}: {
  readonly range: ReferenceRange | null;
  readonly position: Position;
}): number {
  if (range === null) return 0;
  const bounds = (range.low === null ? 0 : 1) + (range.high === null ? 0 : 1);
  return (position === null ? 0 : 4) + bounds + 1;
}

import {
  analyteById,
  analyteByName,
  normalizeAnalyteName,
  normalizeOrderCode,
  type Analyte,
} from '../analytes/analytes.js';
import type { AnyRecord, LaboratoryResult, PartialDate, Passbook } from '../model/model.js';
import { gradesIn } from '../results/grade.js';
import type { Position } from '../results/position.js';
import type { Quantity } from '../results/quantity.js';
import type { ReferenceRange } from '../results/reference-range.js';
import { laboratoryResults } from '../sections/index.js';
import { atOnce, eachStep, type Steps } from '../steps/steps.js';
import { separateScales, type ScaledResult } from './laboratory-scales.js';
import { measuredElsewhere, type MeasuredValue } from './measured-elsewhere.js';
import { joinChannels, ResultReader } from './one-result.js';
import { groupBySteps, newestFirst } from './order.js';
import { findRevisions, type Revisions } from './revisions.js';

/** One measurement, which may have been reported to the NHI through two channels. */
export interface LaboratoryPoint {
  readonly date: PartialDate | null;
  /** The value as written, or converted to the unit of the series if the facility uses a different unit. */
  readonly value: string | null;
  /**
   * The value as a number in the unit of the series. `null` if the result is text, or if it is a 0 which means
   * that nothing was measured.
   */
  readonly quantity: Quantity | null;
  /** The unit in UCUM notation, or `null` if it is unknown. */
  readonly unit: string | null;
  /** The value as the facility wrote it. `null` if it did not have to be converted. */
  readonly written: string | null;
  /** The reference range. Its bounds are in the unit of the series, but its `text` is as written in the file. */
  readonly range: ReferenceRange | null;
  /**
   * The position of the result in the range that is stated with it, never in the range of another result. `null`
   * if that range does not determine the position.
   */
  readonly position: Position;
  readonly organization: string | null;
  /** The kind of record that contains the measurement: a laboratory result, a check-up or a programme visit. */
  readonly source: 'laboratory' | 'check-up' | 'programme';
  /**
   * The laboratory results that report this measurement, with the latest upload first. Empty for measurements from
   * a check-up or programme.
   */
  readonly results: readonly LaboratoryResult[];
  /** The record that contains the measurement. */
  readonly record: AnyRecord;
}

/** Results of one analyte in one specimen and one unit. */
export interface LaboratorySeries {
  /**
   * An id that is always the same for one analyte. It is the id in the analyte table or, if there is none, a key
   * made from the LOINC code or from the order code and name.
   */
  readonly id: string;
  /** The analyte's name in the newest result. */
  readonly label: string;
  /**
   * The row of the analyte table that connects different names for the analyte. `null` if the table has no row for
   * it.
   */
  readonly analyte: Analyte | null;
  /** The unit in UCUM notation, or `null` if it is unknown. */
  readonly unit: string | null;
  /**
   * Whether the series is separate from other results of the same name because their ranges have different scales
   * and cannot be converted.
   */
  readonly apart: boolean;
  /** All names that facilities use for the analyte. */
  readonly names: readonly string[];
  readonly order: LaboratoryResult['order'];
  /**
   * The measurements, oldest first, as in a chart. If there are several on one day, the one that was uploaded last
   * comes last.
   */
  readonly points: readonly LaboratoryPoint[];
  /** Rows with this name that contain no result. They are blank, or they contain a remark on the specimen. */
  readonly remarks: readonly LaboratoryResult[];
  /** Whether at least one value is a number. */
  readonly numeric: boolean;
  /** Whether the series consists of remarks on the specimen (appearance, hemolysis) rather than results. */
  readonly remark: boolean;
}

export interface LaboratoryOptions {
  /**
   * The person's year of birth, if it has been entered. It determines which of several ranges by age apply. The
   * sex need not be entered, because the second digit of the ID number indicates it.
   */
  readonly birthYear?: number;
}

/** All results, and the rows that are listed separately. */
export interface LaboratoryListing {
  /** All series, sorted so that the most recently measured one comes first. */
  readonly series: readonly LaboratorySeries[];
  /** Measurements of a control sample ("Normal plasma mean") rather than of the person's sample. */
  readonly controls: readonly LaboratoryResult[];
}

const remarkName =
  /溶血|乳糜|外觀|顏色|備註|註解|檢體|評語|hemolysis|haemolysis|lipemi|icter|appearance|colou?r|comment|remark|\bnote\b/i;
const controlName =
  /對照|品管|質控|正常(?:平均)?值|平均值|control|\bctrl\b|(?:mean|average) (?:of )?normal|normal (?:(?:a?ptt? )?mean|plasma|pool|control)|^a?ptt? mean$|\b(?:mnpt?|npp|qc)\b/i;
/**
 * Matches names of results that belong to the person although they mention a control. An example is the ratio of
 * the person's clotting time to that of the control.
 */
const patientName = /patient|病人|病患|ratio|比值/i;

/** Lists results by analyte, sorted so that the most recently measured analyte comes first. */
export function listLaboratorySeries(
  passbook: Passbook,
  options: LaboratoryOptions = {},
): LaboratorySeries[] {
  return [...listLaboratory(passbook, options).series];
}

export function listLaboratory(passbook: Passbook, options: LaboratoryOptions = {}): LaboratoryListing {
  return atOnce(laboratorySteps(passbook, findRevisions(passbook), options));
}

/**
 * The analyte of a result, and the key by which results are grouped. They are determined only once for each
 * combination of order, name, LOINC code and specimen.
 */
interface Naming {
  readonly key: string;
  readonly analyte: Analyte | null;
  readonly control: boolean;
}

export function* laboratorySteps(
  passbook: Passbook,
  revisions: Revisions,
  { birthYear }: LaboratoryOptions = {},
): Steps<LaboratoryListing> {
  const reader = new ResultReader(sexOf(passbook), birthYear ?? null);
  const namings = new Map<string, Naming>();
  const namingOf = (result: LaboratoryResult): Naming => {
    const { order, analyte, loinc, specimen } = result;
    const written = `${order.code ?? ''}\u001f${analyte ?? order.display ?? ''}\u001f${loinc ?? ''}\u001f${specimen ?? ''}`;
    const known = namings.get(written);
    if (known !== undefined) return known;
    const naming = name(result);
    namings.set(written, naming);
    return naming;
  };
  const controls: LaboratoryResult[] = [];
  const groups = new Map<string, LaboratoryResult[]>();
  yield* eachStep(passbook.sections[laboratoryResults.key], (result) => {
    if (revisions.has(result)) return;
    const { control, key } = namingOf(result);
    const group = groups.get(key);
    if (control) controls.push(result);
    else if (group === undefined) groups.set(key, [result]);
    else group.push(result);
  });
  const elsewhere = yield* groupBySteps(measuredElsewhere(passbook, revisions), ({ analyte }) => analyte);
  const series: LaboratorySeries[] = [];
  for (const key of new Set([...groups.keys(), ...elsewhere.keys()])) {
    const results = groups.get(key) ?? [];
    const [first] = results;
    const analyte = first === undefined ? analyteById(key) : namingOf(first).analyte;
    series.push(...(yield* seriesOf(key, analyte, results, elsewhere.get(key) ?? [], reader)));
  }
  return { series: series.sort((a, b) => newestFirst(lastPoint(a), lastPoint(b))), controls };
}

const lastPoint = ({ points }: LaboratorySeries): { date: PartialDate | null } =>
  points.at(-1) ?? { date: null };

/**
 * Reads the sex from the second digit of the ID number: 1 and 8 mean male, 2 and 9 mean female (8 and 9 are for
 * residents who received their number in 2021 or later).
 */
function sexOf({ subjectId }: Passbook): 'male' | 'female' | null {
  const digit = subjectId?.normalize('NFKC').charAt(1);
  if (digit === '1' || digit === '8') return 'male';
  return digit === '2' || digit === '9' ? 'female' : null;
}

function name(result: LaboratoryResult): Naming {
  const analyte = analyteByName(result);
  const written = result.analyte ?? result.order.display ?? '';
  return {
    analyte,
    key: analyte?.id ?? result.loinc ?? keyByName(result, written),
    control: analyte === null && isControl(written.normalize('NFKC')),
  };
}

/**
 * Groups results by order, name and, if it is stated, specimen. The specimen matters because sodium in another
 * fluid is a different analyte.
 */
const keyByName = ({ order, specimen }: LaboratoryResult, written: string): string =>
  [
    normalizeOrderCode(order.code),
    normalizeAnalyteName(written),
    ...(specimen === null ? [] : [specimen]),
  ].join(' ');

const isControl = (name: string): boolean => controlName.test(name) && !patientName.test(name);

function* seriesOf(
  key: string,
  analyte: Analyte | null,
  results: readonly LaboratoryResult[],
  elsewhere: readonly MeasuredValue[],
  reader: ResultReader,
): Steps<LaboratorySeries[]> {
  const joined = yield* joinChannels(results, reader, analyte);
  yield;
  const { told, remarks } = setRemarksApart(joined);
  const scaled = separateScales(analyte, told);
  const hasOwn = scaled.some(({ own }) => own) || (scaled.length > 0 && elsewhere.length === 0);
  const lists = hasOwn ? scaled : [{ unit: analyte?.unit ?? null, own: true, results: [] }, ...scaled];
  const made: LaboratorySeries[] = [];
  for (const [index, list] of lists.entries()) {
    const points = list.results.map(pointOf);
    const whole = list.own || (analyte === null && index === 0);
    if (list.own) addElsewhere(points, elsewhere, list.unit, analyte);
    const ordered = points.sort(oldestFirst).map(({ point }) => point);
    yield;
    const newest =
      ordered.findLast(({ results: [result] }) => result !== undefined)?.results[0] ?? remarks[0];
    const all = [...ordered.flatMap((point) => point.results), ...(index === 0 ? remarks : [])];
    const names = [...new Set(all.flatMap((result) => result.analyte ?? []))];
    made.push({
      id: whole ? key : `${key} ~${index + 1}`,
      label: newest?.analyte ?? newest?.order.display ?? analyte?.label['zh-Hant'] ?? key,
      analyte: list.own ? analyte : null,
      unit: list.unit,
      apart: !whole,
      names,
      order: newest?.order ?? { code: null, display: null },
      points: ordered,
      remarks: index === 0 ? remarks : [],
      numeric: ordered.some(({ quantity }) => quantity !== null),
      remark: analyte === null && names.some((each) => remarkName.test(each.normalize('NFKC'))),
    });
  }
  return made;
}

/**
 * Separates remarks from results. If other values of the analyte are numbers or grades, a text that is neither a
 * grade nor an expected word is a remark.
 */
function setRemarksApart(joined: readonly ScaledResult['result'][]): {
  readonly told: ScaledResult['result'][];
  readonly remarks: LaboratoryResult[];
} {
  const says = ({ value }: ScaledResult['result']): boolean =>
    value !== null &&
    (value.quantity !== null || value.titre !== null || value.span !== null || value.grade !== null);
  const some = joined.some(says);
  const told: ScaledResult['result'][] = [];
  const remarks: LaboratoryResult[] = [];
  for (const result of joined) {
    const blank =
      result.value === null || result.value.text === '' || /^[-./*_?~]{2,}$|^[./*]$/.test(result.value.text);
    const expected = result.position !== null || gradesIn(result.value?.text ?? '').length > 0;
    if (blank || (some && !says(result) && !expected)) remarks.push(...result.results);
    else told.push(result);
  }
  return { told, remarks };
}

interface OrderedPoint {
  readonly point: LaboratoryPoint;
  readonly uploadedAt: string;
}

function pointOf({ result, value, quantity, range, unit, converted }: ScaledResult): OrderedPoint {
  // The list is never empty, because every result comes from at least one record.
  const latest = result.results[0] as LaboratoryResult;
  return {
    uploadedAt: result.uploadedAt,
    point: {
      date: latest.date,
      value,
      // If the unit has a field of its own, it is part of the result. Only a unit that is written together with
      // the value is part of the quantity.
      quantity: result.unmeasured ? null : latest.unit === null ? quantity : withoutUnit(quantity),
      unit: unit ?? (quantity === null ? null : latest.unit),
      written: converted ? [latest.value, latest.unit].filter((part) => part !== null).join(' ') : null,
      range,
      position: result.position,
      organization: latest.performer.name,
      source: 'laboratory',
      results: result.results,
      record: latest,
    },
  };
}

const withoutUnit = (quantity: Quantity | null): Quantity | null =>
  quantity === null ? null : { comparator: quantity.comparator, value: quantity.value };

/** Adds the measurements of check-ups and programmes, unless the same value is already listed for that day. */
function addElsewhere(
  points: OrderedPoint[],
  elsewhere: readonly MeasuredValue[],
  unit: string | null,
  analyte: Analyte | null,
): void {
  const factor = unit === null || analyte === null || unit === analyte.unit ? 1 : (analyte.units[unit] ?? 1);
  for (const measured of elsewhere) {
    const value = Number((measured.value / factor).toPrecision(6));
    const known = points.some(
      ({ point }) =>
        point.date === measured.date && point.quantity !== null && point.quantity.value === value,
    );
    if (known) continue;
    points.push({
      uploadedAt: '',
      point: {
        date: measured.date,
        value: measured.text ?? String(value),
        quantity: measured.text === null ? { comparator: null, value } : null,
        unit: measured.text === null ? unit : null,
        written: measured.written,
        range: null,
        position: null,
        organization: measured.organization,
        source: measured.source,
        results: [],
        record: measured.record,
      },
    });
  }
}

/**
 * Sorts points by date and upload, oldest first. If both are equal, the more worrying result comes last.
 * Therefore, the order in the file does not affect which result counts as the newest.
 */
function oldestFirst(a: OrderedPoint, b: OrderedPoint): number {
  const [left, right] = [a.point.date ?? '', b.point.date ?? ''];
  if (left !== right) return left < right ? -1 : 1;
  if (a.uploadedAt !== b.uploadedAt) return a.uploadedAt < b.uploadedAt ? -1 : 1;
  return (
    concern(a.point) - concern(b.point) || (a.point.quantity?.value ?? 0) - (b.point.quantity?.value ?? 0)
  );
}

const concern = ({ position }: LaboratoryPoint): number =>
  position === null ? 0 : position === 'within' ? 1 : 2;

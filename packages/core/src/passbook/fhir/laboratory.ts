import { analyteOf, normalizeOrderCode } from '../analytes/analytes.js';
import type { LaboratoryResult, PartialDate } from '../model/model.js';
import type { Bound } from '../results/reference-range.js';
import type { Label } from '../record/record.js';
import { laboratoryResults } from '../sections/index.js';
import { atOnce, type Steps } from '../steps/steps.js';
import type { LaboratoryPoint } from '../views/laboratory.js';
import { isUnitInferred } from '../views/laboratory-units.js';
import { groupBy } from '../views/order.js';
import { outcomeOf } from '../views/screening-outcome.js';
import { encounterReference } from './claims.js';
import { isLaboratoryOrder } from './codes.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import {
  absent,
  category,
  inferredUnit,
  kindByDate,
  notPerformed,
  performerOf,
  profileKind,
  type ObservationKind,
} from './measured.js';
import { coding, compact, dateElement, fhirText, orNone, type JsonObject } from './resource.js';
import { systems } from './terminology.js';
import { isChinese, notStated } from './wording.js';

/**
 * Converts laboratory results: each measurement becomes one observation, even if several channels report it,
 * and each order becomes one report.
 */

type LaboratoryRow = Pick<LaboratoryPoint, 'results' | 'date'> & Partial<LaboratoryPoint>;

export const addLaboratoryResults = (views: DerivedViews, resources: ResourceCollector): JsonObject[] =>
  atOnce(laboratoryResultSteps(views, resources));

export function* laboratoryResultSteps(
  views: DerivedViews,
  resources: ResourceCollector,
): Steps<JsonObject[]> {
  const { series, revisions } = views;
  // Leave out measurements from check-ups and care programmes, which are written with their check-up or
  // programme. Each remark becomes a separate row.
  const points = series.flatMap(({ points: measured, remarks }): LaboratoryRow[] => [
    ...measured.filter(({ results }) => results.length > 0),
    ...remarks.map((remark) => ({ results: [remark], date: remark.date })),
  ]);
  const reports = groupBy(points, ({ results: [result], date }) =>
    JSON.stringify([date, result?.performer.code ?? result?.performer.name, result?.order.code]),
  );
  // A summary contains only current records.
  for (const result of resources.profile === 'ips' ? [] : revisions.keys()) {
    if (result.section === laboratoryResults.key)
      addPoint({ results: [result], date: result.date }, result, 'entered-in-error', views, resources);
  }
  const added: JsonObject[] = [];
  for (const [key, group] of reports) {
    added.push(addReport(key, group, views, resources));
    yield;
  }
  return added;
}

/** Adds a report with the measurements for one order on one day. */
function addReport(
  key: string,
  group: readonly LaboratoryRow[],
  views: DerivedViews,
  resources: ResourceCollector,
): JsonObject {
  const added = group.flatMap((point) =>
    point.results[0] === undefined ? [] : [addPoint(point, point.results[0], 'final', views, resources)],
  );
  const first = group[0]?.results[0];
  const performer = first === undefined ? undefined : resources.organization(first.performer);
  const accepted = resources.profile === 'ips' || added.every(({ kind }) => kind === 'laboratory');
  return resources.add(
    'DiagnosticReport',
    `${laboratoryResults.key} ${key}`,
    {
      identifier: group.flatMap((point) => resources.identifiers(point.results, 'report')),
      status: 'final',
      category: [{ coding: [coding(systems.diagnosticService, 'LAB', 'Laboratory')] }],
      code: resources.wording.order(first?.order ?? { code: null, display: null }),
      subject: resources.patient,
      encounter: first === undefined ? undefined : encounterReference(views.visitOf(first), resources),
      ...dateElement('effectiveDateTime', group[0]?.date ?? null),
      performer: performer === undefined ? [] : [performer],
      result: added.map(({ reference }) => reference),
    },
    // A report with TW Core's profile may contain only results that also have TW Core's profile.
    accepted ? undefined : null,
  );
}

function addPoint(
  point: LaboratoryRow,
  result: LaboratoryResult,
  status: 'final' | 'entered-in-error',
  { visitOf }: DerivedViews,
  resources: ResourceCollector,
): { readonly reference: JsonObject; readonly kind: ObservationKind | null } {
  const { wording } = resources;
  const performer = resources.organization(result.performer);
  const value = status === 'final' && (point.quantity ?? null) === null && isNotDone(result);
  const content: JsonObject = {
    ...(isUnitInferred(point) ? inferredUnit(wording) : {}),
    identifier: resources.identifiers(point.results),
    status,
    category: category('laboratory'),
    code: codeOf(result, resources),
    subject: resources.patient,
    encounter: encounterReference(visitOf(result), resources),
    ...dateElement('effectiveDateTime', result.date),
    issued: orNone(result.uploadedAt),
    performer: [performerOf(performer, wording)],
    ...(value ? notPerformed(wording) : valueOf(point, result, resources)),
    interpretation: interpretationOf(point),
    specimen: specimenOf(result, resources),
    referenceRange: rangeOf(point),
  };
  const kind = laboratoryKind(result, content, resources);
  return {
    reference: resources.add('Observation', resources.recordId(result), content, kind),
    kind,
  };
}

const isNotDone = ({ value }: LaboratoryResult): boolean => value !== null && outcomeOf(value) === 'not-done';

/**
 * Returns the kind of observation, which determines its profile. TW Core accepts only its own list of orders as
 * laboratory results, but any order as a clinical result.
 */
function laboratoryKind(
  { order, date }: LaboratoryResult,
  content: JsonObject,
  resources: ResourceCollector,
): ObservationKind | null {
  const listed =
    resources.profile === 'ips' ||
    isLaboratoryOrder(order.code === null ? null : normalizeOrderCode(order.code));
  return listed ? profileKind('laboratory', date, content, resources) : kindByDate('exam', date);
}

/**
 * Returns the code of a result: the NHI's order code, and a LOINC code if the source states one or the analyte
 * table identifies the test. Abroad, only LOINC is known.
 */
function codeOf(result: LaboratoryResult, resources: ResourceCollector): JsonObject {
  const { wording, profile } = resources;
  const { order } = result;
  const analyte = analyteOf(result);
  const stated = result.loinc ?? (order.code !== null && isLoinc(order.code) ? order.code : null);
  const code = stated ?? analyte?.loinc ?? null;
  const names = { stated: result.analyte, known: analyte?.label ?? null };
  const loinc =
    code === null
      ? []
      : [wording.coding({ system: systems.loinc, code }, analyte === null ? names : { known: names.known })];
  const own =
    order.code === null || isLoinc(order.code)
      ? []
      : [wording.orderCoding({ code: order.code, display: order.display ?? result.analyte })];
  const written = result.analyte ?? order.display ?? order.code;
  return compact({
    coding: profile === 'ips' ? [...loinc, ...own] : [...own, ...loinc],
    text: fhirText(
      wording.language === 'en' && analyte !== null && written !== null && isChinese(written)
        ? analyte.label.en
        : (written ?? wording.say(notStated)),
    ),
  });
}

/** Recognizes a LOINC code. A hospital's own FHIR server may state one instead of an order code. */
const isLoinc = (code: string): boolean => /^\d{1,6}-\d$/.test(code);

function valueOf(
  { quantity = null, unit = null }: LaboratoryRow,
  result: LaboratoryResult,
  { wording }: ResourceCollector,
): JsonObject {
  if (quantity !== null) {
    return {
      valueQuantity: compact({
        value: quantity.value,
        comparator: orNone(quantity.comparator),
        ...(unit === null ? {} : { unit, system: systems.ucum, code: unit }),
      }),
    };
  }
  return result.value === null
    ? { dataAbsentReason: absent('unknown', wording) }
    : { valueString: fhirText(wording.words(result.value)) };
}

const interpretations = {
  below: coding(systems.interpretation, 'L', 'Low'),
  within: coding(systems.interpretation, 'N', 'Normal'),
  above: coding(systems.interpretation, 'H', 'High'),
  abnormal: coding(systems.interpretation, 'A', 'Abnormal'),
} as const;

/**
 * Returns whether a result is low, normal or high according to the range stated with it. A result in words can
 * be abnormal, but neither low nor high.
 */
function interpretationOf({ position = null, quantity = null }: LaboratoryRow): JsonObject[] {
  if (position === null) return [];
  const word = quantity === null && position !== 'within';
  return [{ coding: [interpretations[word ? 'abnormal' : position]] }];
}

function rangeOf({ range = null, unit = null }: LaboratoryRow): JsonObject[] {
  if (range === null) return [];
  const bound = ({ value }: Bound): JsonObject =>
    unit === null ? { value } : { value, unit, system: systems.ucum, code: unit };
  const text = fhirText(range.text);
  // If the text contains several ranges, write only the text, because people have to judge which range applies.
  const single = range.parts.length <= 1;
  return [
    compact({
      low: range.low === null || !single ? undefined : bound(range.low),
      high: range.high === null || !single ? undefined : bound(range.high),
      text: text === '' ? undefined : text,
    }),
  ];
}

interface SpecimenKind {
  readonly coding: readonly JsonObject[];
  readonly label: Label;
}

/**
 * The kinds of specimens, coded in SNOMED CT (IPS free set) and HL7's table 0487. For blood, a passbook does
 * not distinguish serum, plasma and whole blood.
 */
const specimens: Readonly<Partial<Record<string, SpecimenKind>>> = {
  blood: {
    coding: [coding(systems.snomed, '119297000', 'Blood specimen (specimen)')],
    label: { 'zh-Hant': '血液（全血、血清或血漿）', en: 'Blood (whole blood, serum or plasma)' },
  },
  urine: {
    coding: [
      coding(systems.snomed, '122575003', 'Urine specimen (specimen)'),
      coding(systems.specimen, 'UR', 'Urine'),
    ],
    label: { 'zh-Hant': '尿液', en: 'Urine' },
  },
  stool: {
    coding: [
      coding(systems.snomed, '119339001', 'Stool specimen (specimen)'),
      coding(systems.specimen, 'STL', 'Stool = Fecal'),
    ],
    label: { 'zh-Hant': '糞便', en: 'Stool' },
  },
};

/**
 * Adds the specimen of a result. All results with the same kind of specimen, facility and day share one
 * resource.
 */
function specimenOf(result: LaboratoryResult, resources: ResourceCollector): JsonObject | undefined {
  const specimen = analyteOf(result)?.specimen;
  const kind = specimen === undefined ? undefined : specimens[specimen];
  if (specimen === undefined || kind === undefined) return undefined;
  const facility = result.performer.code ?? result.performer.name ?? '';
  const collected: PartialDate | null = result.effectiveOn;
  return resources.add('Specimen', `${specimen} ${facility} ${collected ?? ''}`, {
    type: { coding: kind.coding, text: resources.wording.say(kind.label) },
    subject: resources.patient,
    collection: collected === null ? undefined : { collectedDateTime: collected },
  });
}

import { analyteOf } from '../analytes.js';
import type {
  Coded,
  DiabetesVisit,
  DiagnosticReport,
  HepatitisVisit,
  KidneyVisit,
  LaboratoryResult,
  PartialDate,
  Passbook,
  PreventiveCheckup,
} from '../model.js';
import type { Bound } from '../reference-range.js';
import type { AnyProgramme } from '../views/care.js';
import { listLaboratorySeries, type LaboratoryPoint } from '../views/laboratory.js';
import { groupBy } from '../views/order.js';
import { findRevisions } from '../views/revisions.js';
import type { ResourceCollector } from './collector.js';
import {
  coding,
  compact,
  concept,
  dateElement,
  fhirText,
  orNone,
  period,
  quantity,
  textConcept,
  type JsonObject,
} from './resource.js';
import {
  checkupMeasurements,
  orderSystem,
  programmeMeasurements,
  systems,
  wordMeasurements,
  type Measurement,
} from './terminology.js';

/** Results, reports, check-ups, screenings and programmes. */

const category = (code: string): JsonObject[] => [{ coding: [coding(systems.observationCategory, code)] }];

/** The summary wants to know who found a result; not every file says. */
const unnamedPerformer: JsonObject = { display: '未載明' };

/** Laboratory results: an observation a measurement, whichever channels it came through, and a report an order. */
export function addLaboratoryResults(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const points = listLaboratorySeries(passbook).flatMap((series) => series.points);
  const reports = groupBy(points, ({ results: [result], date }) =>
    JSON.stringify([date, result?.performer.code ?? result?.performer.name, result?.order.code]),
  );
  for (const result of findRevisions(passbook).keys()) {
    if (result.section === 'r7')
      addLaboratoryPoint({ results: [result] }, result, 'entered-in-error', resources);
  }
  return [...reports].map(([key, group]) => {
    const results = group.flatMap((point) =>
      point.results[0] === undefined ? [] : [addLaboratoryPoint(point, point.results[0], 'final', resources)],
    );
    const first = group[0]?.results[0];
    const performer = first === undefined ? undefined : resources.organization(first.performer);
    return resources.add('DiagnosticReport', `r7 ${key}`, {
      identifier: group.flatMap((point) => resources.identifiers(point.results, 'report')),
      status: 'final',
      category: [{ coding: [coding(systems.diagnosticService, 'LAB')] }],
      code: concept(first?.order ?? { code: null, display: null }, orderSystem),
      subject: resources.patient,
      ...dateElement('effectiveDateTime', group[0]?.date ?? null),
      performer: performer === undefined ? [] : [performer],
      result: results,
    });
  });
}

function addLaboratoryPoint(
  {
    results,
    quantity: value = null,
    range = null,
  }: Pick<LaboratoryPoint, 'results'> & Partial<LaboratoryPoint>,
  result: LaboratoryResult,
  status: 'final' | 'entered-in-error',
  resources: ResourceCollector,
): JsonObject {
  const performer = resources.organization(result.performer);
  const analyte = analyteOf(result);
  const { order } = result;
  const bound = ({ value: limit }: Bound): JsonObject => ({ value: limit });
  return resources.add(
    'Observation',
    resources.recordId(result),
    {
      identifier: resources.identifiers(results),
      status,
      category: category('laboratory'),
      code: compact({
        // The NHI's own code first; LOINC where the table of analytes is sure.
        coding: [
          ...(order.code === null ? [] : [coding(systems.order, order.code, order.display)]),
          ...(analyte === null ? [] : [coding(systems.loinc, analyte.loinc)]),
        ],
        text: fhirText(result.analyte ?? order.display ?? order.code ?? '未載明'),
      }),
      subject: resources.patient,
      ...dateElement('effectiveDateTime', result.date),
      issued: orNone(result.uploadedAt),
      performer: [performer ?? unnamedPerformer],
      ...(value !== null
        ? { valueQuantity: compact({ value: value.value, comparator: orNone(value.comparator) }) }
        : result.value !== null
          ? { valueString: fhirText(result.value) }
          : { dataAbsentReason: { text: '未載明' } }),
      referenceRange:
        range === null
          ? []
          : [
              compact({
                low: range.low === null ? undefined : bound(range.low),
                high: range.high === null ? undefined : bound(range.high),
                text: fhirText(range.text),
              }),
            ],
    },
    'laboratory',
  );
}

/** Kind of report by the chapter of the fee schedule: 25 pathology, 32–34 radiology. */
function serviceOf({ order: { code } }: DiagnosticReport): string {
  if (code?.startsWith('25')) return 'PAT';
  return code !== null && /^3[2-4]/.test(code) ? 'RAD' : 'OTH';
}

export function addReports(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const revisions = findRevisions(passbook);
  return passbook.sections.r8.map((report) => {
    const performer = resources.organization(report.performer);
    return resources.add('DiagnosticReport', resources.recordId(report), {
      identifier: resources.identifiers([report]),
      status: revisions.has(report) ? 'entered-in-error' : 'final',
      category: [{ coding: [coding(systems.diagnosticService, serviceOf(report))] }],
      code: concept(report.order, orderSystem),
      subject: resources.patient,
      ...dateElement('effectiveDateTime', report.date),
      issued: orNone(report.uploadedAt),
      performer: performer === undefined ? [] : [performer],
      conclusion: report.text === null ? undefined : fhirText(report.text),
    });
  });
}

/** What is common to the observations of one check-up or one programme visit. */
interface Setting {
  readonly key: string;
  readonly identifiers: (part: string) => readonly JsonObject[];
  readonly date: PartialDate | null;
  readonly performer: JsonObject | undefined;
  readonly encounter?: JsonObject;
  readonly resources: ResourceCollector;
}

function addObservation(setting: Setting, part: string, kind: string, content: JsonObject): JsonObject {
  const { resources } = setting;
  return resources.add(
    'Observation',
    `${setting.key}#${part}`,
    {
      identifier: setting.identifiers(part),
      status: 'final',
      category: category(kind),
      subject: resources.patient,
      encounter: setting.encounter,
      ...dateElement('effectiveDateTime', setting.date),
      performer: [setting.performer ?? unnamedPerformer],
      ...content,
    },
    kind,
  );
}

const measurementCode = ({ loinc, display, text }: Measurement): JsonObject => ({
  coding: [coding(systems.loinc, loinc, display)],
  text,
});

const addMeasured = (setting: Setting, part: string, measurement: Measurement, value: number): JsonObject =>
  addObservation(setting, part, measurement.category, {
    code: measurementCode(measurement),
    valueQuantity: quantity(value, measurement.unit),
  });

const addWord = (setting: Setting, part: keyof typeof wordMeasurements, value: JsonObject): JsonObject =>
  addObservation(setting, part, 'laboratory', {
    code: measurementCode(wordMeasurements[part]),
    valueCodeableConcept: value,
  });

function addMeasurements<K extends string>(
  setting: Setting,
  table: Readonly<Record<K, Measurement>>,
  values: Partial<Readonly<Record<NoInfer<K>, number | null>>>,
): JsonObject[] {
  return (Object.keys(table) as K[]).flatMap((name) => {
    const value = values[name] ?? null;
    return value === null ? [] : [addMeasured(setting, name, table[name], value)];
  });
}

/** The panel, because FHIR's vital-signs profiles want both pressures in one. mmHg is how it is measured everywhere. */
function addBloodPressure(setting: Setting, systolic: number | null, diastolic: number | null): JsonObject[] {
  if (systolic === null && diastolic === null) return [];
  const component = (loinc: string, display: string, text: string, value: number | null): JsonObject =>
    compact({
      code: { coding: [coding(systems.loinc, loinc, display)], text },
      valueQuantity: value === null ? undefined : quantity(value, 'mm[Hg]'),
      dataAbsentReason: value === null ? textConcept('未載明') : undefined,
    });
  return [
    addObservation(setting, 'bloodPressure', 'vital-signs', {
      code: {
        coding: [coding(systems.loinc, '85354-9', 'Blood pressure panel with all children optional')],
        text: '血壓',
      },
      component: [
        component('8480-6', 'Systolic blood pressure', '收縮壓', systolic),
        component('8462-4', 'Diastolic blood pressure', '舒張壓', diastolic),
      ],
    }),
  ];
}

/** Findings of a check-up, by the field that holds their code. */
const findings = [
  ['bloodPressureFinding', 'r10.12', '血壓檢查結果'],
  ['lipidFinding', 'r10.18', '血脂檢查結果'],
  ['glucoseFinding', 'r10.21', '血糖檢查結果'],
  ['kidneyFinding', 'r10.26', '腎功能檢查結果'],
  ['metabolicSyndromeFinding', 'r10.29', '代謝症候群檢查結果'],
  ['liverFinding', 'r10.33', '肝功能檢查結果'],
  ['hepatitisBFinding', 'r10.37', 'Ｂ型肝炎檢查結果'],
  ['hepatitisCFinding', 'r10.41', 'Ｃ型肝炎檢查結果'],
] as const satisfies readonly (readonly [keyof PreventiveCheckup, string, string])[];

/** A concept of a code that only this file knows. */
const fieldConcept = ({ code, display }: Coded, field: string): JsonObject =>
  concept({ code: code === null ? null : `${field}=${code}`, display: display ?? code }, () => systems.field);

export function addCheckups(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const revisions = findRevisions(passbook);
  return passbook.sections.r10.map((checkup) => {
    const setting: Setting = {
      key: resources.recordId(checkup),
      identifiers: (part) => resources.identifiers([checkup], part),
      date: checkup.effectiveOn,
      performer: resources.organization(checkup.performer),
      resources,
    };
    const revised = revisions.has(checkup);
    const words = [
      ['hepatitisBSurfaceAntigen', 'r10.35'],
      ['hepatitisCAntibody', 'r10.39'],
    ] as const;
    const results = revised
      ? []
      : [
          ...addBloodPressure(setting, checkup.systolic, checkup.diastolic),
          ...addMeasurements(setting, checkupMeasurements, checkup),
          ...addWaist(setting, checkup),
          ...words.flatMap(([name, field]) => {
            const value = checkup[name];
            return value === null ? [] : [addWord(setting, name, fieldConcept(value, field))];
          }),
          ...(checkup.urineProtein === null
            ? []
            : [addWord(setting, 'urineProtein', textConcept(checkup.urineProtein))]),
          ...findings.flatMap(([name, field, text]) => {
            const finding = checkup[name];
            return finding === null
              ? []
              : [
                  addObservation(setting, name, 'exam', {
                    code: { text },
                    valueCodeableConcept: fieldConcept(finding, field),
                  }),
                ];
          }),
        ];
    return resources.add('DiagnosticReport', setting.key, {
      identifier: resources.identifiers([checkup]),
      status: revised ? 'entered-in-error' : 'final',
      category: [{ coding: [coding(systems.diagnosticService, 'OTH')] }],
      code: { text: '成人預防保健' },
      subject: resources.patient,
      ...dateElement('effectiveDateTime', checkup.effectiveOn),
      performer: setting.performer === undefined ? [] : [setting.performer],
      result: results,
    });
  });
}

/** Without a unit, because the file does not say whether inches or centimetres. */
const addWaist = (setting: Setting, { waist }: PreventiveCheckup): JsonObject[] =>
  waist === null
    ? []
    : [
        addObservation(setting, 'waist', 'exam', {
          code: {
            coding: [coding(systems.loinc, '8280-0', 'Waist Circumference at umbilicus by Tape measure')],
            text: '腰圍',
          },
          valueQuantity: { value: waist },
        }),
      ];

export function addScreenings(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return passbook.sections.r11.flatMap((screening) => {
    const none = { occurredOn: null, performer: null, result: null, advice: null };
    const results = screening.results.length === 0 ? [none] : screening.results;
    return results.map((result, index) => {
      const performer = resources.namedOrganization(result.performer);
      return resources.add(
        'Observation',
        `${resources.recordId(screening)}#${index + 1}`,
        {
          identifier: [
            ...resources.identifiers([screening]),
            ...resources.identifiers([screening], String(index + 1)),
          ],
          status: 'final',
          category: category('exam'),
          code: textConcept(
            [screening.category, screening.examination].filter((part) => part !== null).join('：') || null,
          ),
          subject: resources.patient,
          ...dateElement('effectiveDateTime', result.occurredOn),
          performer: performer === undefined ? [] : [performer],
          ...(result.result === null
            ? { dataAbsentReason: { text: '未載明' } }
            : { valueCodeableConcept: textConcept(result.result) }),
          note: result.advice === null ? [] : [{ text: fhirText(result.advice) }],
        },
        'exam',
      );
    });
  });
}

const programmeNames = { r12: '糖尿病追蹤', r13: '初期慢性腎病追蹤', r14: 'Ｂ、Ｃ型肝炎追蹤' } as const;

/** Programmes: an episode of care, an encounter a visit, and what was measured. */
export function addProgrammes(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const { r12, r13, r14 } = passbook.sections;
  return ([...r12, ...r13, ...r14] as AnyProgramme[]).map((programme) => {
    const organization = resources.namedOrganization(programme.organization);
    const episode = resources.add('EpisodeOfCare', resources.recordId(programme), {
      identifier: resources.identifiers([programme]),
      status: programme.period.end === null ? 'active' : 'finished',
      type: [{ text: programmeNames[programme.section] }],
      patient: resources.patient,
      managingOrganization: organization,
      period: period(programme.period.start, programme.period.end),
    });
    for (const [index, visit] of programme.visits.entries()) {
      const key = `${resources.recordId(programme)}#visit-${index + 1}`;
      const encounter = resources.add('Encounter', key, {
        identifier: resources.identifiers([programme], `visit-${index + 1}`),
        status: 'finished',
        class: coding(systems.actCode, 'AMB'),
        type: [textConcept(visit.stage)],
        subject: resources.patient,
        episodeOfCare: [episode],
        period: period(visit.occurredOn, visit.occurredOn),
        serviceProvider: organization,
      });
      const setting: Setting = {
        key,
        identifiers: (part) => resources.identifiers([programme], `visit-${index + 1}-${part}`),
        date: visit.occurredOn,
        performer: organization,
        encounter,
        resources,
      };
      addProgrammeVisit(setting, visit);
    }
    return episode;
  });
}

function addProgrammeVisit(setting: Setting, visit: DiabetesVisit | KidneyVisit | HepatitisVisit): void {
  if ('hepatitisType' in visit) {
    addMeasurements(setting, programmeMeasurements, { ast: visit.ast, alt: visit.alt });
    for (const name of ['hepatitisBSurfaceAntigen', 'hepatitisBEAntigen', 'hepatitisCAntibody'] as const) {
      const value = visit[name];
      if (value !== null) addWord(setting, name, textConcept(value));
    }
    addText(setting, 'hepatitisType', '肝炎類型', visit.hepatitisType);
    addText(setting, 'ultrasound', '腹部超音波結果', visit.ultrasound);
    return;
  }
  addBloodPressure(setting, visit.systolic, visit.diastolic);
  if (!('bloodTestedOn' in visit)) {
    addMeasurements(setting, programmeMeasurements, visit);
    return;
  }
  // Blood and urine have days of their own.
  const { urineMicroalbumin, ...blood } = visit;
  addMeasurements(
    { ...setting, date: visit.bloodTestedOn ?? visit.occurredOn },
    programmeMeasurements,
    blood,
  );
  addMeasurements({ ...setting, date: visit.urineTestedOn ?? visit.occurredOn }, programmeMeasurements, {
    urineMicroalbumin,
  });
}

function addText(setting: Setting, part: string, label: string, text: string | null): void {
  if (text === null) return;
  addObservation(setting, part, 'exam', { code: { text: label }, valueString: fhirText(text) });
}

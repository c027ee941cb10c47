import type { PartialDate } from '../model/model.js';
import type { Label } from '../record/record.js';
import type { ResourceCollector } from './collector.js';
import { wordMeasurements, type Measurement } from './measurements.js';
import { coding, compact, dateElement, quantity, type JsonObject } from './resource.js';
import { systems } from './terminology.js';
import { notStated, type Wording } from './wording.js';

/**
 * Observations from check-ups and care programmes. Their field in the file identifies the test; there is no
 * order.
 */

/** The categories of observations, with HL7's display names. */
const categories = {
  laboratory: 'Laboratory',
  'vital-signs': 'Vital Signs',
  exam: 'Exam',
} as const;

export type ObservationKind = keyof typeof categories;

export const category = (kind: ObservationKind): JsonObject[] => [
  { coding: [coding(systems.observationCategory, kind, categories[kind])] },
];

/**
 * Returns the performer of a result. If the file does not name one, returns a placeholder, because a patient
 * summary requires a performer.
 */
export const performerOf = (performer: JsonObject | undefined, wording: Wording): JsonObject =>
  performer ?? { display: wording.say(notStated) };

export const absent = (code: 'unknown' | 'not-performed', wording: Wording): JsonObject => ({
  coding: [coding(systems.dataAbsentReason, code, code === 'unknown' ? 'Unknown' : 'Not Performed')],
  text: wording.say(code === 'unknown' ? notStated : { 'zh-Hant': '未執行', en: 'Not done' }),
});

/**
 * Returns the kind whose profile an observation can declare; `null` if the date has no day. Vital signs and all
 * TW Core observations require a complete date.
 */
export const kindByDate = (kind: ObservationKind, date: PartialDate | null): ObservationKind | null =>
  date !== null && date.length < 10 ? null : kind;

/** The data that all observations of one check-up or one care programme visit have in common. */
export interface Setting {
  readonly key: string;
  readonly identifiers: (part: string) => readonly JsonObject[];
  readonly date: PartialDate | null;
  readonly performer: JsonObject | undefined;
  readonly encounter?: JsonObject | undefined;
  readonly resources: ResourceCollector;
}

export function addObservation(
  setting: Setting,
  part: string,
  kind: ObservationKind,
  content: JsonObject,
): JsonObject {
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
      performer: [performerOf(setting.performer, resources.wording)],
      ...content,
    },
    profileKind(kind, setting.date, content, resources),
  );
}

/**
 * Returns the kind whose profile an observation can declare; `null` if it conforms to none. A laboratory result
 * in a summary must be final and have a value, and a number must have a unit.
 */
export function profileKind(
  kind: ObservationKind,
  date: PartialDate | null,
  content: JsonObject,
  { profile }: ResourceCollector,
): ObservationKind | null {
  if (kindByDate(kind, date) === null) return null;
  if (profile !== 'ips' || kind !== 'laboratory') return kind;
  const { valueQuantity, valueString, valueCodeableConcept, status = 'final' } = content;
  const measured = valueQuantity as JsonObject | undefined;
  const told = measured === undefined ? (valueString ?? valueCodeableConcept) : measured['code'];
  return told === undefined || status !== 'final' ? null : kind;
}

const measurementCode = ({ loinc, display, label }: Measurement, wording: Wording): JsonObject => ({
  coding: [coding(systems.loinc, loinc, display)],
  text: wording.say(label),
});

/** Marks a quantity whose unit is not from the file. */
export const inferredUnit = (wording: Wording): JsonObject => ({
  meta: {
    tag: [{ system: systems.conclusion, code: 'unit-inferred', display: wording.say(unitInferred) }],
  },
});

const unitInferred: Label = {
  'zh-Hant': '檔案沒有記載單位，這個單位是由參考值或檢驗項目推定的',
  en: 'The file does not state the unit; it was inferred from the reference range or the test',
};

const addMeasured = (setting: Setting, part: string, measurement: Measurement, value: number): JsonObject =>
  addObservation(setting, part, measurement.category, {
    ...(measurement.inferred === true ? inferredUnit(setting.resources.wording) : {}),
    code: measurementCode(measurement, setting.resources.wording),
    valueQuantity: quantity(value, measurement.unit),
  });

/** Adds a result in words. If `value` is `null`, the test was not done. */
export const addWord = (
  setting: Setting,
  part: keyof typeof wordMeasurements,
  value: JsonObject | null,
): JsonObject =>
  addObservation(setting, part, 'laboratory', {
    code: measurementCode(wordMeasurements[part], setting.resources.wording),
    ...(value === null ? notPerformed(setting.resources.wording) : { valueCodeableConcept: value }),
  });

export const notPerformed = (wording: Wording): JsonObject => ({
  status: 'cancelled',
  dataAbsentReason: absent('not-performed', wording),
});

export function addMeasurements<K extends string>(
  setting: Setting,
  table: Readonly<Record<K, Measurement>>,
  values: Partial<Readonly<Record<NoInfer<K>, number | null>>>,
): JsonObject[] {
  return (Object.keys(table) as K[]).flatMap((name) => {
    const value = values[name] ?? null;
    return value === null ? [] : [addMeasured(setting, name, table[name], value)];
  });
}

const pressures = {
  both: { 'zh-Hant': '血壓', en: 'Blood pressure' },
  systolic: { 'zh-Hant': '收縮壓', en: 'Systolic blood pressure' },
  diastolic: { 'zh-Hant': '舒張壓', en: 'Diastolic blood pressure' },
} satisfies Record<string, Label>;

/**
 * Adds a blood pressure panel, because FHIR's vital-signs profiles require both pressures in one resource. The
 * unit is always mmHg.
 */
export function addBloodPressure(
  setting: Setting,
  systolic: number | null,
  diastolic: number | null,
): JsonObject[] {
  if (systolic === null && diastolic === null) return [];
  const { wording } = setting.resources;
  const component = (loinc: string, label: Label, value: number | null): JsonObject =>
    compact({
      code: { coding: [coding(systems.loinc, loinc, label.en)], text: wording.say(label) },
      valueQuantity: value === null ? undefined : quantity(value, 'mm[Hg]'),
      dataAbsentReason: value === null ? absent('unknown', wording) : undefined,
    });
  return [
    addObservation(setting, 'bloodPressure', 'vital-signs', {
      code: {
        coding: [coding(systems.loinc, '85354-9', 'Blood pressure panel with all children optional')],
        text: wording.say(pressures.both),
      },
      component: [
        component('8480-6', pressures.systolic, systolic),
        component('8462-4', pressures.diastolic, diastolic),
      ],
    }),
  ];
}

export function addText(setting: Setting, part: string, label: Label, text: string | null): JsonObject[] {
  if (text === null) return [];
  const { wording } = setting.resources;
  return [
    addObservation(setting, part, 'exam', {
      code: { text: wording.say(label) },
      valueString: wording.words(text),
    }),
  ];
}

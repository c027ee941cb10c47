import type { Passbook, PreventiveCheckup } from '../model/model.js';
import type { Label } from '../record/record.js';
import { preventiveCheckups, recordLabelOf, recordsOfKind } from '../sections/index.js';
import { waistInCentimetres } from '../views/care.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import {
  addBloodPressure,
  addMeasurements,
  addObservation,
  addWord,
  inferredUnit,
  kindByDate,
  type Setting,
} from './measured.js';
import { checkupMeasurements } from './measurements.js';
import { coding, dateElement, quantity, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/** Converts adult check-ups to a report with its measurements and findings. */

/**
 * The findings of a check-up that the file states in words rather than as measurements. They are in the order
 * of the section's fields.
 */
const findings = [
  'bloodPressureFinding',
  'lipidFinding',
  'glucoseFinding',
  'kidneyFinding',
  'metabolicSyndromeFinding',
  'liverFinding',
  'hepatitisBFinding',
  'hepatitisCFinding',
] as const satisfies readonly (keyof PreventiveCheckup)[];
type FindingName = (typeof findings)[number] | 'hepatitisBSurfaceAntigen' | 'hepatitisCAntibody';

/** Returns the key of the field that contains a finding's code. The field determines the code system. */
const codeKey = (name: FindingName): string => preventiveCheckups.keys[name].code;

const fieldLabels = new Map(preventiveCheckups.fields.map(({ key, label }) => [key, label]));
const findingLabel = (name: FindingName): Label =>
  fieldLabels.get(preventiveCheckups.keys[name].display) as Label;

/** The texts for the codes of findings. They are needed because files contain only Chinese words. */
const findingNames: Readonly<Record<string, Label>> = {
  '0': { 'zh-Hant': '無', en: 'Not examined' },
  '1': { 'zh-Hant': '正常', en: 'Normal' },
  '2': { 'zh-Hant': '建議諮詢醫師', en: 'Ask a physician' },
  '3': { 'zh-Hant': '建議進一步檢查', en: 'Examine further' },
  '4': { 'zh-Hant': '接受治療', en: 'Treatment' },
};
const antibodyNames: Readonly<Record<string, Label>> = {
  '1': { 'zh-Hant': '陰性', en: 'Negative' },
  '2': { 'zh-Hant': '陽性', en: 'Positive' },
};
const NOT_DONE = '3';

export interface AddedCheckup {
  readonly report: JsonObject;
  readonly vitalSigns: readonly JsonObject[];
}

export function addCheckups(
  passbook: Passbook,
  { revisions }: DerivedViews,
  resources: ResourceCollector,
): AddedCheckup[] {
  const { wording, profile } = resources;
  // A summary contains only current records, and its profile accepts only final reports.
  const checkups = recordsOfKind(passbook, 'check-up').filter(
    (each) => profile === 'twcore' || !revisions.has(each),
  );
  return checkups.map((checkup) => {
    const setting: Setting = {
      key: resources.recordId(checkup),
      identifiers: (part) => resources.identifiers([checkup], part),
      date: checkup.effectiveOn,
      performer: resources.organization(checkup.performer),
      resources,
    };
    const revised = revisions.has(checkup);
    const { height, weight, bodyMassIndex, ...laboratory } = checkupMeasurements;
    const vitalSigns = revised
      ? []
      : [
          ...addBloodPressure(setting, checkup.systolic, checkup.diastolic),
          ...addMeasurements(setting, { height, weight, bodyMassIndex }, checkup),
        ];
    const results = revised
      ? []
      : [...addMeasurements(setting, laboratory, checkup), ...addWords(setting, checkup)];
    const found = revised ? [] : [...addWaist(setting, checkup), ...addFindings(setting, checkup)];
    const report = resources.add(
      'DiagnosticReport',
      setting.key,
      {
        identifier: resources.identifiers([checkup]),
        status: revised ? 'entered-in-error' : 'final',
        category: [{ coding: [coding(systems.diagnosticService, 'OTH', 'Other')] }],
        code: { text: wording.say(recordLabelOf(checkup)) },
        subject: resources.patient,
        ...dateElement('effectiveDateTime', checkup.effectiveOn),
        performer: setting.performer === undefined ? [] : [setting.performer],
        // TW Core's reports accept only laboratory results. Other observations refer to the check-up by its
        // identifier.
        result: profile === 'twcore' ? results : [...vitalSigns, ...results, ...found],
        conclusion: revised ? undefined : conclusionOf(checkup, resources),
      },
      kindByDate('laboratory', checkup.effectiveOn) === null ? null : undefined,
    );
    return { report, vitalSigns };
  });
}

function addWords(setting: Setting, checkup: PreventiveCheckup): JsonObject[] {
  const { wording } = setting.resources;
  const words = ['hepatitisBSurfaceAntigen', 'hepatitisCAntibody'] as const;
  return [
    ...words.flatMap((name) => {
      const value = checkup[name];
      if (value === null) return [];
      return [
        addWord(
          setting,
          name,
          value.code === NOT_DONE
            ? null
            : wording.local(codeKey(name), value, antibodyNames[value.code ?? '']),
        ),
      ];
    }),
    ...(checkup.urineProtein === null
      ? []
      : [addWord(setting, 'urineProtein', wording.textConcept(checkup.urineProtein))]),
  ];
}

const addFindings = (setting: Setting, checkup: PreventiveCheckup): JsonObject[] =>
  findings.flatMap((name) => {
    const finding = checkup[name];
    const { wording } = setting.resources;
    return finding === null
      ? []
      : [
          addObservation(setting, name, 'exam', {
            code: { text: wording.say(findingLabel(name)) },
            valueCodeableConcept: wording.local(codeKey(name), finding, findingNames[finding.code ?? '']),
          }),
        ];
  });

/** Returns the findings as text, so that a report can be read without its observations. */
function conclusionOf(checkup: PreventiveCheckup, { wording }: ResourceCollector): string | undefined {
  const colon = wording.language === 'en' ? ': ' : '：';
  const lines = findings.flatMap((name) => {
    const finding = checkup[name];
    if (finding === null) return [];
    const known = findingNames[finding.code ?? ''];
    const text = (wording.language === 'en' ? known?.en : finding.display) ?? finding.display ?? finding.code;
    return text === null ? [] : [`${wording.say(findingLabel(name))}${colon}${text}`];
  });
  return lines.length === 0 ? undefined : lines.join(wording.language === 'en' ? '; ' : '；');
}

/**
 * Adds the waist circumference. The file does not state whether it is in inches or centimeters, so the unit is
 * inferred from the size of the number.
 */
function addWaist(setting: Setting, checkup: PreventiveCheckup): JsonObject[] {
  const { wording } = setting.resources;
  const centimetres = waistInCentimetres(checkup);
  if (checkup.waist === null || centimetres === null) return [];
  return [
    addObservation(setting, 'waist', 'exam', {
      ...inferredUnit(wording),
      code: {
        coding: [coding(systems.loinc, '8280-0', 'Waist Circumference at umbilicus by Tape measure')],
        text: wording.say({ 'zh-Hant': '腰圍', en: 'Waist circumference' }),
      },
      valueQuantity: quantity(centimetres, 'cm'),
    }),
  ];
}

import type { DischargeSummary, Passbook } from '../model/model.js';
import {
  advanceDirectives,
  allergyIntolerances,
  dischargeSummaries,
  immunizations,
  type Label,
} from '../sections/index.js';
import { listAllergies, type Allergy } from '../views/allergies.js';
import { listImmunizations } from '../views/care.js';
import type { ResourceCollector } from './collector.js';
import { coding, compact, fhirText, orNone, period, type JsonObject } from './resource.js';
import { systems } from './terminology.js';
import { reactionsIn, vaccineKindOf } from './phrases.js';
import { isChinese, notStated, type Wording } from './wording.js';

const severities: readonly (readonly [RegExp, string])[] = [
  [/輕|mild/i, 'mild'],
  [/中|moderate/i, 'moderate'],
  [/重|致命|severe|life/i, 'severe'],
];

const allergyNotes = {
  severity: { 'zh-Hant': '嚴重程度', en: 'Severity' },
  recordedBy: { 'zh-Hant': '收載方式', en: 'Recorded by' },
  recorder: { 'zh-Hant': '上傳醫師', en: 'Physician' },
  facility: { 'zh-Hant': '上傳醫事機構', en: 'Facility' },
  telephone: { 'zh-Hant': '電話', en: 'Phone' },
  address: { 'zh-Hant': '地址', en: 'Address' },
} satisfies Record<string, Label>;

/** Adds each allergy once. Records that state "no known allergies" do not count as allergies. */
export function addAllergies(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const { wording } = resources;
  return listAllergies(passbook).map((allergy) => {
    const { name, telephone, address } = allergy.organization;
    const [newest] = allergy.records;
    resources.organization(allergy.organization);
    const severity = severities.find(([pattern]) => pattern.test(allergy.severity ?? ''))?.[1];
    const notes = [
      [allergyNotes.severity, allergy.severity === null ? null : wording.words(allergy.severity)],
      [allergyNotes.recordedBy, newest?.recordedBy],
      [allergyNotes.recorder, newest?.recorder],
      [allergyNotes.facility, name],
      [allergyNotes.telephone, telephone],
      [allergyNotes.address, address],
    ] as const;
    return resources.add('AllergyIntolerance', resources.keyOf(allergy.records), {
      identifier: resources.identifiers(allergy.records),
      // The allergy is active: its record is still in the passbook, so nobody has removed it.
      clinicalStatus: { coding: [coding(systems.allergyStatus, 'active', 'Active')] },
      type: 'allergy',
      category: ['medication'],
      code: substanceConcept(allergy, wording),
      patient: resources.patient,
      recordedDate: orNone(allergy.recordedOn),
      note: notes.flatMap(([label, text]) =>
        text === null || text === undefined
          ? []
          : [{ text: fhirText(`${wording.say(label)}${wording.language === 'en' ? ': ' : '：'}${text}`) }],
      ),
      reaction: reactionOf(allergy, severity, wording),
    });
  });
}

/**
 * Returns the name of the substance. The English name consists of the ingredients or the group, if the tables
 * contain them. Otherwise, the name is the text from the file.
 */
export function substanceName({ substance, ingredients, groups }: Allergy, wording: Wording): string | null {
  if (wording.language === 'zh-Hant' || substance === null || !isChinese(substance)) return substance;
  const known = [...ingredients.map(({ name }) => name.en), ...groups.map(({ label }) => label.en)];
  return known.length === 0 ? substance : `${known.join(', ')} (${substance})`;
}

function substanceConcept(allergy: Allergy, wording: Wording): JsonObject {
  const { substance, ingredients } = allergy;
  if (substance === null) return wording.textConcept(null);
  const name = substanceName(allergy, wording);
  return {
    coding: [
      // If there are several ingredients, no single code stands for the whole substance.
      ...(ingredients.length === 1 ? ingredients.flatMap((one) => wording.ingredientCoding(one)) : []),
      wording.coding(
        { system: systems.field, code: `${allergyIntolerances.keys.substance}=${substance}` },
        { stated: substance, known: name === null ? null : { en: name } },
      ),
    ],
    text: fhirText(name ?? substance),
  };
}

function reactionOf(
  { manifestations, note }: Allergy,
  severity: string | undefined,
  wording: Wording,
): JsonObject[] {
  const written = [...manifestations, note].filter((text) => text !== null);
  if (written.length === 0) return severity === undefined ? [] : [unnamedReaction(severity, wording)];
  const text = fhirText(written.join('；'));
  const known = manifestations.flatMap((each) => reactionsIn(each));
  const distinct = [...new Map(known.map((each) => [each.snomed, each])).values()];
  return [
    compact({
      manifestation: [
        {
          coding:
            distinct.length === 0
              ? [
                  wording.coding(
                    { system: systems.field, code: `${allergyIntolerances.keys.manifestation}=${text}` },
                    { stated: text },
                  ),
                ]
              : distinct.map(({ snomed, display, zh }) =>
                  wording.coding(
                    { system: systems.snomed, code: snomed },
                    { known: { en: display, 'zh-Hant': zh } },
                  ),
                ),
          text:
            wording.language === 'en' && distinct.length > 0
              ? fhirText(`${distinct.map(({ display }) => bareName(display)).join(', ')} (${text})`)
              : text,
        },
      ],
      description: note === null ? undefined : fhirText(note),
      severity,
    }),
  ];
}

/** Returns a reaction of which only the severity is stated. */
const unnamedReaction = (severity: string, wording: Wording): JsonObject => ({
  manifestation: [wording.textConcept(null)],
  severity,
});

/** Removes the semantic tag from the end of a full SNOMED name. */
export const bareName = (display: string): string => display.replace(/ \([a-z]+\)$/, '');

export function addAdvanceDirectives(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  const { wording } = resources;
  return passbook.sections[advanceDirectives.key].map((directive) =>
    resources.add('Consent', resources.recordId(directive), {
      identifier: resources.identifiers([directive]),
      status: 'active',
      scope: { coding: [coding(systems.consentScope, 'adr', 'Advanced Care Directive')] },
      category: [
        { coding: [coding(systems.consentCategory, 'acd', 'Advance Directive')] },
        // The code list is not public, so the text has to state what the directive is.
        wording.local(advanceDirectives.keys.code, { code: directive.code, display: directive.text }),
      ],
      patient: resources.patient,
      dateTime: orNone(directive.recordedOn),
      policyRule: { text: wording.say({ 'zh-Hant': '健保卡註記', en: 'Noted on the NHI card' }) },
    }),
  );
}

export function addImmunizations(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return listImmunizations(passbook).map((immunization) => {
    const actor = resources.namedOrganization(immunization.performer);
    return resources.add('Immunization', resources.keyOf(immunization.records), {
      identifier: resources.identifiers(immunization.records),
      status: 'completed',
      vaccineCode: vaccineConcept(immunization.vaccine, resources.wording),
      patient: resources.patient,
      ...(immunization.occurredOn === null
        ? { occurrenceString: resources.wording.say(notStated) }
        : { occurrenceDateTime: immunization.occurredOn }),
      lotNumber: immunization.lotNumber === null ? undefined : fhirText(immunization.lotNumber),
      performer: actor === undefined ? [] : [{ actor }],
    });
  });
}

/** Returns a vaccine as text. If the name shows the kind of vaccine, adds its ATC code. */
function vaccineConcept(vaccine: string | null, wording: Wording): JsonObject {
  if (vaccine === null) return wording.textConcept(null);
  const kind = vaccineKindOf(vaccine);
  if (kind === null) return wording.local(immunizations.keys.vaccine, { code: null, display: vaccine });
  const label: Label = { 'zh-Hant': kind.zh, en: kind.en };
  return {
    coding: [
      wording.coding({ system: systems.atc, code: kind.atc }, { known: label }),
      wording.coding(
        { system: systems.field, code: `${immunizations.keys.vaccine}=${vaccine}` },
        { stated: vaccine, known: label },
      ),
    ],
    text: fhirText(wording.language === 'en' ? `${kind.en} (${vaccine})` : vaccine),
  };
}

/** Returns the discharge summary as text in which each part has a label. */
function summaryText(summary: DischargeSummary, { language }: Wording): string {
  return dischargeSummaries.fields
    .flatMap(({ key, label }) => {
      const value = summary.raw[key];
      return typeof value === 'string' && value !== '' ? [`【${label[language]}】\n${value}`] : [];
    })
    .join('\n\n');
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function addDischargeSummaries(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return passbook.sections[dischargeSummaries.key].map((summary) => {
    const { wording } = resources;
    const title = wording.say({ 'zh-Hant': '出院病歷摘要', en: 'Discharge summary' });
    const custodian = resources.organization(summary.serviceProvider);
    const stay = period(summary.period.start, summary.period.end);
    return resources.add('DocumentReference', resources.recordId(summary), {
      identifier: resources.identifiers([summary]),
      status: 'current',
      type: { coding: [coding(systems.loinc, '18842-5', 'Discharge summary')], text: title },
      subject: resources.patient,
      custodian,
      content: [
        {
          attachment: {
            contentType: 'text/plain;charset=utf-8',
            language: 'zh-TW',
            data: base64(summaryText(summary, wording)),
            title,
          },
        },
      ],
      context: stay === undefined ? undefined : { period: stay },
    });
  });
}

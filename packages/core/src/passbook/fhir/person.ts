import type { LocalDate } from '../../identity/index.js';
import { disclaimer } from '../write-html.js';
import type { DischargeSummary, Passbook } from '../model.js';
import { sectionFields } from '../sections.js';
import type { ResourceCollector } from './collector.js';
import {
  coding,
  compact,
  dateElement,
  fhirText,
  orNone,
  period,
  textConcept,
  unknown,
  type JsonObject,
} from './resource.js';
import { extensions, systems } from './terminology.js';

/** Who the passbook is about, when the caller knows more than the file, which holds a masked number and no name. */
export interface FhirPatient {
  readonly nationalId?: string;
  readonly name?: string;
  readonly birthDate?: LocalDate;
  readonly gender?: 'male' | 'female' | 'other' | 'unknown';
}

/** The second character of a number tells the sex: 1, 8, A, C male; 2, 9, B, D female. */
function genderOf(id: string | null): 'male' | 'female' | undefined {
  const second = id?.charAt(1).toUpperCase() ?? '';
  if (second !== '' && '18AC'.includes(second)) return 'male';
  return second !== '' && '29BD'.includes(second) ? 'female' : undefined;
}

export function addPatient(passbook: Passbook, known: FhirPatient, resources: ResourceCollector): JsonObject {
  const id = known.nationalId ?? passbook.subjectId;
  const citizen = id === null || /^[A-Z][12]/i.test(id);
  const gender = known.gender ?? genderOf(id);
  const value =
    known.nationalId === undefined
      ? { _value: { extension: [{ url: extensions.rendered, valueString: id ?? '未載明' }] } }
      : { value: known.nationalId };
  return resources.add('Patient', '', {
    identifier: [
      {
        use: 'official',
        type: { coding: [coding(systems.identifierType, citizen ? 'NNxxx' : 'PRC')], text: '身分證號' },
        system: citizen ? systems.citizen : systems.resident,
        ...value,
      },
    ],
    name: known.name === undefined ? [{ _text: unknown }] : [{ use: 'official', text: fhirText(known.name) }],
    ...(gender === undefined ? { _gender: unknown } : { gender }),
    ...dateElement('birthDate', known.birthDate ?? null),
  });
}

const severities: readonly (readonly [RegExp, string])[] = [
  [/輕/, 'mild'],
  [/中/, 'moderate'],
  [/重/, 'severe'],
];

export function addAllergies(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return passbook.sections.r4.map((allergy) => {
    const { name, telephone, address } = allergy.organization;
    resources.organization(allergy.organization);
    const severity = severities.find(([pattern]) => pattern.test(allergy.severity ?? ''))?.[1];
    const notes = [
      ['嚴重程度', allergy.severity],
      ['收載方式', allergy.recordedBy],
      ['上傳醫師', allergy.recorder],
      ['上傳醫事機構', name],
      ['電話', telephone],
      ['地址', address],
    ].flatMap(([label, text]) =>
      text === null || text === undefined ? [] : [{ text: fhirText(`${label ?? ''}：${text}`) }],
    );
    const manifestation = [allergy.manifestation, allergy.note].filter((text) => text !== null).join('；');
    return resources.add('AllergyIntolerance', resources.recordId(allergy), {
      identifier: resources.identifiers([allergy]),
      // Recorded once; the file does not tell whether it still holds.
      clinicalStatus: unknown,
      type: 'allergy',
      category: ['medication'],
      code: textConcept(allergy.substance),
      patient: resources.patient,
      recordedDate: orNone(allergy.recordedOn),
      note: notes,
      reaction:
        manifestation === ''
          ? []
          : [
              compact({
                manifestation: [textConcept(manifestation)],
                description: allergy.note === null ? undefined : fhirText(allergy.note),
                severity,
              }),
            ],
    });
  });
}

export function addAdvanceDirectives(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return passbook.sections.r5.map((directive) =>
    resources.add('Consent', resources.recordId(directive), {
      identifier: resources.identifiers([directive]),
      status: 'active',
      scope: { coding: [coding(systems.consentScope, 'adr')] },
      category: [
        { coding: [coding(systems.consentCategory, 'acd')] },
        // The code's list is not public: the words tell what is willed.
        compact({
          coding:
            directive.code === null ? [] : [coding(systems.field, `r5.2=${directive.code}`, directive.text)],
          text: fhirText(directive.text ?? '未載明'),
        }),
      ],
      patient: resources.patient,
      dateTime: orNone(directive.recordedOn),
      policyRule: { text: '健保卡註記' },
    }),
  );
}

export function addImmunizations(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return passbook.sections.r6.map((immunization) => {
    const actor = resources.namedOrganization(immunization.performer);
    return resources.add('Immunization', resources.recordId(immunization), {
      identifier: resources.identifiers([immunization]),
      status: 'completed',
      vaccineCode: textConcept(immunization.vaccine),
      patient: resources.patient,
      ...(immunization.occurredOn === null
        ? { occurrenceString: '未載明' }
        : { occurrenceDateTime: immunization.occurredOn }),
      lotNumber: immunization.lotNumber === null ? undefined : fhirText(immunization.lotNumber),
      performer: actor === undefined ? [] : [{ actor }],
    });
  });
}

/** The summary as a text, part by part under its label. */
function summaryText(summary: DischargeSummary): string {
  return sectionFields['discharge-summary']
    .flatMap(({ key, label }) => {
      const value = summary.raw[key];
      return typeof value === 'string' && value !== '' ? [`【${label['zh-Hant']}】\n${value}`] : [];
    })
    .join('\n\n');
}

function base64(text: string): string {
  let binary = '';
  for (const byte of new TextEncoder().encode(text)) binary += String.fromCharCode(byte);
  return btoa(binary);
}

export function addDischargeSummaries(passbook: Passbook, resources: ResourceCollector): JsonObject[] {
  return passbook.sections['discharge-summary'].map((summary) => {
    const custodian = resources.organization(summary.serviceProvider);
    const stay = period(summary.period.start, summary.period.end);
    return resources.add('DocumentReference', resources.recordId(summary), {
      identifier: resources.identifiers([summary]),
      status: 'current',
      type: { coding: [coding(systems.loinc, '18842-5', 'Discharge summary')], text: '出院病歷摘要' },
      subject: resources.patient,
      custodian,
      content: [
        {
          attachment: {
            contentType: 'text/plain;charset=utf-8',
            language: 'zh-TW',
            data: base64(summaryText(summary)),
            title: '出院病歷摘要',
          },
        },
      ],
      context: stay === undefined ? undefined : { period: stay },
    });
  });
}

/** What a reader of the document must know; see `disclaimer`. */
export const caution = disclaimer['zh-Hant'];

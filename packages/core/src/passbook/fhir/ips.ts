import type { Passbook } from '../model/model.js';
import type { Label } from '../record/record.js';
import { advanceDirectives, cancerScreenings, recordLabelOf, recordsOfKind } from '../sections/index.js';
import { listAllergies, listAllergyStatements } from '../views/allergies.js';
import { listImmunizations } from '../views/care.js';
import { listDiagnosed, type Diagnosed } from '../views/diagnosed.js';
import { reportsOf } from '../views/reports.js';
import { disclaimer } from '../write/write-html.js';
import { addCheckups } from './checkups.js';
import { addProcedures } from './claims.js';
import type { ResourceCollector } from './collector.js';
import { addCondition } from './conditions.js';
import type { DerivedViews } from './derived-views.js';
import { addLaboratoryResults } from './laboratory.js';
import { addMedicationStatements } from './medications.js';
import { narrative, type Line } from './narrative.js';
import { addAdvanceDirectives, addAllergies, addImmunizations, substanceName } from './person.js';
import { vaccineKindOf } from './phrases.js';
import { addProgrammes } from './programmes.js';
import { addReports } from './reports.js';
import { coding, compact, unknown, type JsonObject } from './resource.js';
import { addScreenings } from './screenings.js';
import { measuredLines, resultLines } from './summary-lines.js';
import { systems } from './terminology.js';
import {
  addFlags,
  addFollowUpPlan,
  conflictText,
  followUpText,
  listConflicts,
  listFollowUps,
} from './warnings.js';
import { languageTags, type Wording } from './wording.js';

/** Writes an International Patient Summary: a document with the sections for which a passbook has data. */

interface SummarySection {
  readonly loinc: string;
  readonly display: string;
  readonly title: Label;
  readonly entries: readonly JsonObject[];
  readonly lines: readonly Line[];
}

/** Adds the summary's composition and all resources to which the composition refers. */
export function addSummary(
  passbook: Passbook,
  views: DerivedViews,
  timestamp: string,
  resources: ResourceCollector,
): JsonObject {
  const { wording } = resources;
  const sections = [
    ...clinicalSections(passbook, views, resources),
    ...resultSections(passbook, views, resources),
    ...outlookSections(passbook, views, resources),
  ];
  const author = resources.add('Device', 'mhb-kit', {
    deviceName: [{ name: 'mhb-kit', type: 'model-name' }],
  });
  return resources.add('Composition', timestamp, {
    language: languageTags[wording.language],
    text: narrative([[wording.say(disclaimer)]], wording.language),
    status: 'final',
    type: { coding: [coding(systems.loinc, '60591-5', 'Patient summary Document')] },
    subject: resources.patient,
    date: timestamp,
    author: [author],
    title: wording.say({
      'zh-Hant': '病人摘要（健康存摺）',
      en: 'Patient summary from My Health Bank (National Health Insurance, Taiwan)',
    }),
    section: sections
      .filter(({ entries }) => entries.length > 0)
      .map(({ loinc, display, title, entries, lines }) =>
        compact({
          title: wording.say(title),
          code: { coding: [coding(systems.loinc, loinc, display)] },
          text: narrative(lines, wording.language),
          entry: entries,
        }),
      ),
  });
}

/**
 * Returns the code for a section that is required although the passbook contains nothing about it. "No known …"
 * is used only if a record states it. IPS 1.1 does not accept a section without an entry, regardless of the
 * reason. The code for "no information" is valid in both IPS 1.1 and 2.0.
 */
const noInformation = (code: string, display: string, text: Label, wording: Wording): JsonObject => ({
  coding: [coding(systems.absentOrUnknown, code, display)],
  text: wording.say(text),
});

function clinicalSections(
  passbook: Passbook,
  views: DerivedViews,
  resources: ResourceCollector,
): SummarySection[] {
  const { wording } = resources;
  const diagnosed = listDiagnosed(views.encounters, views.today);
  const active = diagnosed.filter((each) => each.active);
  const past = diagnosed.filter((each) => !each.active);
  const conflicts = listConflicts(passbook, views);
  return [
    {
      loinc: '104605-1',
      display: 'Alert',
      title: { 'zh-Hant': '警示', en: 'Alerts' },
      entries: addFlags(conflicts, resources),
      lines: conflicts.map((each) => [conflictText(each, wording)]),
    },
    {
      loinc: '11450-4',
      display: 'Problem list - Reported',
      title: { 'zh-Hant': '診斷（依申報資料，近期或持續）', en: 'Recent or lasting problems (from claims)' },
      entries:
        active.length > 0 ? active.map((each) => addCondition(each, resources)) : [addNoProblem(resources)],
      lines: active.map((each) => problemLine(each, wording)),
    },
    allergySection(passbook, resources),
    medicationSection(views, resources),
    {
      loinc: '11369-6',
      display: 'History of Immunization note',
      title: { 'zh-Hant': '預防接種', en: 'Immunizations' },
      entries: addImmunizations(passbook, resources),
      lines: listImmunizations(passbook).map((each) => [
        each.occurredOn,
        wording.language === 'en' && each.vaccine !== null ? (vaccineKindOf(each.vaccine)?.en ?? null) : null,
        each.vaccine,
        each.lotNumber,
      ]),
    },
    {
      loinc: '47519-4',
      display: 'History of Procedures Document',
      title: { 'zh-Hant': '手術與處置', en: 'Procedures' },
      entries: addProcedures(views, resources),
      lines: views.encounters.flatMap(({ date, procedures }) =>
        procedures.map(({ code, display }) => [date, display, code]),
      ),
    },
    {
      loinc: '11348-0',
      display: 'History of Past illness note',
      title: {
        'zh-Hant': '過去的診斷（依申報資料；沒有記載目前是否仍持續）',
        en: 'Earlier diagnoses (from claims, which do not state whether the conditions persist)',
      },
      entries: past.map((each) => addCondition(each, resources)),
      lines: past.map((each) => problemLine(each, wording)),
    },
  ];
}

function problemLine({ diagnosis, on }: Diagnosed, wording: Wording): Line {
  const { text, coding: codings } = wording.diagnosis(diagnosis, on[0] ?? null) as {
    readonly text?: string;
    readonly coding?: readonly { readonly code?: string }[];
  };
  return [text ?? null, codings?.[0]?.code ?? null, on[0] ?? null];
}

const addNoProblem = (resources: ResourceCollector): JsonObject =>
  resources.add('Condition', 'no-problem-info', {
    clinicalStatus: { coding: [coding(systems.conditionStatus, 'active', 'Active')] },
    category: [{ coding: [coding(systems.conditionCategory, 'problem-list-item', 'Problem List Item')] }],
    code: noInformation(
      'no-problem-info',
      'No information about problems',
      { 'zh-Hant': '健康存摺沒有近期的診斷資料', en: 'The passbook contains no recent diagnoses' },
      resources.wording,
    ),
    subject: resources.patient,
  });

function allergySection(passbook: Passbook, resources: ResourceCollector): SummarySection {
  const { wording } = resources;
  const allergies = listAllergies(passbook);
  const statements = listAllergyStatements(passbook);
  const added = addAllergies(passbook, resources);
  return {
    loinc: '48765-2',
    display: 'Allergies and adverse reactions Document',
    title: { 'zh-Hant': '過敏', en: 'Allergies and intolerances' },
    entries: added.length > 0 ? added : [addNoAllergy(statements, resources)],
    lines: [
      ...allergies.map((each) => [
        each.recordedOn,
        substanceName(each, wording),
        each.severity === null ? null : wording.words(each.severity),
        each.manifestations.join('、'),
      ]),
      ...statements.map((each) => [each.recordedOn, each.organization.name, `「${each.text}」`]),
    ],
  };
}

/**
 * Adds "No known allergies" if a record states it, and otherwise "No information": a lack of records does not
 * mean that there are no allergies.
 */
function addNoAllergy(
  statements: ReturnType<typeof listAllergyStatements>,
  resources: ResourceCollector,
): JsonObject {
  const stating = statements.filter(({ kind }) => kind === 'none').flatMap(({ records }) => records);
  const stated = stating.length > 0;
  return resources.add('AllergyIntolerance', stated ? resources.keyOf(stating) : 'no-allergy-info', {
    identifier: resources.identifiers(stating),
    clinicalStatus: { coding: [coding(systems.allergyStatus, 'active', 'Active')] },
    code: stated
      ? noInformation(
          'no-known-allergies',
          'No known allergies',
          { 'zh-Hant': '醫事機構登錄：沒有過敏', en: 'A facility recorded that there is no known allergy' },
          resources.wording,
        )
      : noInformation(
          'no-allergy-info',
          'No information about allergies',
          {
            'zh-Hant': '健康存摺沒有過敏紀錄；沒有紀錄不代表沒有過敏',
            en: 'The passbook contains no record of allergies, which does not mean that there are none',
          },
          resources.wording,
        ),
    patient: resources.patient,
    recordedDate: stating[0]?.recordedOn ?? undefined,
  });
}

function medicationSection({ medications }: DerivedViews, resources: ResourceCollector): SummarySection {
  const { wording } = resources;
  const added = addMedicationStatements(medications, resources);
  const groups = [
    [medications.current, { 'zh-Hant': '使用中', en: 'in use' }],
    [medications.replaced, { 'zh-Hant': '可能已換藥', en: 'seems to have been replaced' }],
    [medications.mayBeInUse, { 'zh-Hant': '可能仍在使用', en: 'may still be in use' }],
    [medications.past, { 'zh-Hant': '過去使用', en: 'used before' }],
  ] as const;
  return {
    loinc: '10160-0',
    display: 'History of Medication use Narrative',
    title: { 'zh-Hant': '用藥', en: 'Medications' },
    entries: added.length > 0 ? added : [addNoMedication(resources)],
    lines: groups.flatMap(([list, state]) =>
      list.map((each) => [
        wording.say(state),
        wording.drug(each, each.product)['text'] as string,
        each.code,
        each.runsOutOn === null
          ? null
          : wording.say({
              'zh-Hant': `藥量可以用到 ${each.runsOutOn}`,
              en: `supplied until ${each.runsOutOn}`,
            }),
      ]),
    ),
  };
}

const addNoMedication = (resources: ResourceCollector): JsonObject =>
  resources.add('MedicationStatement', 'no-medication-info', {
    status: 'unknown',
    medicationCodeableConcept: noInformation(
      'no-medication-info',
      'No information about medications',
      { 'zh-Hant': '健康存摺沒有用藥資料', en: 'The passbook contains no medications' },
      resources.wording,
    ),
    subject: resources.patient,
    _effectiveDateTime: unknown,
  });

function resultSections(
  passbook: Passbook,
  views: DerivedViews,
  resources: ResourceCollector,
): SummarySection[] {
  const { wording } = resources;
  const checkups = addCheckups(passbook, views, resources);
  const visits = addProgrammes(passbook, resources);
  const standing = recordsOfKind(passbook, 'check-up').filter((each) => !views.revisions.has(each));
  return [
    {
      loinc: '30954-2',
      display: 'Relevant diagnostic tests/laboratory data note',
      title: { 'zh-Hant': '檢驗、檢查與篩檢', en: 'Results of tests, imaging and screenings' },
      entries: [
        ...addLaboratoryResults(views, resources),
        ...addReports(passbook, views, resources),
        ...checkups.map(({ report }) => report),
        ...visits.flatMap(({ results }) => results),
        ...addScreenings(passbook, resources),
      ],
      lines: [
        ...resultLines(views, wording),
        ...reportsOf(passbook, views.revisions).map((each) => [each.date, each.order.display, each.text]),
        ...standing.map((each) => [each.effectiveOn, wording.say(recordLabelOf(each)), each.performer.name]),
        ...recordsOfKind(passbook, 'programme').map((each) => [
          each.period.start,
          wording.say(recordLabelOf(each)),
          each.organization,
        ]),
        ...passbook.sections[cancerScreenings.key].flatMap(({ examination, results }) =>
          results.map((each) => [
            each.occurredOn,
            examination === null ? null : wording.words(examination),
            each.result === null ? null : wording.words(each.result),
          ]),
        ),
      ],
    },
    {
      loinc: '8716-3',
      display: 'Vital signs note',
      title: { 'zh-Hant': '生命徵象', en: 'Vital signs' },
      entries: [
        ...checkups.flatMap(({ vitalSigns }) => vitalSigns),
        ...visits.flatMap(({ vitalSigns }) => vitalSigns),
      ],
      lines: [
        ...standing.flatMap((each) => measuredLines(each.effectiveOn, each, wording)),
        ...visits.flatMap(({ visit }) => measuredLines(visit.occurredOn, visit, wording)),
      ],
    },
  ];
}

function outlookSections(
  passbook: Passbook,
  views: DerivedViews,
  resources: ResourceCollector,
): SummarySection[] {
  const { wording } = resources;
  const followUps = listFollowUps(passbook, views);
  return [
    {
      loinc: '18776-5',
      display: 'Plan of care note',
      title: { 'zh-Hant': '待追蹤事項', en: 'Follow-ups that are due' },
      entries: addFollowUpPlan(followUps, resources),
      lines: followUps.map((each) => [followUpText(each, wording)]),
    },
    {
      loinc: '42348-3',
      display: 'Advance directives',
      title: {
        'zh-Hant': '器官捐贈與安寧緩和醫療意願',
        en: 'Advance directives (organ donation, palliative care)',
      },
      entries: addAdvanceDirectives(passbook, resources),
      lines: passbook.sections[advanceDirectives.key].map((each) => [
        each.recordedOn,
        each.text === null ? null : wording.words(each.text),
      ]),
    },
  ];
}

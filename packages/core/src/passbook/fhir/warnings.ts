import type { Passbook } from '../model/model.js';
import { listAllergiesNow } from '../views/allergies-now.js';
import type { AllergyConflict } from '../views/allergies.js';
import { listPreventiveServices, type PreventiveService } from '../views/preventive-schedule.js';
import type { Medication } from '../views/medication.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import { substanceName } from './person.js';
import { coding, compact, fhirText, type JsonObject } from './resource.js';
import { systems } from './terminology.js';
import type { Wording } from './wording.js';

/**
 * Conclusions that the views draw although no record states them: drugs that conflict with a recorded allergy,
 * and findings that need a follow-up.
 */

/**
 * Lists conflicts between recorded allergies and drugs that are or may be in use. The viewer and the command
 * line show the same conflicts.
 */
export const listConflicts = (
  passbook: Passbook,
  { medications }: DerivedViews,
): readonly AllergyConflict[] => listAllergiesNow(passbook, medications).conflicts;

export function conflictText(
  { medication, allergy, kind, subject }: AllergyConflict,
  wording: Wording,
): string {
  const drug = medication.display ?? medication.code ?? '';
  const recorded = substanceName(allergy, wording) ?? '';
  const what = wording.say(subject);
  return wording.say({
    'zh-Hant':
      kind === 'ingredient'
        ? `「${drug}」含有 ${what}，和過敏紀錄「${recorded}」相同，請醫師確認。`
        : `「${drug}」屬於${what}，和過敏紀錄「${recorded}」有關，請醫師確認。`,
    en:
      kind === 'ingredient'
        ? `${drug} contains ${what}, to which an allergy is recorded (${recorded}). A physician should check.`
        : `${drug} belongs to ${what}, to which an allergy is recorded (${recorded}). A physician should check.`,
  });
}

const conflictKey = ({ medication, allergy }: AllergyConflict, resources: ResourceCollector): string =>
  `${medication.code ?? medication.display ?? ''} ${resources.keyOf(allergy.records)}`;

const drugAllergy = coding(systems.actCode, 'DALG', 'Drug Allergy');

/** Adds a flag for each conflict to a patient summary, because programs show flags before everything else. */
export const addFlags = (conflicts: readonly AllergyConflict[], resources: ResourceCollector): JsonObject[] =>
  conflicts.map((conflict) =>
    resources.add('Flag', conflictKey(conflict, resources), {
      status: 'active',
      category: [{ coding: [coding(systems.flagCategory, 'drug', 'Drug')] }],
      code: { coding: [drugAllergy], text: fhirText(conflictText(conflict, resources.wording)) },
      subject: resources.patient,
    }),
  );

/** Adds a detected issue for each conflict to a collection. The issue refers to the drug and the allergy. */
export const addDetectedIssues = (
  conflicts: readonly AllergyConflict[],
  resources: ResourceCollector,
): void => {
  for (const conflict of conflicts) {
    const { allergy, medication } = conflict;
    const allergyReference = resources.reference('AllergyIntolerance', resources.keyOf(allergy.records));
    resources.add('DetectedIssue', conflictKey(conflict, resources), {
      status: 'preliminary',
      code: { coding: [drugAllergy] },
      patient: resources.patient,
      implicated: [
        ...newestOrders(medication, resources),
        ...(allergyReference === undefined ? [] : [allergyReference]),
      ],
      detail: fhirText(conflictText(conflict, resources.wording)),
    });
  }
};

/** Returns references to the requests and dispenses of a drug's newest supply. */
const newestOrders = ({ supplies: [newest] }: Medication, resources: ResourceCollector): JsonObject[] =>
  (newest?.claims ?? []).flatMap((claim) =>
    claim.orders.flatMap((order, index) => {
      const key = `${resources.recordId(claim)}#order-${index + 1}`;
      const reference =
        resources.reference('MedicationRequest', key) ?? resources.reference('MedicationDispense', key);
      return newest?.orders.includes(order) === true && reference !== undefined ? [reference] : [];
    }),
  );

/** Lists abnormal screenings for which the records contain no later follow-up. */
export const listFollowUps = (passbook: Passbook, { today }: DerivedViews): PreventiveService[] =>
  listPreventiveServices(passbook, today).filter(({ followUp }) => followUp !== null);

export function followUpText({ label, followUp }: PreventiveService, wording: Wording): string {
  const result = followUp?.result ?? null;
  const found = result === null ? '' : wording.words(result);
  return wording.say({
    'zh-Hant': `${label['zh-Hant']}（${followUp?.on ?? ''}）結果「${found}」，還沒有後續檢查的紀錄`,
    en: `${label.en} of ${followUp?.on ?? ''}: ${found}. No further examination is on file.`,
  });
}

/**
 * Adds a plan of care with the pending follow-ups. The plan is a proposal, because nobody has ordered the
 * follow-ups.
 */
export function addFollowUpPlan(
  services: readonly PreventiveService[],
  resources: ResourceCollector,
): JsonObject[] {
  if (services.length === 0) return [];
  const { wording } = resources;
  return [
    resources.add('CarePlan', 'follow-up', {
      status: 'active',
      intent: 'proposal',
      title: wording.say({ 'zh-Hant': '待追蹤的篩檢', en: 'Screenings that need a follow-up' }),
      subject: resources.patient,
      activity: services.map((service) => ({
        detail: compact({
          kind: 'ServiceRequest',
          status: 'not-started',
          description: fhirText(followUpText(service, wording)),
        }),
      })),
    }),
  ];
}

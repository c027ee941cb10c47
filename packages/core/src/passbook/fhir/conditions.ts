import { listDiagnosed, type Diagnosed } from '../views/diagnosed.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import { coding, orNone, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

const active = { coding: [coding(systems.conditionStatus, 'active', 'Active')] };
const inactive = { coding: [coding(systems.conditionStatus, 'inactive', 'Inactive')] };
const unconfirmed = { coding: [coding(systems.conditionVerification, 'unconfirmed', 'Unconfirmed')] };

/**
 * Converts a diagnosis to a condition. If no record shows that the diagnosis is active, the two profiles
 * differ. In a TW Core collection, the condition has no status and declares no profile, because the profile
 * requires a status. A patient summary must state a status, so the condition is inactive and unconfirmed there,
 * in the section of past illnesses.
 */
export function addCondition(each: Diagnosed, resources: ResourceCollector): JsonObject {
  const { diagnosis, on } = each;
  const { wording, profile } = resources;
  const summary = profile === 'ips';
  const last = on[0] ?? null;
  return resources.add(
    'Condition',
    diagnosis.code ?? diagnosis.display ?? '',
    {
      clinicalStatus: each.active ? active : summary ? inactive : undefined,
      verificationStatus: !each.active && summary ? unconfirmed : undefined,
      category: [
        {
          coding: [
            summary
              ? coding(systems.conditionCategory, 'problem-list-item', 'Problem List Item')
              : coding(systems.conditionCategory, 'encounter-diagnosis', 'Encounter Diagnosis'),
          ],
        },
      ],
      code: wording.diagnosis(diagnosis, last),
      subject: resources.patient,
      // Dates are sorted from newest to oldest, so the last one is when the diagnosis was first recorded.
      recordedDate: orNone(on.at(-1) ?? null),
      note: [
        {
          text: wording.say({
            'zh-Hant': `依申報資料，共 ${on.length} 次就醫，最近一次 ${last ?? '沒有寫日期'}；申報資料沒有記載目前是否仍持續`,
            en: `According to claims: ${on.length} visits, the last on ${last ?? 'an unknown day'}. Claims do not state whether the condition persists.`,
          }),
        },
      ],
    },
    each.active || summary ? undefined : null,
  );
}

export const addConditions = (views: DerivedViews, resources: ResourceCollector): JsonObject[] =>
  listDiagnosed(views.encounters, views.today).map((each) => addCondition(each, resources));

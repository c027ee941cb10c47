import { addDays, type LocalDate } from '../../identity/index.js';
import type { Coded, PartialDate } from '../model.js';
import { groupBy } from '../views/order.js';
import type { ResourceCollector } from './collector.js';
import type { DerivedViews } from './derived-views.js';
import { coding, orNone, type JsonObject } from './resource.js';
import { systems } from './terminology.js';

/** Diagnoses of all visits, each once. Claims tell for what somebody was treated, and never that it is over. */

export interface Diagnosed {
  readonly diagnosis: Coded;
  /** The visits that name it, newest first. */
  readonly on: readonly (PartialDate | null)[];
  /** Treated of late, or again and again until not long ago. */
  readonly active: boolean;
}

/** A diagnosis counts as active so long after a visit that names it. */
const RECENT_DAYS = 90;
/** One that was named on three days over half a year is one that lasts: it counts as active for two years. */
const LASTING = { visits: 3, span: 180, days: 730 } as const;

export function listDiagnosed({ encounters, today }: DerivedViews): Diagnosed[] {
  const diagnosed = encounters.flatMap((encounter) =>
    encounter.diagnoses.map((diagnosis) => ({ diagnosis, on: encounter.date })),
  );
  const groups = groupBy(diagnosed, ({ diagnosis }) => diagnosis.code ?? diagnosis.display ?? '');
  return [...groups.values()].flatMap((group) => {
    const [newest] = group;
    if (newest === undefined) return [];
    const on = group.map((each) => each.on);
    return [{ diagnosis: newest.diagnosis, on, active: isActive(on, today) }];
  });
}

function isActive(on: readonly (PartialDate | null)[], today: LocalDate): boolean {
  const days = [...new Set(on.filter((day) => day !== null && day.length === 10))].sort() as LocalDate[];
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) return false;
  if (addDays(last, RECENT_DAYS) >= today) return true;
  return (
    days.length >= LASTING.visits &&
    addDays(first, LASTING.span) <= last &&
    addDays(last, LASTING.days) >= today
  );
}

const active = { coding: [coding(systems.conditionStatus, 'active', 'Active')] };
const inactive = { coding: [coding(systems.conditionStatus, 'inactive', 'Inactive')] };
const unconfirmed = { coding: [coding(systems.conditionVerification, 'unconfirmed', 'Unconfirmed')] };

/**
 * A diagnosis as a condition. What nothing shows to be active has no status in TW Core's collection, and so claims no profile, which
 * would want one. A summary must state one: there it is inactive and unconfirmed, in the section of past illnesses.
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
      // Newest first: the last is where it was first recorded.
      recordedDate: orNone(on.at(-1) ?? null),
      note: [
        {
          text: wording.say({
            'zh-Hant': `依申報資料，共 ${on.length} 次就醫，最近一次 ${last ?? '日期未載明'}；是否仍存在未載明`,
            en: `According to claims: ${on.length} visits, the last on ${last ?? 'an unknown day'}. Claims do not tell whether it persists.`,
          }),
        },
      ],
    },
    each.active || summary ? undefined : null,
  );
}

export const addConditions = (views: DerivedViews, resources: ResourceCollector): JsonObject[] =>
  listDiagnosed(views).map((each) => addCondition(each, resources));

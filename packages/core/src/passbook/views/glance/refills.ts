import type { Encounter } from '../encounters.js';
import type { Medication } from '../medication.js';
import { isRefill } from '../supplies.js';

/**
 * The number of days before a refillable prescription runs out on which its next part can be collected,
 * including the last day: Regulations Governing the Medical Care of National Health Insurance (全民健康保險醫療辦法),
 * on 慢性病連續處方箋.
 */
export const REFILL_DAYS = 10;

/** Whether the drug was last dispensed on a refillable prescription, to take home. */
export const isRefillable = ({ supplies: [newest] }: Medication): boolean =>
  newest?.chronic === true && !newest.inpatient;

/**
 * Whether drugs were only dispensed: at a pharmacy, or as a later part of a prescription at the facility that
 * wrote it.
 */
export const isCollection = (encounter: Pick<Encounter, 'class' | 'serial'>): boolean =>
  encounter.class === 'dispense' || (encounter.class === 'outpatient' && isRefill(encounter));

import type { Encounter } from '../encounters.js';
import type { Medication } from '../medication.js';
import { isRefill } from '../supplies.js';

/**
 * The number of days, at the end of each part of a refillable prescription, on which the next part can be
 * collected. The last day is included. The source is the Regulations Governing the Medical Care of National Health
 * Insurance (全民健康保險醫療辦法), on 慢性病連續處方箋.
 */
export const REFILL_DAYS = 10;

/**
 * Checks whether the newest supply of a drug was dispensed on a refillable prescription and is not a hospital
 * ward's supply.
 */
export const isRefillable = ({ supplies: [newest] }: Medication): boolean =>
  newest?.chronic === true && !newest.inpatient;

/**
 * Checks whether the person only collected drugs, either at a pharmacy or, as a later part of a prescription, at
 * the facility that wrote it.
 */
export const isCollection = (encounter: Pick<Encounter, 'class' | 'serial'>): boolean =>
  encounter.class === 'dispense' || (encounter.class === 'outpatient' && isRefill(encounter));

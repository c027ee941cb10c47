import type { Medication } from '../medication.js';

/**
 * Days before a refillable prescription runs out from which its next part is handed out, the last day included: Regulations
 * Governing the Medical Care of National Health Insurance (全民健康保險醫療辦法), on 慢性病連續處方箋.
 */
export const REFILL_DAYS = 10;

/** Last handed out on a refillable prescription, to take home. */
export const isRefillable = ({ supplies: [newest] }: Medication): boolean =>
  newest?.chronic === true && !newest.inpatient;

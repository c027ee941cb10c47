import type { Organization } from './record.js';

/** Codes of contracted pharmacies begin with 59 (醫事機構代碼: 特約藥局). */
const PHARMACY_CODE = /^59\d{8}$/;
const pharmacyName = /藥局|藥房/;

/** Whether a facility is a pharmacy, which dispenses what others prescribe. */
export function isPharmacy({ code, name }: Pick<Organization, 'code' | 'name'>): boolean {
  return (code !== null && PHARMACY_CODE.test(code)) || pharmacyName.test(name ?? '');
}

/** A facility's key: its code, or its name if there is no code. */
export function facilityKey({ code, name }: Pick<Organization, 'code' | 'name'>): string | null {
  return code ?? name;
}

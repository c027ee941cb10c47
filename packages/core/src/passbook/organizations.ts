import type { Organization } from './record.js';

/** Codes of contracted pharmacies begin with 59 (醫事機構代碼: 特約藥局). */
const PHARMACY_CODE = /^59\d{8}$/;
const pharmacyName = /藥局|藥房/;

/** Whether a facility is a pharmacy, which hands out what others prescribe. */
export function isPharmacy({ code, name }: Pick<Organization, 'code' | 'name'>): boolean {
  return (code !== null && PHARMACY_CODE.test(code)) || pharmacyName.test(name ?? '');
}

/** What tells facilities apart: the code, or the name where no code is given. */
export function facilityKey({ code, name }: Pick<Organization, 'code' | 'name'>): string | null {
  return code ?? name;
}

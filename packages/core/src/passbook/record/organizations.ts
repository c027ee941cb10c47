import type { Organization } from './record.js';

/** The codes of contracted pharmacies (特約藥局) begin with 59. */
const PHARMACY_CODE = /^59\d{8}$/;
const pharmacyName = /藥局|藥房/;

/** Checks whether a facility is a pharmacy, which dispenses what others prescribe. */
export function isPharmacy({ code, name }: Pick<Organization, 'code' | 'name'>): boolean {
  return (code !== null && PHARMACY_CODE.test(code)) || pharmacyName.test(name ?? '');
}

/** Returns the key of a facility: its code or, if it has none, its name. */
export function facilityKey({ code, name }: Pick<Organization, 'code' | 'name'>): string | null {
  return code ?? name;
}

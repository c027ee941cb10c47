import type { Order } from './record.js';

/** Infers the kind of an order (醫囑) from its code and name, because files do not state it. */

export type OrderKind = 'drug' | 'chinese-drug' | 'laboratory' | 'imaging' | 'fee' | 'other';

/** Checks whether a code is an NHI drug code, which has ten characters (`AC20910100`). */
export function isDrugCode(code: string): boolean {
  // Most codes are shorter, and their length is known without looking at the characters.
  return code.length === 10 && /^[A-Z][A-Z0-9]{9}$/.test(code);
}

/** The code of a Chinese medicine consists of a letter and six digits (`A003284`). */
const chineseDrugCode = /^[A-Z]\d{6}$/;
/**
 * Codes of the NHI's fee schedule. Laboratory tests are in chapters 06–14. Examinations with a report are in
 * chapters 18–20 (ECG, ultrasound), 25 (pathology), 26 (nuclear medicine) and 32–34 (radiology).
 */
const laboratoryCode = /^(?:0[6-9]|1[0-4])\d{3}[A-Z]$/;
const imagingCode = /^(?:1[89]|20|2[56]|3[2-4])\d{3}[A-Z]$/;
const feeName = /診察費|藥事服務費|病房費|護理費|調劑費|藥費|材料費|住院診察/;

export function kindOfOrder({ code, display }: Pick<Order, 'code' | 'display'>): OrderKind {
  if (code !== null && isDrugCode(code)) return 'drug';
  if (display !== null && feeName.test(display)) return 'fee';
  if (code === null) return 'other';
  if (chineseDrugCode.test(code)) return 'chinese-drug';
  if (laboratoryCode.test(code)) return 'laboratory';
  return imagingCode.test(code) ? 'imaging' : 'other';
}

/**
 * Returns the kind of drug, or `null` if the order is not a drug. This is faster than `kindOfOrder`, because
 * most orders are not drugs.
 */
export function drugKindOf(order: Order): 'drug' | 'chinese-drug' | null {
  // Only drugs have a `product`.
  if (order.product !== null) return 'drug';
  if (order.code === null) return null;
  if (isDrugCode(order.code)) return 'drug';
  return chineseDrugCode.test(order.code) && kindOfOrder(order) === 'chinese-drug' ? 'chinese-drug' : null;
}

/** Codes that show that a claim belongs to a refillable prescription for a chronic illness (慢性病連續處方). */
// prettier-ignore
const chronicCodes = new Set([
  '00158C', '00159C', '00161C', '00171A', '00173B', '00181B', '00191C', '05205A', '05207C', '05209A', '05211C',
  '05222A', '05224C', '05228B', '05229B',
]);

export function isChronicPrescription(orders: readonly Pick<Order, 'code' | 'display'>[]): boolean {
  return orders.some(
    ({ code, display }) =>
      (code !== null && chronicCodes.has(code)) || (display !== null && namesChronicPrescription(display)),
  );
}

const namesChronicPrescription = (name: string): boolean =>
  // Search for one character first, because this function is called for every order in a passbook.
  name.includes('慢') && (name.includes('慢箋') || (name.includes('慢性病') && name.includes('處方')));

/**
 * Checks for rehabilitation by the chapter of the NHI's fee schedule: 42 is physical therapy, 43 occupational
 * therapy, and 44 speech therapy.
 */
export const isRehabilitation = ({ code }: Pick<Order, 'code'>): boolean =>
  code !== null && /^4[2-4]\d{3}[A-Z]$/.test(code);

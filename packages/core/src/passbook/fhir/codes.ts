import type { PartialDate } from '../model/model.js';
import { isDrugCode } from '../record/orders.js';
import { isLaboratoryCategory } from './laboratory-category.js';
import { systems, type FhirProfile } from './terminology.js';

/**
 * A code in the passbook with its code system, in the notation of that system. The file states neither the
 * system nor the code in this notation.
 */
export interface SystemCode {
  readonly system: string;
  /** The code in the notation of its system. ICD codes contain the dot that the file omits. */
  readonly code: string;
}

/** From this day on, claims in Taiwan are coded in ICD-10; before it, they are coded in ICD-9-CM. */
const ICD_10_FROM = '2016-01-01';

const tidy = (code: string): string => code.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/**
 * An ICD-10 code consists of a three-character category, a dot, and up to four more characters. Files may omit
 * the dot.
 */
const icd10 = /^([A-Z]\d[0-9A-Z])\.?([0-9A-Z]{0,4})$/;
/**
 * An ICD-9-CM code. Files may omit the dot. The category has four characters for causes of injury (`E850.0`),
 * and three for diseases (`590.10`) and factors (`V70.0`).
 */
const icd9 = /^(\d{3}|V\d{2}|E[89]\d{2})\.?(\d{0,2})$/;

const dotted = (found: RegExpExecArray): string =>
  found[2] === '' || found[2] === undefined ? (found[1] ?? '') : `${found[1] ?? ''}.${found[2]}`;

/**
 * Returns the code of a diagnosis in the notation of its code system. A code that begins with a digit is
 * ICD-9-CM. Codes such as `E86…` and `V70…` exist in both ICD-9-CM and ICD-10-CM, so the date of the claim
 * determines the code system. Returns `null` if the code belongs to neither system.
 */
export function diagnosisCode(
  written: string,
  on: PartialDate | null,
  profile: FhirProfile,
): SystemCode | null {
  const code = tidy(written);
  const old = icd9.exec(code);
  if (old !== null && (/^\d/.test(code) || (on !== null && on < ICD_10_FROM)))
    return { system: systems.diagnosisIcd9[profile], code: dotted(old) };
  const current = icd10.exec(code);
  return current === null ? null : { system: systems.diagnosis[profile], code: dotted(current) };
}

/** An ICD-10-PCS code consists of seven characters other than I and O. */
const icd10Procedure = /^[0-9A-HJ-NP-Z]{7}$/;
/**
 * The codes of fees for wards and visits (`03019BA`, `05303CA`) also have seven characters. They differ from
 * PCS, where the qualifier after four digits is never A.
 */
const wardFee = /^0[35]\d{3}[A-Z]A$/;
const icd9Procedure = /^(\d{2})\.?(\d{1,2})$/;

/**
 * Returns the code in a procedure field of a claim. The code is ICD-10-PCS, ICD-9-CM (before 2016), or an NHI
 * order code.
 */
export function procedureCode(written: string, on: PartialDate | null, profile: FhirProfile): SystemCode {
  const code = tidy(written);
  const old = icd9Procedure.exec(code);
  if (old !== null && (on === null || on < ICD_10_FROM))
    return { system: systems.procedureIcd9, code: dotted(old) };
  const isOrder = !icd10Procedure.test(code) || /^[A-Z]\d{6}$/.test(code) || wardFee.test(code);
  return isOrder ? orderCode(written) : { system: systems.procedure[profile], code };
}

/**
 * Returns the code on an order line of a claim with its code system: drugs, Chinese medicines, or the services
 * of the fee schedule. It is never ICD, regardless of the code's length.
 */
export function orderCode(code: string): SystemCode {
  if (isDrugCode(code)) return { system: systems.drug, code };
  return { system: /^[A-Z]\d{6}$/.test(code) ? systems.chineseDrug : systems.order, code };
}

/**
 * Checks whether TW Core accepts an order as a laboratory test. TW Core's profiles reject all other orders of
 * the fee schedule.
 */
export const isLaboratoryOrder = (code: string | null): boolean =>
  code === null || isLaboratoryCategory(code);

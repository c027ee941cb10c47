import type { PartialDate } from '../model/model.js';
import { isDrugCode } from '../record/orders.js';
import { isLaboratoryCategory } from './laboratory-category.js';
import { systems, type FhirProfile } from './terminology.js';

/**
 * The code system of a code in the passbook, and the code in that system's notation. The file states neither.
 */
export interface SystemCode {
  readonly system: string;
  /** The code in the notation of its system: for ICD, with the dot that the file omits. */
  readonly code: string;
}

/** Claims in Taiwan are coded in ICD-10 from this day on, and in ICD-9-CM before it. */
const ICD_10_FROM = '2016-01-01';

const tidy = (code: string): string => code.normalize('NFKC').replace(/\s+/g, '').toUpperCase();

/** ICD-10 categories have three characters; the rest follows after a dot. */
const icd10 = /^([A-Z]\d[0-9A-Z])\.?([0-9A-Z]{0,4})$/;
/**
 * Causes of injury (`E850.0`) have categories of four characters; diseases (`590.10`) and factors (`V70.0`)
 * have three.
 */
const icd9 = /^(\d{3}|V\d{2}|E[89]\d{2})\.?(\d{0,2})$/;

const dotted = (found: RegExpExecArray): string =>
  found[2] === '' || found[2] === undefined ? (found[1] ?? '') : `${found[1] ?? ''}.${found[2]}`;

/**
 * A diagnosis in the notation of its code system. A code that begins with a digit is ICD-9-CM. `E86…` and
 * `V70…` exist in ICD-9-CM and ICD-10-CM, so the date of the claim determines the code system. `null` if the
 * code belongs to neither.
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

/** Seven characters without I and O (ICD-10-PCS). */
const icd10Procedure = /^[0-9A-HJ-NP-Z]{7}$/;
/**
 * Fees for wards and visits also have seven characters: `03019BA`, `05303CA`. PCS has no qualifier A after
 * four digits.
 */
const wardFee = /^0[35]\d{3}[A-Z]A$/;
const icd9Procedure = /^(\d{2})\.?(\d{1,2})$/;

/** A procedure field of a claim: ICD-10-PCS, ICD-9-CM before 2016, or an order code of the NHI. */
export function procedureCode(written: string, on: PartialDate | null, profile: FhirProfile): SystemCode {
  const code = tidy(written);
  const old = icd9Procedure.exec(code);
  if (old !== null && (on === null || on < ICD_10_FROM))
    return { system: systems.procedureIcd9, code: dotted(old) };
  const isOrder = !icd10Procedure.test(code) || /^[A-Z]\d{6}$/.test(code) || wardFee.test(code);
  return isOrder ? orderCode(written) : { system: systems.procedure[profile], code };
}

/**
 * The code system of a code on a line of a claim: a drug, a Chinese medicine, or a service of the fee
 * schedule. It is never ICD, regardless of the code's length.
 */
export function orderCode(code: string): SystemCode {
  if (isDrugCode(code)) return { system: systems.drug, code };
  return { system: /^[A-Z]\d{6}$/.test(code) ? systems.chineseDrug : systems.order, code };
}

/**
 * Whether TW Core accepts an order as a laboratory test; its profiles reject all other orders of the fee
 * schedule.
 */
export const isLaboratoryOrder = (code: string | null): boolean =>
  code === null || isLaboratoryCategory(code);

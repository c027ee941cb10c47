import { normalizeOrderCode } from '../analytes/analytes.js';
import type { PartialDate, Passbook } from '../model/model.js';
import { kindOfOrder } from '../record/orders.js';
import { inpatientClaims, recordsOfKind } from '../sections/index.js';
import { diagnosisCode, orderCode, type SystemCode } from './codes.js';
import { systems, type FhirProfile } from './terminology.js';

/**
 * A code in a bundle. Programs that know the names of codes supply the names by `system` and `code`, as
 * `FhirTerms`.
 */
export interface CodedTerm extends SystemCode {
  readonly kind: 'diagnosis' | 'order' | 'drug';
  /** The code as written in the file. */
  readonly written: string;
  /**
   * The date of the claim, which determines the edition of ICD: until the end of 2015, diagnoses are coded in
   * ICD-9-CM.
   */
  readonly on: PartialDate | null;
}

const YEAR_LENGTH = 4;

/** Lists the codes of diagnoses, orders and drugs that `writeFhir` uses. Each code is listed once. */
export function listCodedTerms(passbook: Passbook, profile: FhirProfile): CodedTerm[] {
  const diagnoses = new Map<string, CodedTerm>();
  const orders = new Map<string, CodedTerm>();
  const addDiagnosis = (written: string | null, on: PartialDate | null): void => {
    if (written === null) return;
    const key = `${written} ${on?.slice(0, YEAR_LENGTH) ?? ''}`;
    if (diagnoses.has(key)) return;
    const code = diagnosisCode(written, on, profile);
    if (code !== null) diagnoses.set(key, { kind: 'diagnosis', ...code, written, on });
  };
  const addOrder = (
    order: { readonly code: string | null; readonly display: string | null },
    on: PartialDate | null,
  ): void => {
    const { code: written } = order;
    if (written === null || orders.has(written)) return;
    const kind = kindOfOrder(order) === 'drug' ? 'drug' : 'order';
    orders.set(written, { kind, ...codeOf(written), written, on });
  };
  for (const claim of recordsOfKind(passbook, 'claim')) {
    const on = claim.section === inpatientClaims.key ? (claim.period.end ?? claim.date) : claim.date;
    for (const { code } of claim.diagnoses) addDiagnosis(code, on);
    for (const order of claim.orders) addOrder(order, on);
  }
  for (const { order, date } of recordsOfKind(passbook, 'examination')) addOrder(order, date);
  return [...diagnoses.values(), ...orders.values()];
}

/** Returns the code as used in the bundle. Order codes lack the two digits that some files append. */
function codeOf(code: string): SystemCode {
  const short = orderCode(normalizeOrderCode(code));
  return short.system === systems.order ? short : orderCode(code);
}

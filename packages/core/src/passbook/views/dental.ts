import type { Coded, DentalClaim, Order, PartialDate, Passbook } from '../model/model.js';
import { kindOfOrder } from '../record/orders.js';
import { dentalClaims } from '../sections/index.js';
import { newestFirst } from './order.js';
import { findRevisionsAmong } from './revisions.js';

/** A treatment of a tooth or of an area of the mouth. */
export interface DentalTreatment {
  readonly date: PartialDate | null;
  /** 牙位: the FDI number of a tooth, or another NHI code for an area or for the whole mouth. */
  readonly bodySite: Coded;
  /** Whether the code is the FDI number of one tooth (ISO 3950). */
  readonly isTooth: boolean;
  readonly order: Order;
  readonly organization: string | null;
  readonly claim: DentalClaim;
}

/** Lists the teeth of one jaw in the order of a dental chart, from the patient's right to the patient's left. */
const row = (right: number, left: number, teeth: number): readonly string[] => [
  ...Array.from({ length: teeth }, (_, index) => `${right}${teeth - index}`),
  ...Array.from({ length: teeth }, (_, index) => `${left}${index + 1}`),
];

/**
 * The teeth as seen by a person who faces the patient: the upper jaw is on top, and the patient's right is on the
 * left (ISO 3950).
 */
export const toothChart = {
  permanent: { upper: row(1, 2, 8), lower: row(4, 3, 8) },
  deciduous: { upper: row(5, 6, 5), lower: row(8, 7, 5) },
} as const;

const teeth = new Set(Object.values(toothChart).flatMap(({ upper, lower }) => [...upper, ...lower]));

/**
 * Lists the treatments for which a claim states a location in the mouth, newest first. Prescribed drugs are left
 * out.
 */
export function listDentalTreatments(passbook: Passbook): DentalTreatment[] {
  const claims = passbook.sections[dentalClaims.key];
  const revisions = findRevisionsAmong(claims, passbook.downloads);
  return claims
    .filter((claim) => !revisions.has(claim))
    .flatMap((claim) =>
      claim.orders.flatMap((order): DentalTreatment[] => {
        const { bodySite } = order;
        if (bodySite === null || kindOfOrder(order) === 'drug') return [];
        return [
          {
            date: claim.date,
            bodySite,
            isTooth: teeth.has(bodySite.code ?? ''),
            order,
            organization: claim.serviceProvider.name,
            claim,
          },
        ];
      }),
    )
    .sort(newestFirst);
}

import type { Coded, DentalClaim, Order, PartialDate, Passbook } from '../model/model.js';
import { kindOfOrder } from '../record/orders.js';
import { dentalClaims } from '../sections/index.js';
import { newestFirst } from './order.js';
import { findRevisionsAmong } from './revisions.js';

/** Treatments of a tooth, or of an area of the mouth. */
export interface DentalTreatment {
  readonly date: PartialDate | null;
  /** 牙位: an FDI number, or another code of the NHI's (areas, the whole mouth). */
  readonly bodySite: Coded;
  /** Whether the code is the FDI number of one tooth (ISO 3950). */
  readonly isTooth: boolean;
  readonly order: Order;
  readonly organization: string | null;
  readonly claim: DentalClaim;
}

/** FDI quadrants in the order of a dental chart, each from the patient's right to left. */
const row = (right: number, left: number, teeth: number): readonly string[] => [
  ...Array.from({ length: teeth }, (_, index) => `${right}${teeth - index}`),
  ...Array.from({ length: teeth }, (_, index) => `${left}${index + 1}`),
];

/**
 * The mouth as seen by a person facing the patient: upper jaw on top, the patient's right on the left (ISO
 * 3950).
 */
export const toothChart = {
  permanent: { upper: row(1, 2, 8), lower: row(4, 3, 8) },
  deciduous: { upper: row(5, 6, 5), lower: row(8, 7, 5) },
} as const;

const teeth = new Set(Object.values(toothChart).flatMap(({ upper, lower }) => [...upper, ...lower]));

/** Treatments that state a location in the mouth, newest first, without the drugs prescribed for them. */
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

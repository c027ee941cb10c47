import { isDrugCode } from '../record/orders.js';
import { isPharmacy } from '../record/organizations.js';
import type { Order, Organization, PartialDate } from '../record/record.js';
import { claimFields, orders as ordersOf, type Claim } from './claims.js';
import { label } from './field.js';
import { code, date, days, number, text } from './parts.js';
import { sectionBuiltBy } from './section.js';

/**
 * The kind of an outpatient row. `visit` is a consultation with a physician, `dispense` is a row from a pharmacy,
 * and `service` is an examination or treatment on a separate day.
 */
export type OutpatientKind = 'visit' | 'dispense' | 'service';

export interface OutpatientClaim extends Claim<'r1'> {
  readonly kind: OutpatientKind;
  /** 就醫日期. It is `null` if the service was delivered elsewhere. */
  readonly visitedOn: PartialDate | null;
  /** 交付調劑、檢查或復健治療日期. */
  readonly performedOn: PartialDate | null;
}

export const outpatientClaims = sectionBuiltBy(
  {
    key: 'r1',
    label: label('西醫門診資料', 'Outpatient, Western medicine'),
    heading: /門診/,
    headingRank: 5,
    pages: ['visits', 'medications'],
    kind: 'claim',
    revisionKey: ({ serial }: OutpatientClaim) => [serial],
    fields: {
      ...claimFields({
        serial: 7,
        diagnoses: { principal: 8, secondary: [14, 5] },
        procedures: { principal: 10, secondary: [24, 2] },
        copayment: 12,
        points: 13,
      }),
      visitedOn: date(5, '就醫日期', 'Visit date'),
      performedOn: date(6, '交付調劑、檢查或復健治療日期', 'Date dispensed, examined or treated'),
      orders: ordersOf({
        code: code(1, '醫囑代碼', 'Order code'),
        display: text(2, '醫囑名稱', 'Order'),
        quantity: number(3, '醫囑總量', 'Total quantity'),
        daysSupplied: days(4, '給藥日數', 'Days supplied'),
      }),
    },
  },
  ({ parts }) =>
    (row, sources, read): OutpatientClaim => {
      const serviceProvider = parts.serviceProvider.read(row, read);
      const orders = parts.orders.read(row, read);
      const visitedOn = parts.visitedOn.read(row, read);
      const performedOn = parts.performedOn.read(row, read);
      return {
        section: 'r1',
        date: performedOn ?? visitedOn,
        sources,
        raw: row,
        serviceProvider,
        serial: parts.serial.read(row, read),
        diagnoses: parts.diagnoses.read(row, read),
        procedures: parts.procedures.read(row, read),
        copayment: parts.copayment.read(row, read),
        points: parts.points.read(row, read),
        orders,
        kind: kindOf(serviceProvider, orders, visitedOn !== null, performedOn !== null),
        visitedOn,
        performedOn,
      };
    },
);

/**
 * Classifies a row. A row from a pharmacy is a dispense, regardless of its dates. A row that has only a date of
 * service was delivered elsewhere: it is a dispense if it contains drugs, otherwise an examination. A row with
 * both dates is a treatment on a separate day (rehabilitation).
 */
function kindOf(
  serviceProvider: Organization,
  orders: readonly Order[],
  visited: boolean,
  performed: boolean,
): OutpatientKind {
  if (isPharmacy(serviceProvider)) return 'dispense';
  if (!performed) return 'visit';
  if (visited) return 'service';
  return orders.some((order) => order.code !== null && isDrugCode(order.code)) ? 'dispense' : 'service';
}

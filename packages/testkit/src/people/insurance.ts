import {
  addMonths,
  firstDayOf,
  maskCardNumber,
  monthOf,
  monthsBetween,
  type LocalDate,
} from '@mhb-kit/core/identity';
import { compact, type Row } from '../passbook-rows/rows.js';

/** What the insurer knows about a person apart from their care: the premiums and the card. */

export interface Insurance {
  readonly cardNumber: string;
  readonly cardIssuedOn: LocalDate;
  /** 投保單位 */
  readonly unit: string;
  /** The insured salary (投保金額) in NT$ a month. */
  readonly salary: number;
  readonly dependants: number;
}

/**
 * The share of the insured salary that an employee pays: 30% of the premium rate of 5.17% (since 2021-01-01).
 */
const EMPLOYEE_RATE = 0.0517 * 0.3;
const HISTORY_MONTHS = 24;

export function insuranceSections(
  insurance: Insurance,
  until: LocalDate,
): Readonly<Record<string, readonly Row[]>> {
  const premium = String(Math.round(insurance.salary * EMPLOYEE_RATE) * (1 + insurance.dependants));
  const month = monthOf(until);
  const months = monthsBetween(addMonths(month, -HISTORY_MONTHS), addMonths(month, -1)).reverse();
  const yearMonth = (text: string): string => text.replace('-', '');
  return {
    'card-status': [
      {
        'card-status.status': '正常',
        'card-status.status-date': compact(insurance.cardIssuedOn),
        'card-status.card-number': maskCardNumber(insurance.cardNumber),
        'card-status.issued-on': compact(insurance.cardIssuedOn),
        'card-status.reason': '換補發',
        'card-status.office': '臺北業務組',
      },
    ],
    'premium-billing': months.map((billed) => ({
      'premium-billing.month': yearMonth(billed),
      'premium-billing.unit': insurance.unit,
      'premium-billing.category': '第一類被保險人',
      'premium-billing.salary': String(insurance.salary),
      'premium-billing.dependants': String(insurance.dependants),
      'premium-billing.premium': premium,
    })),
    'premium-payment': months.map((billed) => ({
      'premium-payment.month': yearMonth(billed),
      'premium-payment.kind': '一般保險費',
      'premium-payment.unit': insurance.unit,
      'premium-payment.due': premium,
      'premium-payment.paid': premium,
      'premium-payment.paid-on': compact(firstDayOf(addMonths(billed, 1))),
      'premium-payment.channel': '薪資扣繳',
    })),
  };
}

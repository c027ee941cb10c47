import { label } from './field.js';
import { amount, date, month, text } from './parts.js';
import { section, type RecordOf } from './section.js';

/**
 * A section that this project defines, because the NHI has published no description. Our gateway writes it, and
 * `readPassbook` reads it.
 */
export const premiumPayments = section({
  key: 'premium-payment',
  label: label('保險費繳納明細', 'Premiums paid'),
  heading: /繳納明細/,
  pages: ['insurance'],
  notClinical: true,
  fields: {
    month: month('month', '保險費年月', 'Month'),
    kind: text('kind', '保險費種類', 'Premium type'),
    unit: text('unit', '投保單位', 'Insured unit'),
    due: amount('due', '應繳金額', 'Amount due'),
    paid: amount('paid', '繳納金額', 'Amount paid'),
    paidOn: date('paid-on', '繳納日期', 'Paid on'),
    channel: text('channel', '繳納方式', 'How it was paid'),
  },
  date: (payment) => payment.paidOn ?? payment.month,
});

/** A record of premiums that were paid. All amounts are in NT$. */
export type PremiumPayment = RecordOf<typeof premiumPayments>;

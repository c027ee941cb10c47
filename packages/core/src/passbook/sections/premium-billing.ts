import { label } from './field.js';
import { amount, month, number, text } from './parts.js';
import { section, type RecordOf } from './section.js';

/**
 * A section that this project defines, because the NHI has published no description. Our gateway writes it, and
 * `readPassbook` reads it.
 */
export const premiumBillings = section({
  key: 'premium-billing',
  label: label('保費計費明細', 'Premiums billed'),
  heading: /計費明細/,
  pages: ['insurance'],
  notClinical: true,
  fields: {
    month: month('month', '計費年月', 'Month'),
    unit: text('unit', '投保單位', 'Insured unit'),
    category: text('category', '被保險人類別', 'Insured category'),
    salary: amount('salary', '投保金額', 'Insured salary'),
    dependants: number('dependants', '眷屬人數', 'Dependants'),
    premium: amount('premium', '自付保險費', 'Premium payable'),
  },
  date: (billing) => billing.month,
});

/** A record of premiums that were billed. All amounts are in NT$. */
export type PremiumBilling = RecordOf<typeof premiumBillings>;

import { bySerial, clinicFields, orders } from './claims.js';
import { label } from './field.js';
import { code, days, number, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const chineseMedicineClaims = section({
  key: 'r9',
  label: label('中醫門診資料', 'Chinese medicine'),
  heading: /中醫/,
  headingRank: 2,
  pages: ['visits', 'medications', 'chinese-medicine'],
  kind: 'claim',
  revisionKey: bySerial,
  fields: {
    ...clinicFields,
    orders: orders({
      code: code(1, '醫囑代碼', 'Order code'),
      display: text(2, '醫囑名稱', 'Order'),
      quantity: number(3, '醫囑總量', 'Total quantity'),
      daysSupplied: days(4, '給藥日數', 'Days supplied'),
    }),
  },
  date: ({ visitedOn }) => visitedOn,
});

export type ChineseMedicineClaim = RecordOf<typeof chineseMedicineClaims>;

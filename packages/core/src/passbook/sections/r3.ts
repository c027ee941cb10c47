import { bySerial, clinicFields, orders } from './claims.js';
import { label } from './field.js';
import { code, coded, days, number, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const dentalClaims = section({
  key: 'r3',
  label: label('牙醫門診資料', 'Dental'),
  heading: /牙/,
  headingRank: 3,
  pages: ['visits', 'medications', 'dental'],
  kind: 'claim',
  revisionKey: bySerial,
  fields: {
    ...clinicFields,
    orders: orders({
      code: code(1, '醫囑代碼', 'Order code'),
      display: text(2, '醫囑名稱', 'Order'),
      quantity: number(3, '醫囑總量', 'Total quantity'),
      bodySite: coded(code(4, '牙位代碼', 'Tooth (FDI)'), text(5, '牙位名稱', 'Tooth')),
      daysSupplied: days(6, '給藥日數', 'Days supplied'),
    }),
  },
  date: ({ visitedOn }) => visitedOn,
});

export type DentalClaim = RecordOf<typeof dentalClaims>;

import { bySerial, claimFields, orders } from './claims.js';
import { label } from './field.js';
import { code, date, detail, endDate, number, period, text } from './parts.js';
import { section, type RecordOf } from './section.js';

export const inpatientClaims = section({
  key: 'r2',
  label: label('住院資料', 'Inpatient'),
  heading: /住院|住診/,
  headingRank: 4,
  pages: ['visits', 'medications'],
  kind: 'claim',
  revisionKey: bySerial,
  fields: {
    ...claimFields({
      serial: 9,
      diagnoses: { principal: 10, secondary: [16, 19] },
      procedures: { principal: 12, secondary: [54, 19] },
      copayment: 14,
      points: 15,
    }),
    /**
     * The dates of admission and discharge. If the end is missing, the file does not state it; the person might
     * have left the hospital all the same.
     */
    period: period({
      start: date(5, '入院日期', 'Admission date'),
      end: endDate(6, '出院日期', 'Discharge date'),
    }),
    billablePeriod: period({
      start: date(7, '申報起日', 'Claim period start', detail),
      end: endDate(8, '申報迄日', 'Claim period end', detail),
    }),
    orders: orders({
      sequence: code(1, '醫囑序號', 'Order sequence'),
      performed: period({
        start: date(2, '醫囑執行起日', 'Carried out from'),
        end: endDate(3, '醫囑執行迄日', 'Carried out to'),
      }),
      code: code(4, '醫囑代碼', 'Order code'),
      display: text(5, '醫囑名稱', 'Order'),
      quantity: number(6, '醫囑總量', 'Total quantity'),
    }),
  },
  date: ({ period: stay, billablePeriod }) => stay.start ?? billablePeriod.start,
});

export type InpatientClaim = RecordOf<typeof inpatientClaims>;

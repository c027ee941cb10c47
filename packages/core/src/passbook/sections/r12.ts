import { label } from './field.js';
import { date } from './parts.js';
import { lastSeen, programmeFields, visits } from './programmes.js';
import {
  creatinine,
  diastolic,
  fastingGlucose,
  glomerularFiltrationRate,
  hba1c,
  ldlCholesterol,
  systolic,
  triglycerides,
  urineMicroalbumin,
} from './quantities.js';
import { section, type RecordOf } from './section.js';

export const diabetesProgrammes = section({
  key: 'r12',
  fileKey: 'R12',
  label: label('糖尿病追蹤資料', 'Diabetes follow-up'),
  recordLabel: label('糖尿病追蹤', 'Diabetes program'),
  heading: /糖尿病/,
  pages: ['programmes'],
  kind: 'programme',
  fields: {
    ...programmeFields,
    visits: visits({
      bloodTestedOn: date(3, '血液檢驗日期', 'Blood test date'),
      urineTestedOn: date(4, '尿液檢驗日期', 'Urine test date'),
      systolic: systolic(5),
      diastolic: diastolic(6),
      hba1c: hba1c(7),
      ldlCholesterol: ldlCholesterol(8),
      fastingGlucose: fastingGlucose(9),
      creatinine: creatinine(10),
      glomerularFiltrationRate: glomerularFiltrationRate(11),
      triglycerides: triglycerides(12),
      urineMicroalbumin: urineMicroalbumin(13),
    }),
  },
  date: lastSeen,
});

export type DiabetesProgramme = RecordOf<typeof diabetesProgrammes>;
/**
 * The values measured at a programme visit. The file states no units. As in check-ups, `0` means "not measured".
 */
export type DiabetesVisit = DiabetesProgramme['visits'][number];

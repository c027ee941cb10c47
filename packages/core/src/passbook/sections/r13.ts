import { label } from './field.js';
import { measured } from './parts.js';
import { lastSeen, programmeFields, visits } from './programmes.js';
import {
  creatinine,
  diastolic,
  glomerularFiltrationRate,
  hba1c,
  ldlCholesterol,
  systolic,
  urineMicroalbumin,
} from './quantities.js';
import { section, type RecordOf } from './section.js';

export const kidneyProgrammes = section({
  key: 'r13',
  fileKey: 'R13',
  label: label('初期慢性腎病追蹤資料', 'Early chronic kidney disease follow-up'),
  recordLabel: label('初期慢性腎病追蹤', 'Early chronic kidney disease program'),
  heading: /腎/,
  pages: ['programmes'],
  kind: 'programme',
  fields: {
    ...programmeFields,
    visits: visits({
      systolic: systolic(3),
      diastolic: diastolic(4),
      glomerularFiltrationRate: glomerularFiltrationRate(5),
      // This value has no analyte. Laboratories report it in several units, and the file does not state which unit
      // was used, so the value cannot be part of a series. The same is true of microalbumin.
      urineProteinCreatinineRatio: measured(6, '尿蛋白與肌酸酐比值', 'Urine protein to creatinine ratio'),
      creatinine: creatinine(7),
      ldlCholesterol: ldlCholesterol(8),
      hba1c: hba1c(9),
      urineMicroalbumin: urineMicroalbumin(10),
    }),
  },
  date: lastSeen,
});

export type KidneyProgramme = RecordOf<typeof kidneyProgrammes>;
/**
 * The values measured at a programme visit. The file states no units. As in check-ups, `0` means "not measured".
 */
export type KidneyVisit = KidneyProgramme['visits'][number];

import { words } from '../../parts/words.js';

export const dischargesWords = words(
  {
    discharges: '出院病摘',
    department: '科別',
    admissionDiagnosis: '入院診斷',
    dischargeDiagnosis: '出院診斷',
    course: '治療經過',
    instructions: '出院指示',
  },
  {
    discharges: 'Discharge summaries',
    department: 'Department',
    admissionDiagnosis: 'Admission diagnosis',
    dischargeDiagnosis: 'Discharge diagnosis',
    course: 'Hospital course',
    instructions: 'Instructions',
  },
);

export type DischargesWords = (typeof dischargesWords)['zh-Hant'];

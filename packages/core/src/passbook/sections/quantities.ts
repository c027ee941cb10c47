import { measured } from './parts.js';

/**
 * Measurements that occur in several sections: in the check-up, whose description states units, and in the
 * programmes, whose descriptions state none.
 */

const quantity = (zhHant: string, en: string, analyte: string) => (at: number, unit?: string) =>
  measured(at, zhHant, en, unit === undefined ? { analyte } : { unit, analyte });

export const systolic = quantity('收縮壓', 'Systolic blood pressure', 'systolic-blood-pressure');
export const diastolic = quantity('舒張壓', 'Diastolic blood pressure', 'diastolic-blood-pressure');
export const ldlCholesterol = quantity('低密度脂蛋白膽固醇', 'LDL cholesterol', 'ldl-cholesterol');
export const triglycerides = quantity('三酸甘油酯', 'Triglycerides', 'triglycerides');
export const fastingGlucose = quantity('飯前血糖', 'Fasting glucose', 'glucose');
export const creatinine = quantity('肌酸酐', 'Creatinine', 'creatinine');
export const glomerularFiltrationRate = quantity('腎絲球過濾率', 'Glomerular filtration rate', 'egfr');
export const hba1c = quantity('醣化血紅素', 'HbA1c', 'hba1c');
/**
 * Urine microalbumin has no analyte here. Laboratories report it in several units, and the file does not state
 * which unit was used, so the result cannot be part of a series.
 */
export const urineMicroalbumin = (at: number) => measured(at, '尿液微量白蛋白', 'Urine microalbumin');

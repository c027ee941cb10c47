import type { Label } from '../record/record.js';

/**
 * The LOINC code and UCUM unit of a measurement in a check-up or care programme. The tables below list the
 * measurements by their field names in the model.
 */
export interface Measurement {
  readonly loinc: string;
  /** The long common name in LOINC. */
  readonly display: string;
  readonly label: Label;
  /** The UCUM unit, if the description of the file format states it or no other unit is possible. */
  readonly unit?: string;
  /** Whether the unit is inferred: the file states none, so it is the one that laboratories in Taiwan use. */
  readonly inferred?: true;
  readonly category: 'laboratory' | 'vital-signs';
}

type Row = readonly [loinc: string, display: string, zh: string, en: string, unit?: string];

const of =
  (category: Measurement['category'], inferred: boolean) =>
  ([loinc, display, zh, en, unit]: Row): Measurement => ({
    loinc,
    display,
    label: { 'zh-Hant': zh, en },
    category,
    ...(unit === undefined ? {} : { unit, ...(inferred ? { inferred } : {}) }),
  });
const stated = of('laboratory', false);
const inferred = of('laboratory', true);
const vital = of('vital-signs', false);

const ldl = 'Cholesterol in LDL [Mass/volume] in Serum or Plasma';
const fastingGlucose = 'Fasting glucose [Mass/volume] in Serum or Plasma';
const creatinine = 'Creatinine [Mass/volume] in Serum or Plasma';
const triglycerides = 'Triglyceride [Mass/volume] in Serum or Plasma';
const egfr = 'Glomerular filtration rate/1.73 sq M.predicted [Volume Rate/Area] in Serum, Plasma or Blood';
const ast = 'Aspartate aminotransferase [Enzymatic activity/volume] in Serum or Plasma';
const alt = 'Alanine aminotransferase [Enzymatic activity/volume] in Serum or Plasma';
const perArea = 'mL/min/{1.73_m2}';

/**
 * The measurements of check-ups. The NHI's description states every unit except that of the waist circumference.
 */
export const checkupMeasurements = {
  height: vital(['8302-2', 'Body height', '身高', 'Height', 'cm']),
  weight: vital(['29463-7', 'Body weight', '體重', 'Weight', 'kg']),
  bodyMassIndex: vital([
    '39156-5',
    'Body mass index (BMI) [Ratio]',
    '身體質量指數',
    'Body mass index',
    'kg/m2',
  ]),
  totalCholesterol: stated([
    '2093-3',
    'Cholesterol [Mass/volume] in Serum or Plasma',
    '總膽固醇',
    'Total cholesterol',
    'mg/dL',
  ]),
  triglycerides: stated(['2571-8', triglycerides, '三酸甘油酯', 'Triglycerides', 'mg/dL']),
  hdlCholesterol: stated([
    '2085-9',
    'Cholesterol in HDL [Mass/volume] in Serum or Plasma',
    '高密度脂蛋白膽固醇',
    'HDL cholesterol',
    'mg/dL',
  ]),
  ldlCholesterol: stated(['2089-1', ldl, '低密度脂蛋白膽固醇', 'LDL cholesterol', 'mg/dL']),
  fastingGlucose: stated(['1558-6', fastingGlucose, '飯前血糖', 'Fasting glucose', 'mg/dL']),
  ureaNitrogen: stated([
    '3094-0',
    'Urea nitrogen [Mass/volume] in Serum or Plasma',
    '尿素氮',
    'Urea nitrogen',
    'mg/dL',
  ]),
  creatinine: stated(['2160-0', creatinine, '肌酸酐', 'Creatinine', 'mg/dL']),
  glomerularFiltrationRate: stated(['69405-9', egfr, '腎絲球過濾率', 'eGFR', perArea]),
  ast: stated(['1920-8', ast, 'SGOT', 'AST (SGOT)', '[IU]/L']),
  alt: stated(['1742-6', alt, 'SGPT', 'ALT (SGPT)', '[IU]/L']),
} as const satisfies Record<string, Measurement>;

/**
 * The measurements of care programme visits, for which the file states no units. Microalbumin and its ratios
 * are reported in several units, so this table states no unit for them.
 */
export const programmeMeasurements = {
  hba1c: inferred([
    '4548-4',
    'Hemoglobin A1c/Hemoglobin.total in Blood',
    '醣化血紅素',
    'Hemoglobin A1c',
    '%',
  ]),
  ldlCholesterol: inferred(['2089-1', ldl, '低密度脂蛋白膽固醇', 'LDL cholesterol', 'mg/dL']),
  fastingGlucose: inferred(['1558-6', fastingGlucose, '飯前血糖', 'Fasting glucose', 'mg/dL']),
  creatinine: inferred(['2160-0', creatinine, '肌酸酐', 'Creatinine', 'mg/dL']),
  glomerularFiltrationRate: inferred(['69405-9', egfr, '腎絲球過濾率', 'eGFR', perArea]),
  triglycerides: inferred(['2571-8', triglycerides, '三酸甘油酯', 'Triglycerides', 'mg/dL']),
  urineMicroalbumin: inferred([
    '14957-5',
    'Microalbumin [Mass/volume] in Urine',
    '尿液微量白蛋白',
    'Microalbumin in urine',
  ]),
  urineProteinCreatinineRatio: inferred([
    '2890-2',
    'Protein/Creatinine [Mass Ratio] in Urine',
    '尿蛋白與肌酸酐比值',
    'Protein-creatinine ratio in urine',
  ]),
  ast: inferred(['1920-8', ast, 'GOT', 'AST (GOT)', 'U/L']),
  alt: inferred(['1742-6', alt, 'GPT', 'ALT (GPT)', 'U/L']),
} as const satisfies Record<string, Measurement>;

/** Results in words. */
export const wordMeasurements = {
  hepatitisBSurfaceAntigen: stated([
    '5195-3',
    'Hepatitis B virus surface Ag [Presence] in Serum',
    'Ｂ型肝炎表面抗原',
    'Hepatitis B surface antigen',
  ]),
  hepatitisBEAntigen: stated([
    '13954-3',
    'Hepatitis B virus e Ag [Presence] in Serum or Plasma by Immunoassay',
    'Ｂ型肝炎e抗原',
    'Hepatitis B e antigen',
  ]),
  hepatitisCAntibody: stated([
    '16128-1',
    'Hepatitis C virus Ab [Presence] in Serum',
    'Ｃ型肝炎抗體',
    'Hepatitis C antibody',
  ]),
  urineProtein: stated([
    '20454-5',
    'Protein [Presence] in Urine by Test strip',
    '尿液蛋白質',
    'Protein in urine',
  ]),
} as const satisfies Record<string, Measurement>;

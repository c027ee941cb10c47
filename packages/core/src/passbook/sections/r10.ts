import type { Coded } from '../record/record.js';
import { label } from './field.js';
import { code, coded, date, detail, measured, measuredWords, organization, text } from './parts.js';
import {
  creatinine,
  diastolic,
  fastingGlucose,
  glomerularFiltrationRate,
  ldlCholesterol,
  systolic,
  triglycerides,
} from './quantities.js';
import { section, type RecordOf } from './section.js';

/** Creates a part that contains the code of a finding and, from the next field, its text. */
const finding = (at: number, zhHant: string, en: string) =>
  coded(code(at, `${zhHant}代碼`, `${en} code`, detail), text(at + 1, zhHant, en));

export const preventiveCheckups = section({
  key: 'r10',
  label: label('成人預防保健結果', 'Adult preventive check-ups'),
  recordLabel: label('成人預防保健', 'Adult preventive check-up'),
  heading: /成人預防保健|成人健檢/,
  pages: ['prevention'],
  kind: 'check-up',
  revisionKey: () => [],
  fields: {
    performer: organization({
      code: code(1, '檢查醫事機構代碼', 'Facility code', detail),
      name: text(2, '檢查醫事機構名稱', 'Facility'),
      areaCode: code(3, '電話區碼', 'Area code', detail),
      telephone: code(4, '電話', 'Phone', detail),
    }),
    effectiveOn: date(5, '檢查日期', 'Checked on'),
    height: measured(6, '身高', 'Height', { unit: 'cm', analyte: 'body-height' }),
    weight: measured(7, '體重', 'Weight', { unit: 'kg', analyte: 'body-weight' }),
    bodyMassIndex: measured(8, '身體質量指數', 'Body mass index', {
      unit: 'kg/m2',
      analyte: 'body-mass-index',
    }),
    /**
     * The waist as written in the file. The file does not state whether it is in inches or in centimeters, so
     * `waistInCentimetres` guesses the unit.
     */
    waist: measured(9, '腰圍', 'Waist'),
    systolic: systolic(10, 'mm[Hg]'),
    diastolic: diastolic(11, 'mm[Hg]'),
    bloodPressureFinding: finding(12, '血壓檢查結果', 'Blood pressure finding'),
    totalCholesterol: measured(14, '總膽固醇', 'Total cholesterol', {
      unit: 'mg/dL',
      analyte: 'total-cholesterol',
    }),
    triglycerides: triglycerides(15, 'mg/dL'),
    hdlCholesterol: measured(16, '高密度脂蛋白膽固醇', 'HDL cholesterol', {
      unit: 'mg/dL',
      analyte: 'hdl-cholesterol',
    }),
    ldlCholesterol: ldlCholesterol(17, 'mg/dL'),
    lipidFinding: finding(18, '血脂檢查結果', 'Lipid finding'),
    fastingGlucose: fastingGlucose(20, 'mg/dL'),
    glucoseFinding: finding(21, '血糖檢查結果', 'Glucose finding'),
    ureaNitrogen: measured(23, '尿素氮', 'Urea nitrogen', { unit: 'mg/dL', analyte: 'urea-nitrogen' }),
    creatinine: creatinine(24, 'mg/dL'),
    glomerularFiltrationRate: glomerularFiltrationRate(25, 'mL/min/{1.73_m2}'),
    kidneyFinding: finding(26, '腎功能檢查結果', 'Kidney function finding'),
    /** The result as written in the file: `＋`, `－` or a number in mg/dL. */
    urineProtein: measuredWords(28, '尿液蛋白質', 'Urine protein'),
    metabolicSyndromeFinding: finding(29, '代謝症候群檢查結果', 'Metabolic syndrome finding'),
    ast: measured(31, '血清麩胺酸苯醋酸轉氨基酶', 'SGOT (AST)', { unit: '[IU]/L', analyte: 'ast' }),
    alt: measured(32, '血清麩胺酸丙酮酸轉氨基酶', 'SGPT (ALT)', { unit: '[IU]/L', analyte: 'alt' }),
    liverFinding: finding(33, '肝功能檢查結果', 'Liver function finding'),
    /** The codes mean: 1 negative, 2 positive, 3 not done. */
    hepatitisBSurfaceAntigen: finding(35, 'Ｂ型肝炎表面抗原', 'HBsAg'),
    hepatitisBFinding: finding(37, 'Ｂ型肝炎檢查結果', 'Hepatitis B finding'),
    hepatitisCAntibody: finding(39, 'Ｃ型肝炎抗體', 'Anti-HCV'),
    hepatitisCFinding: finding(41, 'Ｃ型肝炎檢查結果', 'Hepatitis C finding'),
  },
  date: ({ effectiveOn }) => effectiveOn,
});

/**
 * An adult preventive check-up. A measured value of `0` means "not measured" and is read as `null`; `raw` contains
 * the original value.
 */
export type PreventiveCheckup = RecordOf<typeof preventiveCheckups>;

/**
 * A finding of the adult check-up. The codes mean: 0 none, 1 normal, 2 ask a physician, 3 examine further, 4
 * treat.
 */
export type Finding = Coded;

/**
 * Matches the codes of findings that need attention. The codes mean: 0 none, 1 normal, 2 ask a physician, 3
 * examine further, 4 treat.
 */
const toBeLookedInto = /^0*[2-4]$/;
/** Matches a positive hepatitis test. The codes mean: 1 negative, 2 positive, 3 not done. */
const positive = /^0*2$/;

/** The patterns that match the codes of abnormal findings. */
export const abnormalFindings = {
  bloodPressureFinding: toBeLookedInto,
  lipidFinding: toBeLookedInto,
  glucoseFinding: toBeLookedInto,
  kidneyFinding: toBeLookedInto,
  metabolicSyndromeFinding: toBeLookedInto,
  liverFinding: toBeLookedInto,
  hepatitisBSurfaceAntigen: positive,
  hepatitisBFinding: positive,
  hepatitisCAntibody: positive,
  hepatitisCFinding: positive,
} as const satisfies Partial<Record<keyof PreventiveCheckup, RegExp>>;

import type { LaboratoryResult } from './model.js';
import type { Label } from './sections.js';

/**
 * The different names that hospitals give one test. Results are charted together only if a row of this table says so; the row's
 * orders keep a name from joining what was measured in something else (`PROTEIN` in blood and in urine).
 */
export interface Analyte {
  readonly id: string;
  readonly label: Label;
  /** LOINC, without the specimen and method that a passbook does not state in full. */
  readonly loinc: string;
  /** NHI order codes under which the names mean this test. */
  readonly orders: readonly string[];
  /** Names in the form of `normalizeAnalyteName`. */
  readonly names: readonly string[];
  /** Why the names are one test. */
  readonly reason: Label;
}

const onlyItem: Label = {
  'zh-Hant': '該醫囑代碼只有這一個檢驗項目，以下為各院所的名稱。',
  en: 'The order code has this one item; these are the names that facilities give it.',
};
const onePanel: Label = {
  'zh-Hant': '全套血液檢查中的項目，英文縮寫、全名與中文名稱互通。',
  en: 'An item of the complete blood count, by abbreviation, full name and Chinese name.',
};
const derived: Label = {
  'zh-Hant': '由肌酐換算的估算值，與肌酐共用醫囑代碼。',
  en: 'Estimated from creatinine and reported under its order code.',
};

const analyte = (
  id: string,
  zhHant: string,
  en: string,
  loinc: string,
  orders: readonly string[],
  names: readonly string[],
  reason: Label = onlyItem,
): Analyte => ({
  id,
  label: { 'zh-Hant': zhHant, en },
  loinc,
  orders,
  names: [zhHant, en, ...names].map(normalizeAnalyteName),
  reason,
});

const bloodCount = ['08011C', '08002C', '08003C', '08004C', '08006C'];

/** Order codes: NHI fee schedule, part 2, chapter 2 (laboratory tests). LOINC: loinc.org. */
export const analytes: readonly Analyte[] = [
  analyte(
    'hba1c',
    '醣化血紅素',
    'HbA1c',
    '4548-4',
    ['09006C'],
    [
      '醣化血色素',
      '糖化血色素',
      '糖化血紅素',
      'Hb A1c',
      'Glycated hemoglobin',
      'Glycohemoglobin',
      'Hemoglobin A1c',
      'A1C',
    ],
  ),
  analyte(
    'glucose',
    '葡萄糖',
    'Glucose',
    '2345-7',
    ['09005C'],
    [
      '血糖',
      '飯前血糖',
      '空腹血糖',
      'Glucose AC',
      'Glucose(AC)',
      'AC sugar',
      'Sugar AC',
      'Fasting glucose',
      'GLU',
      'GLU-AC',
    ],
  ),
  analyte(
    'creatinine',
    '肌酸酐',
    'Creatinine',
    '2160-0',
    ['09015C'],
    ['肌酐', '肌酐、血', '血中肌酐酸', 'CRE', 'CREA', 'CRTN', 'Cr', 'Creatinine(B)', 'Creatinine (blood)'],
  ),
  analyte(
    'egfr',
    '腎絲球過濾率',
    'eGFR',
    '33914-3',
    ['09015C'],
    ['估算腎絲球過濾率', 'eGFR(MDRD)', 'e-GFR', 'EGFR (MDRD)', 'GFR', 'Estimated GFR'],
    derived,
  ),
  analyte(
    'urea-nitrogen',
    '尿素氮',
    'Urea nitrogen',
    '3094-0',
    ['09002C'],
    ['血中尿素氮', '血液尿素氮', 'BUN'],
  ),
  analyte('uric-acid', '尿酸', 'Uric acid', '3084-1', ['09013C'], ['UA', 'Uric acid(B)']),
  analyte(
    'total-cholesterol',
    '總膽固醇',
    'Total cholesterol',
    '2093-3',
    ['09001C'],
    ['膽固醇', 'Cholesterol', 'CHOL', 'T-CHO', 'TCHO', 'T-Cholesterol', 'Cholesterol total', 'TC'],
  ),
  analyte(
    'triglycerides',
    '三酸甘油酯',
    'Triglycerides',
    '2571-8',
    ['09004C'],
    ['三酸甘油脂', 'Triglyceride', 'TG'],
  ),
  analyte(
    'hdl-cholesterol',
    '高密度脂蛋白膽固醇',
    'HDL cholesterol',
    '2085-9',
    ['09043C'],
    ['高密度脂蛋白-膽固醇', '高密度膽固醇', 'HDL', 'HDL-C', 'HDL-cholesterol'],
  ),
  analyte(
    'ldl-cholesterol',
    '低密度脂蛋白膽固醇',
    'LDL cholesterol',
    '2089-1',
    ['09044C'],
    ['低密度脂蛋白-膽固醇', '低密度膽固醇', 'LDL', 'LDL-C', 'LDL-cholesterol', 'LDL cholesterol (direct)'],
  ),
  analyte(
    'ast',
    '麩胺酸草醋酸轉胺酶',
    'AST',
    '1920-8',
    ['09025C'],
    [
      '血清麩胺酸苯醋酸轉氨基酶',
      '血清麩胺酸草醋酸轉氨基酶',
      'GOT',
      'SGOT',
      'S-GOT',
      'AST(GOT)',
      'GOT(AST)',
      'AST/GOT',
      'GOT/AST',
    ],
  ),
  analyte(
    'alt',
    '麩胺酸丙酮酸轉胺酶',
    'ALT',
    '1742-6',
    ['09026C'],
    ['血清麩胺酸丙酮酸轉氨基酶', 'GPT', 'SGPT', 'S-GPT', 'ALT(GPT)', 'GPT(ALT)', 'ALT/GPT', 'GPT/ALT'],
  ),
  analyte('sodium', '鈉', 'Sodium', '2951-2', ['09021C'], ['Na', 'Na+', 'Sodium(Na)', 'Na(Sodium)']),
  analyte('potassium', '鉀', 'Potassium', '2823-3', ['09022C'], ['K', 'K+', 'Potassium(K)', 'K(Potassium)']),
  analyte('albumin', '白蛋白', 'Albumin', '1751-7', ['09038C'], ['ALB', 'Albumin(BCG)']),
  analyte(
    'tsh',
    '甲狀腺刺激素',
    'TSH',
    '3016-3',
    ['09112C'],
    ['甲促素', 'hs-TSH', 'Thyroid stimulating hormone'],
  ),
  analyte(
    'crp',
    'C反應性蛋白',
    'C-reactive protein',
    '1988-5',
    ['12015C'],
    ['CRP', 'C反應性蛋白試驗', 'hs-CRP'],
  ),
  analyte(
    'urine-microalbumin',
    '尿液微量白蛋白',
    'Urine microalbumin',
    '14957-5',
    ['12111C'],
    ['微白蛋白', '微量白蛋白', 'Microalbumin', 'Micro-albumin', 'Microalbumin(U)', 'Urine albumin'],
  ),
  analyte(
    'leukocytes',
    '白血球',
    'Leukocytes',
    '6690-2',
    bloodCount,
    ['白血球計數', 'WBC', 'White blood cell', 'WBC count'],
    onePanel,
  ),
  analyte(
    'erythrocytes',
    '紅血球',
    'Erythrocytes',
    '789-8',
    bloodCount,
    ['紅血球計數', 'RBC', 'Red blood cell', 'RBC count'],
    onePanel,
  ),
  analyte(
    'hemoglobin',
    '血色素',
    'Hemoglobin',
    '718-7',
    bloodCount,
    ['血紅素', '血色素檢查', 'Hb', 'HGB'],
    onePanel,
  ),
  analyte(
    'hematocrit',
    '血球容積比',
    'Hematocrit',
    '4544-3',
    bloodCount,
    ['血球比容值', 'Hct', 'Ht'],
    onePanel,
  ),
  analyte('mcv', '平均紅血球容積', 'MCV', '787-2', bloodCount, ['平均血球容積', '平均紅血球體積'], onePanel),
  analyte(
    'platelets',
    '血小板',
    'Platelets',
    '777-3',
    bloodCount,
    ['血小板計數', 'PLT', 'Platelet', 'Platelet count'],
    onePanel,
  ),
];

/** Names compare by NFKC, without case, spaces and the dashes and dots that facilities set as they like. */
export function normalizeAnalyteName(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.·‧、,]+/g, '');
}

const byOrderAndName = new Map<string, Analyte>(
  analytes.flatMap((each) =>
    each.orders.flatMap((order) => each.names.map((name): [string, Analyte] => [`${order} ${name}`, each])),
  ),
);

/** The table's row for a result, or `null` if the table does not join it with anything. */
export function analyteOf({
  order,
  analyte: name,
}: Pick<LaboratoryResult, 'order' | 'analyte'>): Analyte | null {
  return byOrderAndName.get(`${order.code ?? ''} ${normalizeAnalyteName(name ?? '')}`) ?? null;
}

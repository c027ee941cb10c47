/**
 * A laboratory test as a fact: what is measured, in which specimen and unit, and what is usual. The analyte,
 * specimen and method together make a test, so hs-CRP is a different test from CRP, and sodium in urine is a
 * different test from sodium in serum.
 */
export interface TestOfLife {
  readonly key: string;
  /** The LOINC codes of the test. */
  readonly loinc: readonly string[];
  readonly order: { readonly code: string; readonly name: string };
  /** The unit in which facts state results, written as laboratories print it. */
  readonly unit: string;
  readonly decimals: number;
  readonly usual: Usual | { readonly male: Usual; readonly female: Usual };
  /** Other units that some laboratories use, with the factor that converts from the unit of the facts. */
  readonly scales?: readonly Scale[];
  readonly names: Names;
  /** The names of the intervals other than the usual one, for laboratories that print stages. */
  readonly stages?: string;
  /** The range within which a laboratory can measure. */
  readonly measurable?: { readonly from?: number; readonly to?: number };
  /** The possible words of a result, for tests whose result is text, such as `Negative`. */
  readonly words?: { readonly usual: readonly string[]; readonly unusual: readonly string[] };
  /** Whether a positive result shows immunity, so that there is nothing to follow up. */
  readonly showsImmunity?: boolean;
  /** Whether a value of 0 is impossible in a living person. */
  readonly neverZero?: boolean;
  readonly panel:
    | 'blood-count'
    | 'metabolic'
    | 'lipids'
    | 'kidney'
    | 'thyroid'
    | 'clotting'
    | 'hepatitis'
    | 'urine'
    | 'other';
}

export interface Usual {
  readonly low: number | null;
  readonly high: number | null;
}

export interface Scale {
  readonly unit: string;
  readonly factor: number;
  readonly decimals: number;
}

/** The names of one test in different hospitals. */
export interface Names {
  readonly english: string;
  readonly chinese: string;
  readonly abbreviated: string;
  readonly paired: string;
  readonly reversed: string;
}

const names = (english: string, chinese: string, abbreviated: string, short = abbreviated): Names => ({
  english,
  chinese,
  abbreviated,
  paired: `${chinese}(${short})`,
  reversed: `${english}(${chinese})`,
});

const count = { code: '08011C', name: '全套血液檢查Ｉ（八項）' };
const differential = { code: '08013C', name: '白血球分類計數' };
const order = (code: string, name: string): { code: string; name: string } => ({ code, name });
const between = (low: number, high: number): Usual => ({ low, high });
const below = (high: number): Usual => ({ low: null, high });
const above = (low: number): Usual => ({ low, high: null });

const tests = [
  {
    key: 'leukocytes',
    loinc: ['6690-2', '26464-8'],
    order: count,
    unit: '10^3/uL',
    decimals: 2,
    usual: between(3.54, 9.06),
    scales: [{ unit: '/uL', factor: 1000, decimals: 0 }],
    names: names('WBC', '白血球', 'W.B.C.', 'WBC'),
    panel: 'blood-count',
  },
  {
    key: 'erythrocytes',
    loinc: ['789-8', '26453-1'],
    order: count,
    unit: '10^6/uL',
    decimals: 2,
    usual: { male: between(4.21, 5.9), female: between(3.78, 5.25) },
    scales: [{ unit: '10^4/uL', factor: 100, decimals: 0 }],
    names: names('RBC', '紅血球', 'R.B.C', 'RBC'),
    panel: 'blood-count',
  },
  {
    key: 'hemoglobin',
    loinc: ['718-7'],
    order: count,
    unit: 'g/dL',
    decimals: 1,
    usual: { male: between(13.5, 17.5), female: between(12, 16) },
    names: names('Hemoglobin', '血色素', 'Hb'),
    neverZero: true,
    panel: 'blood-count',
  },
  {
    key: 'hematocrit',
    loinc: ['4544-3', '20570-8'],
    order: count,
    unit: '%',
    decimals: 1,
    usual: { male: between(39, 51), female: between(36, 46) },
    names: names('Hematocrit', '血球容積比', 'H.T.', 'Hct'),
    panel: 'blood-count',
  },
  {
    key: 'platelets',
    loinc: ['777-3', '26515-7'],
    order: count,
    unit: '10^3/uL',
    decimals: 0,
    usual: between(150, 400),
    scales: [
      { unit: '/uL', factor: 1000, decimals: 0 },
      { unit: '10^4/uL', factor: 0.1, decimals: 1 },
    ],
    names: names('Platelet', '血小板', 'PLT'),
    panel: 'blood-count',
  },
  {
    key: 'lymphocytes',
    loinc: ['736-9', '26478-8'],
    order: differential,
    unit: '%',
    decimals: 1,
    usual: between(20, 45),
    names: names('Lymphocyte', '淋巴球', 'Lymph.'),
    panel: 'blood-count',
  },
  {
    key: 'glucose-fasting',
    loinc: ['1558-6'],
    order: order('09005C', '血液及體液葡萄糖－空腹'),
    unit: 'mg/dL',
    decimals: 0,
    usual: between(70, 100),
    measurable: { to: 600 },
    names: names('Glucose AC', '飯前血糖', 'GLU-AC', 'AC'),
    neverZero: true,
    panel: 'metabolic',
  },
  {
    key: 'hba1c',
    loinc: ['4548-4', '17856-6'],
    order: order('09006C', '醣化血紅素'),
    unit: '%',
    decimals: 1,
    usual: between(4, 6),
    stages: 'Normal:4.0-6.0,Pre-DM:6.1-6.4,DM:≧6.5',
    names: names('HbA1c', '醣化血紅素', 'HbA1c'),
    neverZero: true,
    panel: 'metabolic',
  },
  {
    key: 'creatinine',
    loinc: ['2160-0'],
    order: order('09015C', '肌酐、血'),
    unit: 'mg/dL',
    decimals: 2,
    usual: { male: between(0.7, 1.3), female: between(0.5, 1.1) },
    names: names('Creatinine', '肌酸酐', 'Crea,', 'CRE'),
    neverZero: true,
    panel: 'kidney',
  },
  {
    key: 'egfr',
    loinc: ['69405-9', '33914-3'],
    order: order('09015C', '肌酐、血'),
    unit: 'mL/min/1.73m2',
    decimals: 1,
    usual: above(60),
    stages: 'N:≧60,s3:30~59,s4:15~29,s5:<15',
    names: names('eGFR', '腎絲球過濾率', 'e-GFR', 'eGFR'),
    neverZero: true,
    panel: 'kidney',
  },
  {
    key: 'urea-nitrogen',
    loinc: ['3094-0', '6299-2'],
    order: order('09002C', '血中尿素氮'),
    unit: 'mg/dL',
    decimals: 0,
    usual: between(8, 20),
    names: names('BUN', '尿素氮', 'B.U.N.', 'BUN'),
    panel: 'kidney',
  },
  {
    key: 'urate',
    loinc: ['3084-1'],
    order: order('09013C', '尿酸'),
    unit: 'mg/dL',
    decimals: 1,
    usual: { male: between(3.5, 7.2), female: between(2.6, 6) },
    names: names('Uric Acid', '尿酸', 'U.A.', 'UA'),
    panel: 'kidney',
  },
  {
    key: 'sodium',
    loinc: ['2951-2'],
    order: order('09021C', '鈉'),
    unit: 'mmol/L',
    decimals: 0,
    usual: between(136, 145),
    names: names('Sodium', '鈉', 'Na'),
    neverZero: true,
    panel: 'metabolic',
  },
  {
    key: 'potassium',
    loinc: ['2823-3'],
    order: order('09022C', '鉀'),
    unit: 'mmol/L',
    decimals: 1,
    usual: between(3.5, 5.1),
    names: names('Potassium', '鉀', 'K'),
    neverZero: true,
    panel: 'metabolic',
  },
  {
    key: 'calcium',
    loinc: ['17861-6'],
    order: order('09011C', '鈣'),
    unit: 'mg/dL',
    decimals: 1,
    usual: between(8.6, 10.2),
    names: names('Calcium', '鈣', 'Ca'),
    panel: 'metabolic',
  },
  {
    key: 'ast',
    loinc: ['1920-8', '30239-8'],
    order: order('09025C', '血清麩胺酸苯醋酸轉氨基脢'),
    unit: 'U/L',
    decimals: 0,
    usual: below(34),
    names: names('AST', '天門冬胺酸轉胺酶', 'S-GOT', 'AST'),
    panel: 'metabolic',
  },
  {
    key: 'alt',
    loinc: ['1742-6', '1743-4', '1744-2'],
    order: order('09026C', '血清麩胺酸丙酮酸轉氨基脢'),
    unit: 'U/L',
    decimals: 0,
    usual: below(40),
    names: names('ALT', '丙胺酸轉胺酶', 'S-GPT', 'ALT'),
    panel: 'metabolic',
  },
  {
    key: 'bilirubin',
    loinc: ['1975-2'],
    order: order('09029C', '膽紅素總量'),
    unit: 'mg/dL',
    decimals: 1,
    usual: between(0.3, 1.2),
    names: names('Bilirubin Total', '總膽紅素', 'T-Bil', 'T.Bil'),
    panel: 'metabolic',
  },
  {
    key: 'albumin',
    loinc: ['1751-7', '2862-1'],
    order: order('09038C', '白蛋白'),
    unit: 'g/dL',
    decimals: 1,
    usual: between(3.5, 5),
    names: names('Albumin', '白蛋白', 'ALB'),
    panel: 'metabolic',
  },
  {
    key: 'cholesterol',
    loinc: ['2093-3'],
    order: order('09001C', '總膽固醇'),
    unit: 'mg/dL',
    decimals: 0,
    usual: below(200),
    names: names('Cholesterol', '總膽固醇', 'T-CHO', 'TC'),
    panel: 'lipids',
  },
  {
    key: 'triglyceride',
    loinc: ['2571-8', '3043-7'],
    order: order('09004C', '三酸甘油脂'),
    unit: 'mg/dL',
    decimals: 0,
    usual: below(150),
    names: names('Triglyceride', '三酸甘油酯', 'T.G.', 'TG'),
    panel: 'lipids',
  },
  {
    key: 'hdl',
    loinc: ['2085-9'],
    order: order('09043C', '高密度脂蛋白－膽固醇'),
    unit: 'mg/dL',
    decimals: 0,
    usual: above(40),
    names: names('HDL-Cholesterol', '高密度脂蛋白膽固醇', 'HDL-C'),
    panel: 'lipids',
  },
  {
    key: 'ldl',
    loinc: ['2089-1', '18262-6'],
    order: order('09044C', '低密度脂蛋白－膽固醇'),
    unit: 'mg/dL',
    decimals: 0,
    usual: below(130),
    names: names('LDL-Cholesterol', '低密度脂蛋白膽固醇', 'LDL-C'),
    neverZero: true,
    panel: 'lipids',
  },
  {
    key: 'crp',
    loinc: ['1988-5'],
    order: order('12015C', 'Ｃ反應性蛋白試驗－免疫比濁法'),
    unit: 'mg/dL',
    decimals: 2,
    usual: below(0.5),
    scales: [{ unit: 'mg/L', factor: 10, decimals: 1 }],
    measurable: { from: 0.02 },
    names: names('CRP', 'C反應性蛋白', 'C.R.P', 'CRP'),
    panel: 'other',
  },
  {
    key: 'hs-crp',
    loinc: ['30522-7'],
    order: order('12015C', 'Ｃ反應性蛋白試驗－免疫比濁法'),
    unit: 'mg/L',
    decimals: 2,
    usual: below(1),
    names: names('hs-CRP', '高敏感度C反應性蛋白', 'hsCRP', 'hs-CRP'),
    panel: 'other',
  },
  {
    key: 'tsh',
    loinc: ['3016-3', '11580-8', '11579-0'],
    order: order('09112C', '甲狀腺刺激素免疫分析'),
    unit: 'uIU/mL',
    decimals: 2,
    usual: between(0.35, 4.94),
    measurable: { from: 0.01 },
    names: names('TSH', '甲狀腺刺激素', 'T.S.H.', 'TSH'),
    panel: 'thyroid',
  },
  {
    key: 'free-t4',
    loinc: ['3024-7'],
    order: order('09106C', '游離甲狀腺素免疫分析'),
    unit: 'ng/dL',
    decimals: 2,
    usual: between(0.7, 1.48),
    names: names('Free T4', '游離甲狀腺素', 'FT4'),
    panel: 'thyroid',
  },
  {
    key: 'ferritin',
    loinc: ['2276-4', '20567-4', '24373-3'],
    order: order('12116C', '鐵蛋白'),
    unit: 'ng/mL',
    decimals: 1,
    usual: { male: between(21.8, 274.7), female: between(4.6, 204) },
    names: names('Ferritin', '鐵蛋白', 'Ferritin'),
    panel: 'other',
  },
  {
    key: 'prothrombin-time',
    loinc: ['5902-2', '5964-2'],
    order: order('08026C', '凝血酶原時間（一段式）'),
    unit: 'sec',
    decimals: 1,
    usual: between(9.4, 12.5),
    names: names('PT', '凝血酶原時間', 'P.T.', 'PT'),
    panel: 'clotting',
  },
  {
    key: 'afp',
    loinc: ['1834-1', '31993-9', '53962-7'],
    order: order('12007C', 'α－胎兒蛋白檢驗'),
    unit: 'ng/mL',
    decimals: 2,
    usual: below(8.78),
    measurable: { from: 0.9 },
    names: names('AFP', '甲型胎兒蛋白', 'A.F.P.', 'AFP'),
    panel: 'other',
  },
  {
    key: 'hbsag',
    loinc: ['5195-3', '5196-1', '5197-9'],
    order: order('14032C', 'Ｂ型肝炎表面抗原'),
    unit: '',
    decimals: 0,
    usual: between(0, 0),
    words: { usual: ['Nonreactive', 'Negative', '陰性'], unusual: ['Reactive', 'Positive', '陽性'] },
    names: names('HBsAg', 'B型肝炎表面抗原', 'HBs Ag', 'HBsAg'),
    panel: 'hepatitis',
  },
  {
    key: 'anti-hbs',
    loinc: ['10900-9', '22322-2', '16935-9', '5193-8'],
    order: order('14033C', 'Ｂ型肝炎表面抗體'),
    unit: '',
    decimals: 0,
    usual: between(0, 0),
    words: { usual: ['Nonreactive', 'Negative', '陰性'], unusual: ['Reactive', 'Positive', '陽性'] },
    names: names('Anti-HBs', 'B型肝炎表面抗體', 'HBsAb', 'Anti-HBs'),
    showsImmunity: true,
    panel: 'hepatitis',
  },
  {
    key: 'anti-hcv',
    loinc: ['13955-0', '16128-1'],
    order: order('14051C', 'Ｃ型肝炎病毒抗體檢查'),
    unit: '',
    decimals: 0,
    usual: between(0, 0),
    words: { usual: ['Nonreactive', 'Negative', '陰性'], unusual: ['Reactive', 'Positive', '陽性'] },
    names: names('Anti-HCV', 'C型肝炎抗體', 'HCV Ab', 'Anti-HCV'),
    panel: 'hepatitis',
  },
  {
    key: 'urine-protein',
    loinc: ['20454-5', '5804-0', '2887-8', '57735-3'],
    order: order('06013C', '尿生化檢查'),
    unit: '',
    decimals: 0,
    usual: between(0, 0),
    words: { usual: ['-', '(-)', 'Negative'], unusual: ['1+', '2+', '+', '3+ (300)'] },
    names: names('Protein', '尿蛋白', 'PRO', 'Protein'),
    panel: 'urine',
  },
  {
    key: 'urine-glucose',
    loinc: ['25428-4', '5792-7', '2349-9'],
    order: order('06013C', '尿生化檢查'),
    unit: '',
    decimals: 0,
    usual: between(0, 0),
    words: { usual: ['-', '(-)', 'Negative'], unusual: ['1+', '3+', '4+ (2000)'] },
    names: names('Glucose', '尿糖', 'Glucose', 'Glucose'),
    panel: 'urine',
  },
  {
    key: 'urine-sodium',
    loinc: ['2955-3'],
    order: order('09021C', '鈉'),
    unit: 'mmol/L',
    decimals: 0,
    usual: between(20, 110),
    names: names('Urine Na', '尿鈉', 'Na(U)', 'U-Na'),
    panel: 'urine',
  },
  {
    key: 'urine-albumin',
    loinc: ['14957-5', '1754-1'],
    order: order('12111C', '微白蛋白（免疫比濁法）'),
    unit: 'mg/dL',
    decimals: 1,
    usual: below(1.9),
    names: names('Microalbumin', '尿微量白蛋白', 'Micro-albumin', 'Microalbumin'),
    panel: 'urine',
  },
] as const satisfies readonly TestOfLife[];

export const testsOfLife: readonly TestOfLife[] = tests;
const byKey = new Map(testsOfLife.map((test) => [test.key, test]));

export function testOf(key: string): TestOfLife {
  const test = byKey.get(key);
  if (test === undefined) throw new RangeError(`No test ${key}.`);
  return test;
}

/** Returns the usual values of a test for people of this sex. */
export const usualFor = ({ usual }: TestOfLife, sex: 'male' | 'female'): Usual =>
  'male' in usual ? usual[sex] : usual;

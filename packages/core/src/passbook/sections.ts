/**
 * Every section and field of the passbook with its labels: the one table that readers, writers, pages and viewer share.
 *
 * Source: the NHI's description of JSON "J2" (revised 112-05-15); `r0` is undocumented but stands in real files. The four
 * non-medical sections at the end are our own definition, because no description of theirs is public: our gateway
 * writes them, under these keys of `bdata`, and these readers read them back.
 */

/** The stable, lower-case key of a section. */
// prettier-ignore
export type SectionKey =
  | 'r0' | 'r1' | 'r2' | 'r3' | 'r4' | 'r5' | 'r6' | 'r7' | 'r8' | 'r9' | 'r10' | 'r11' | 'r12' | 'r13' | 'r14'
  | 'card-status' | 'premium-billing' | 'premium-payment' | 'discharge-summary';

/** A label in both languages. */
export interface Label {
  readonly 'zh-Hant': string;
  readonly en: string;
}

/**
 * How a field's text reads: `date` YYYYMMDD, `timestamp` YYYYMMDDHHMM at UTC+8, `month` YYYYMM, `number` a measured value
 * or a quantity, `amount` New Taiwan dollars, `points` NHI points, `days` whole days, `code` an identifier that is
 * compared and not read aloud, `text` anything else.
 */
export type FieldType =
  'text' | 'code' | 'date' | 'timestamp' | 'month' | 'number' | 'amount' | 'points' | 'days';

export interface Field {
  /** The key in the file, lower case: `r1.5`. */
  readonly key: string;
  readonly label: Label;
  readonly type: FieldType;
  /** UCUM unit, where the description states one. */
  readonly unit?: string;
  /** Set on what a summary table leaves to the record's details. */
  readonly detail?: true;
}

/** The rows inside a record: orders of a claim, results of a screening, visits of a programme. */
export interface NestedList {
  /** `r1_1`. */
  readonly key: string;
  readonly label: Label;
  readonly fields: readonly Field[];
}

export interface Section {
  readonly key: SectionKey;
  /** The key as files write it: `r1`, but `R12`. */
  readonly fileKey: string;
  readonly label: Label;
  readonly fields: readonly Field[];
  readonly nested: NestedList | null;
  /** Whether the NHI describes it, or we do. */
  readonly origin: 'nhi' | 'own';
}

type FieldRow = readonly [number | string, string, string, FieldType?, (string | true)?];

const fieldOf =
  (prefix: string) =>
  ([name, zhHant, en, type = 'text', extra]: FieldRow): Field => ({
    key: `${prefix}.${name}`,
    label: { 'zh-Hant': zhHant, en },
    type,
    ...(typeof extra === 'string' ? { unit: extra } : {}),
    ...(extra === true ? { detail: true } : {}),
  });

const fieldsOf = (prefix: string, rows: readonly FieldRow[]): Field[] => rows.map(fieldOf(prefix));

const nested = (key: string, zhHant: string, en: string, rows: readonly FieldRow[]): NestedList => ({
  key,
  label: { 'zh-Hant': zhHant, en },
  fields: fieldsOf(key, rows),
});

const section = (
  key: SectionKey,
  zhHant: string,
  en: string,
  rows: readonly FieldRow[],
  nestedList: NestedList | null = null,
): Section => ({
  key,
  // The NHI's files write R12–R14 in upper case, their fields in lower case.
  fileKey: /^r1[2-4]$/.test(key) ? key.toUpperCase() : key,
  label: { 'zh-Hant': zhHant, en },
  fields: fieldsOf(key, rows),
  nested: nestedList,
  origin: /^r\d+$/.test(key) ? 'nhi' : 'own',
});

/** Fields 1–4 of every section that a provider claims: NHI division and facility. */
const facilityRows: readonly FieldRow[] = [
  [1, '業務組別', 'NHI division code', 'code', true],
  [2, '健保署服務單位', 'NHI division', 'text', true],
  [3, '醫事機構代碼', 'Facility code', 'code', true],
  [4, '醫事機構', 'Facility'],
];

/** `count` pairs of code and name from field number `first`: 次診斷碼1, 次診斷名稱1, 次診斷碼2 … */
const pairs = (first: number, count: number, zhHant: string, en: string): FieldRow[] =>
  Array.from({ length: count }, (_, index): FieldRow[] => [
    [first + 2 * index, `${zhHant}碼${index + 1}`, `${en} code ${index + 1}`, 'code', true],
    [first + 2 * index + 1, `${zhHant}名稱${index + 1}`, `${en} ${index + 1}`, 'text', true],
  ]).flat();

const secondary = (
  diagnosesAt: number,
  diagnoses: number,
  proceduresAt: number,
  procedures: number,
): FieldRow[] => [
  ...pairs(diagnosesAt, diagnoses, '次診斷', 'Secondary diagnosis'),
  ...pairs(proceduresAt, procedures, '次處置', 'Secondary procedure'),
];

/** Dental and Chinese-medicine claims share one layout. */
const clinicRows: readonly FieldRow[] = [
  ...facilityRows,
  [5, '就醫日期', 'Visit date', 'date'],
  [6, '健保卡就醫序號', 'Card visit serial', 'code'],
  [7, '疾病分類碼', 'Diagnosis code', 'code'],
  [8, '疾病分類名稱', 'Diagnosis'],
  [9, '處置碼', 'Procedure code', 'code'],
  [10, '處置名稱', 'Procedure'],
  [11, '部分負擔金額', 'Co-payment', 'amount'],
  [12, '健保支付點數', 'NHI points', 'points'],
  ...secondary(13, 5, 23, 2),
];

const orderLabel = ['醫囑', 'Orders'] as const;

/** Fields 1–9 of laboratory results and reports. */
const examinationRows: readonly FieldRow[] = [
  ...facilityRows,
  [5, '就醫日期', 'Visit or admission date', 'date', true],
  [6, '檢驗(查)日期', 'Test date', 'date'],
  [7, '資料上傳時間', 'Uploaded at', 'timestamp', true],
  [8, '醫囑代碼', 'Order code', 'code'],
  [9, '醫囑名稱', 'Order'],
];

const programmeRows: readonly FieldRow[] = [
  [1, '收案日期', 'Enrolled on', 'date'],
  [2, '收案院所', 'Enrolling facility'],
  [3, '結案日期', 'Closed on', 'date'],
];

const programmeVisit: readonly FieldRow[] = [
  [1, '階段', 'Stage'],
  [2, '就醫日期', 'Visit date', 'date'],
];

const declaration = section('r0', '聲明書', 'Declaration', []);

/** All sections in the order in which files and pages carry them. */
export const sections: readonly Section[] = [
  // The declaration is one text; its key is the section's own.
  { ...declaration, fields: [{ key: 'r0', label: declaration.label, type: 'text' }] },
  section(
    'r1',
    '西醫門診資料',
    'Outpatient, Western medicine',
    [
      ...facilityRows,
      [5, '就醫日期', 'Visit date', 'date'],
      [6, '交付調劑、檢查或復健治療日期', 'Date dispensed, examined or treated', 'date'],
      [7, '健保卡就醫序號', 'Card visit serial', 'code'],
      [8, '疾病分類碼', 'Diagnosis code', 'code'],
      [9, '疾病分類名稱', 'Diagnosis'],
      [10, '處置碼', 'Procedure code', 'code'],
      [11, '處置名稱', 'Procedure'],
      [12, '部分負擔金額', 'Co-payment', 'amount'],
      [13, '健保支付點數', 'NHI points', 'points'],
      ...secondary(14, 5, 24, 2),
    ],
    nested('r1_1', ...orderLabel, [
      [1, '醫囑代碼', 'Order code', 'code'],
      [2, '醫囑名稱', 'Order'],
      [3, '醫囑總量', 'Total quantity', 'number'],
      [4, '給藥日數', 'Days supplied', 'days'],
    ]),
  ),
  section(
    'r2',
    '住院資料',
    'Inpatient',
    [
      ...facilityRows,
      [5, '入院日期', 'Admission date', 'date'],
      [6, '出院日期', 'Discharge date', 'date'],
      [7, '申報起日', 'Claim period start', 'date', true],
      [8, '申報迄日', 'Claim period end', 'date', true],
      [9, '健保卡就醫序號', 'Card visit serial', 'code'],
      [10, '疾病分類碼', 'Diagnosis code', 'code'],
      [11, '疾病分類名稱', 'Diagnosis'],
      [12, '處置碼', 'Procedure code', 'code'],
      [13, '處置名稱', 'Procedure'],
      [14, '部分負擔金額', 'Co-payment', 'amount'],
      [15, '健保支付點數', 'NHI points', 'points'],
      ...secondary(16, 19, 54, 19),
    ],
    nested('r2_1', ...orderLabel, [
      [1, '醫囑序號', 'Order sequence', 'code'],
      [2, '醫囑執行起日', 'Carried out from', 'date'],
      [3, '醫囑執行迄日', 'Carried out to', 'date'],
      [4, '醫囑代碼', 'Order code', 'code'],
      [5, '醫囑名稱', 'Order'],
      [6, '醫囑總量', 'Total quantity', 'number'],
    ]),
  ),
  section(
    'r3',
    '牙醫門診資料',
    'Dental',
    clinicRows,
    nested('r3_1', ...orderLabel, [
      [1, '醫囑代碼', 'Order code', 'code'],
      [2, '醫囑名稱', 'Order'],
      [3, '醫囑總量', 'Total quantity', 'number'],
      [4, '牙位代碼', 'Tooth (FDI)', 'code'],
      [5, '牙位名稱', 'Tooth'],
      [6, '給藥日數', 'Days supplied', 'days'],
    ]),
  ),
  section('r4', '過敏資料', 'Allergies', [
    [1, '上傳日期', 'Uploaded on', 'date'],
    [2, '過敏藥物內容', 'Allergen'],
    [3, '上傳醫師', 'Uploading physician', 'text', true],
    [4, '醫事機構代號', 'Facility code', 'code', true],
    [5, '上傳醫事機構', 'Facility'],
    [6, '電話區碼', 'Area code', 'code', true],
    [7, '電話', 'Telephone', 'code', true],
    [8, '地址', 'Address', 'text', true],
    [9, '嚴重程度', 'Severity'],
    [10, '過敏症狀', 'Symptoms'],
    [11, '其他過敏症狀說明', 'Other symptoms'],
    [12, '收載方式', 'How it was recorded'],
  ]),
  section('r5', '器捐或安寧緩和醫療意願', 'Organ donation and palliative care will', [
    [1, '健保卡註記日期', 'Noted on the card on', 'date'],
    [2, '註記代碼', 'Note code', 'code'],
    [3, '意願', 'Will'],
  ]),
  section('r6', '預防接種資料', 'Vaccinations', [
    [1, '接種日期', 'Vaccinated on', 'date'],
    [3, '疫苗名稱', 'Vaccine'],
    [5, '醫事機構名稱', 'Facility'],
  ]),
  section('r7', '檢驗檢查結果', 'Laboratory results', [
    ...examinationRows,
    [10, '檢驗項目名稱', 'Analyte'],
    [11, '結果值', 'Result'],
    [12, '參考值', 'Reference range'],
  ]),
  section('r8', '影像或病理檢查資料', 'Imaging and pathology reports', [
    ...examinationRows,
    [10, '影像或病理報告內容', 'Report'],
  ]),
  section(
    'r9',
    '中醫門診資料',
    'Chinese medicine',
    clinicRows,
    nested('r9_1', ...orderLabel, [
      [1, '醫囑代碼', 'Order code', 'code'],
      [2, '醫囑名稱', 'Order'],
      [3, '醫囑總量', 'Total quantity', 'number'],
      [4, '給藥日數', 'Days supplied', 'days'],
    ]),
  ),
  section('r10', '成人預防保健結果', 'Adult preventive check-ups', [
    [1, '檢查醫事機構代碼', 'Facility code', 'code', true],
    [2, '檢查醫事機構名稱', 'Facility'],
    [3, '電話區碼', 'Area code', 'code', true],
    [4, '電話', 'Telephone', 'code', true],
    [5, '檢查日期', 'Checked on', 'date'],
    [6, '身高', 'Height', 'number', 'cm'],
    [7, '體重', 'Weight', 'number', 'kg'],
    [8, '身體質量指數', 'Body mass index', 'number', 'kg/m2'],
    // Files hold inches or centimetres and do not say which.
    [9, '腰圍', 'Waist', 'number'],
    [10, '收縮壓', 'Systolic blood pressure', 'number', 'mm[Hg]'],
    [11, '舒張壓', 'Diastolic blood pressure', 'number', 'mm[Hg]'],
    [12, '血壓檢查結果代碼', 'Blood pressure finding code', 'code', true],
    [13, '血壓檢查結果', 'Blood pressure finding'],
    [14, '總膽固醇', 'Total cholesterol', 'number', 'mg/dL'],
    [15, '三酸甘油酯', 'Triglycerides', 'number', 'mg/dL'],
    [16, '高密度脂蛋白膽固醇', 'HDL cholesterol', 'number', 'mg/dL'],
    [17, '低密度脂蛋白膽固醇', 'LDL cholesterol', 'number', 'mg/dL'],
    [18, '血脂檢查結果代碼', 'Lipid finding code', 'code', true],
    [19, '血脂檢查結果', 'Lipid finding'],
    [20, '飯前血糖', 'Fasting glucose', 'number', 'mg/dL'],
    [21, '血糖檢查結果代碼', 'Glucose finding code', 'code', true],
    [22, '血糖檢查結果', 'Glucose finding'],
    [23, '尿素氮', 'Urea nitrogen', 'number', 'mg/dL'],
    [24, '肌酸酐', 'Creatinine', 'number', 'mg/dL'],
    [25, '腎絲球過濾率', 'Glomerular filtration rate', 'number', 'mL/min/{1.73_m2}'],
    [26, '腎功能檢查結果代碼', 'Kidney finding code', 'code', true],
    [27, '腎功能檢查結果', 'Kidney finding'],
    [28, '尿液蛋白質', 'Urine protein'],
    [29, '代謝症候群檢查結果代碼', 'Metabolic syndrome finding code', 'code', true],
    [30, '代謝症候群檢查結果', 'Metabolic syndrome finding'],
    [31, '血清麩胺酸苯醋酸轉氨基酶', 'SGOT (AST)', 'number', '[IU]/L'],
    [32, '血清麩胺酸丙酮酸轉氨基酶', 'SGPT (ALT)', 'number', '[IU]/L'],
    [33, '肝功能檢查結果代碼', 'Liver finding code', 'code', true],
    [34, '肝功能檢查結果', 'Liver finding'],
    [35, 'Ｂ型肝炎表面抗原代碼', 'HBsAg code', 'code', true],
    [36, 'Ｂ型肝炎表面抗原', 'HBsAg'],
    [37, 'Ｂ型肝炎檢查結果代碼', 'Hepatitis B finding code', 'code', true],
    [38, 'Ｂ型肝炎檢查結果', 'Hepatitis B finding'],
    [39, 'Ｃ型肝炎抗體代碼', 'Anti-HCV code', 'code', true],
    [40, 'Ｃ型肝炎抗體', 'Anti-HCV'],
    [41, 'Ｃ型肝炎檢查結果代碼', 'Hepatitis C finding code', 'code', true],
    [42, 'Ｃ型肝炎檢查結果', 'Hepatitis C finding'],
  ]),
  section(
    'r11',
    '癌症篩檢結果資料',
    'Cancer screening',
    [
      [1, '篩檢類別', 'Kind of screening'],
      [2, '檢查項目名稱', 'Examination'],
    ],
    nested('r11_1', '篩檢結果', 'Results', [
      [1, '就醫日期', 'Visit date', 'date'],
      [2, '醫事機構名稱', 'Facility'],
      [3, '檢查(驗)結果', 'Result'],
      [4, '建議', 'Advice'],
    ]),
  ),
  section(
    'r12',
    '糖尿病追蹤資料',
    'Diabetes follow-up',
    programmeRows,
    nested('r12_1', '追蹤紀錄', 'Follow-up visits', [
      ...programmeVisit,
      [3, '血液檢驗日期', 'Blood test date', 'date'],
      [4, '尿液檢驗日期', 'Urine test date', 'date'],
      [5, '收縮壓', 'Systolic blood pressure', 'number'],
      [6, '舒張壓', 'Diastolic blood pressure', 'number'],
      [7, '醣化血紅素', 'HbA1c', 'number'],
      [8, '低密度脂蛋白膽固醇', 'LDL cholesterol', 'number'],
      [9, '飯前血糖', 'Fasting glucose', 'number'],
      [10, '肌酸酐', 'Creatinine', 'number'],
      [11, '腎絲球過濾率', 'Glomerular filtration rate', 'number'],
      [12, '三酸甘油酯', 'Triglycerides', 'number'],
      [13, '尿液微量白蛋白', 'Urine microalbumin', 'number'],
    ]),
  ),
  section(
    'r13',
    '初期慢性腎病追蹤資料',
    'Early chronic kidney disease follow-up',
    programmeRows,
    nested('r13_1', '追蹤紀錄', 'Follow-up visits', [
      ...programmeVisit,
      [3, '收縮壓', 'Systolic blood pressure', 'number'],
      [4, '舒張壓', 'Diastolic blood pressure', 'number'],
      [5, '腎絲球過濾率', 'Glomerular filtration rate', 'number'],
      [6, '尿蛋白與肌酸酐比值', 'Urine protein to creatinine ratio', 'number'],
      [7, '肌酸酐', 'Creatinine', 'number'],
      [8, '低密度脂蛋白膽固醇', 'LDL cholesterol', 'number'],
      [9, '醣化血紅素', 'HbA1c', 'number'],
      [10, '尿液微量白蛋白', 'Urine microalbumin', 'number'],
    ]),
  ),
  section(
    'r14',
    'Ｂ、Ｃ型肝炎追蹤資料',
    'Hepatitis B and C follow-up',
    programmeRows,
    nested('r14_1', '追蹤紀錄', 'Follow-up visits', [
      ...programmeVisit,
      [3, '肝炎類型', 'Hepatitis type'],
      [4, 'Ｂ型肝炎表面抗原', 'HBsAg'],
      [5, 'Ｂ型肝炎e抗原', 'HBeAg'],
      [6, 'Ｃ型肝炎抗體', 'Anti-HCV'],
      [7, 'GOT', 'GOT (AST)', 'number'],
      [8, 'GPT', 'GPT (ALT)', 'number'],
      [9, '腹部超音波結果', 'Abdominal ultrasound'],
    ]),
  ),
  section('card-status', '健保卡狀況及領卡紀錄', 'Card status and issue record', [
    ['status', '健保卡狀況', 'Card status'],
    ['status-date', '狀況日期', 'Status date', 'date'],
    ['card-number', '健保卡卡號', 'Card number (masked)', 'code'],
    ['issued-on', '領卡日期', 'Issued on', 'date'],
    ['reason', '領卡原因', 'Reason for issue'],
    ['office', '受理單位', 'Office'],
  ]),
  section('premium-billing', '保費計費明細', 'Premiums billed', [
    ['month', '計費年月', 'Month', 'month'],
    ['unit', '投保單位', 'Insured unit'],
    ['category', '被保險人類別', 'Category of the insured'],
    ['salary', '投保金額', 'Insured salary', 'amount'],
    ['dependants', '眷屬人數', 'Dependants', 'number'],
    ['premium', '自付保險費', 'Premium payable', 'amount'],
  ]),
  section('premium-payment', '保險費繳納明細', 'Premiums paid', [
    ['month', '保險費年月', 'Month', 'month'],
    ['kind', '保險費種類', 'Kind of premium'],
    ['unit', '投保單位', 'Insured unit'],
    ['due', '應繳金額', 'Amount due', 'amount'],
    ['paid', '繳納金額', 'Amount paid', 'amount'],
    ['paid-on', '繳納日期', 'Paid on', 'date'],
    ['channel', '繳納方式', 'How it was paid'],
  ]),
  section('discharge-summary', '出院病歷摘要', 'Discharge summaries', [
    ['facility-code', '醫事機構代碼', 'Facility code', 'code', true],
    ['facility', '醫事機構', 'Facility'],
    ['department', '科別', 'Department'],
    ['admitted-on', '入院日期', 'Admission date', 'date'],
    ['discharged-on', '出院日期', 'Discharge date', 'date'],
    ['admission-diagnosis', '入院診斷', 'Admission diagnosis'],
    ['discharge-diagnosis', '出院診斷', 'Discharge diagnosis'],
    ['chief-complaint', '主訴', 'Chief complaint'],
    ['history', '病史', 'History'],
    ['course', '住院治療經過', 'Hospital course'],
    ['procedures', '手術及處置', 'Procedures'],
    ['examinations', '檢驗及檢查', 'Examinations'],
    ['medications', '出院用藥', 'Discharge medication'],
    ['condition', '出院狀況', 'Condition at discharge'],
    ['instructions', '出院指示', 'Instructions'],
  ]),
];

/** The header's own fields: whose passbook, and of when. */
export const headerFields: readonly Field[] = fieldsOf('b1', [
  [1, '身分證號', 'National ID (masked)', 'code'],
  [2, '資料申請日期', 'Applied on', 'date'],
]);

/**
 * The NHI's table lists eight fields of `r14_1`, its samples nine. Rows without a ninth field whose sixth is a number
 * follow the table: from the sixth on, the same facts without anti-HCV.
 */
export const hepatitisVisitFieldsOfTable: readonly Field[] = fieldsOf('r14_1', [
  ...programmeVisit,
  [3, '肝炎類型', 'Hepatitis type'],
  [4, 'Ｂ型肝炎表面抗原', 'HBsAg'],
  [5, 'Ｂ型肝炎e抗原', 'HBeAg'],
  [6, 'GOT', 'GOT (AST)', 'number'],
  [7, 'GPT', 'GPT (ALT)', 'number'],
  [8, '腹部超音波結果', 'Abdominal ultrasound'],
]);

const byKey = new Map<string, Section>(sections.map((each) => [each.key, each]));

/** The section of a key in any case (`R12`, `r12`), or `undefined` for one that we do not know. */
export function sectionOf(key: string): Section | undefined {
  return byKey.get(key.toLowerCase());
}

/** Section key → its fields, in file order. The rows inside a record have their own: `sectionOf(key).nested`. */
export const sectionFields: Readonly<Record<SectionKey, readonly Field[]>> = Object.fromEntries(
  sections.map((each) => [each.key, each.fields]),
) as Record<SectionKey, readonly Field[]>;

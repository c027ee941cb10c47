/**
 * A public source that is named below an explanation. The texts of the explanations are this project's own. The
 * sources are for checking the texts and for further reading.
 */
export interface Source {
  readonly title: { readonly 'zh-Hant': string; readonly en: string };
  readonly publisher: { readonly 'zh-Hant': string; readonly en: string };
  /** The address of the site, or of its page about the topic. */
  readonly url: string;
}

const sourceTable = {
  'medlineplus-tests': {
    title: { 'zh-Hant': '醫學檢驗說明（英文、西班牙文）', en: 'Medical Tests' },
    publisher: {
      'zh-Hant': '美國國家醫學圖書館 MedlinePlus',
      en: 'MedlinePlus, US National Library of Medicine',
    },
    url: 'https://medlineplus.gov/lab-tests/',
  },
  'medlineplus-encyclopedia': {
    title: { 'zh-Hant': '醫學百科（英文、西班牙文）', en: 'Medical Encyclopedia' },
    publisher: {
      'zh-Hant': '美國國家醫學圖書館 MedlinePlus',
      en: 'MedlinePlus, US National Library of Medicine',
    },
    url: 'https://medlineplus.gov/encyclopedia.html',
  },
  niddk: {
    title: { 'zh-Hant': '糖尿病、消化與腎臟健康資訊（英文）', en: 'Health Information' },
    publisher: {
      'zh-Hant': '美國國家糖尿病、消化及腎臟疾病研究院',
      en: 'US National Institute of Diabetes and Digestive and Kidney Diseases',
    },
    url: 'https://www.niddk.nih.gov/health-information',
  },
  'nci-tumor-markers': {
    title: { 'zh-Hant': '腫瘤標記（英文）', en: 'Tumor Markers' },
    publisher: { 'zh-Hant': '美國國家癌症研究院', en: 'US National Cancer Institute' },
    url: 'https://www.cancer.gov/about-cancer/diagnosis-staging/diagnosis/tumor-markers-fact-sheet',
  },
  hpa: {
    title: { 'zh-Hant': '健康主題', en: 'Health topics (in Chinese)' },
    publisher: { 'zh-Hant': '衛生福利部國民健康署', en: 'Health Promotion Administration, Taiwan' },
    url: 'https://www.hpa.gov.tw/',
  },
  'diabetes-care-foundation': {
    title: { 'zh-Hant': '糖尿病家族', en: 'Diabetes family (in Chinese)' },
    publisher: { 'zh-Hant': '財團法人糖尿病關懷基金會', en: 'Diabetes Care Foundation, Taiwan' },
    url: 'http://www.dmcare.org.tw/',
  },
  'cdc-taiwan': {
    title: { 'zh-Hant': '傳染病與預防接種', en: 'Communicable diseases and immunization' },
    publisher: { 'zh-Hant': '衛生福利部疾病管制署', en: 'Taiwan Centers for Disease Control' },
    url: 'https://www.cdc.gov.tw/',
  },
  nhi: {
    title: { 'zh-Hant': '全民健康保險', en: 'National Health Insurance' },
    publisher: {
      'zh-Hant': '衛生福利部中央健康保險署',
      en: 'National Health Insurance Administration, Taiwan',
    },
    url: 'https://www.nhi.gov.tw/',
  },
  'nhi-fee-schedule': {
    title: {
      'zh-Hant': '全民健康保險醫療服務給付項目及支付標準',
      en: 'NHI medical services and fee schedule (in Chinese)',
    },
    publisher: {
      'zh-Hant': '衛生福利部中央健康保險署',
      en: 'National Health Insurance Administration, Taiwan',
    },
    url: 'https://www.nhi.gov.tw/',
  },
  'kdigo-ckd': {
    title: { 'zh-Hant': '慢性腎臟病評估與處置指引（英文）', en: 'Guideline on Chronic Kidney Disease' },
    publisher: {
      'zh-Hant': '國際腎臟病組織 KDIGO',
      en: 'Kidney Disease: Improving Global Outcomes (KDIGO)',
    },
    url: 'https://kdigo.org/guidelines/ckd-evaluation-and-management/',
  },
  'nhi-drug-items': {
    title: {
      'zh-Hant': '健保用藥品項查詢項目檔（data.gov.tw 23715，政府資料開放授權條款第 1 版）',
      en: 'NHI drug items (data.gov.tw 23715, Open Government Data License Taiwan 1.0)',
    },
    publisher: {
      'zh-Hant': '衛生福利部中央健康保險署',
      en: 'National Health Insurance Administration, Taiwan',
    },
    url: 'https://data.gov.tw/dataset/23715',
  },
  'fda-licences': {
    title: {
      'zh-Hant': '全部藥品許可證資料集（data.gov.tw 9122，政府資料開放授權條款第 1 版）',
      en: 'Drug licenses (data.gov.tw 9122, Open Government Data License Taiwan 1.0)',
    },
    publisher: { 'zh-Hant': '衛生福利部食品藥物管理署', en: 'Taiwan Food and Drug Administration' },
    url: 'https://data.gov.tw/dataset/9122',
  },
  'fda-taiwan': {
    title: { 'zh-Hant': '藥品資訊', en: 'Drug information (in Chinese)' },
    publisher: { 'zh-Hant': '衛生福利部食品藥物管理署', en: 'Taiwan Food and Drug Administration' },
    url: 'https://www.fda.gov.tw/',
  },
  'drug-inserts': {
    title: { 'zh-Hant': '藥品許可證與仿單查詢', en: 'Drug licenses and package inserts (in Chinese)' },
    publisher: { 'zh-Hant': '衛生福利部食品藥物管理署', en: 'Taiwan Food and Drug Administration' },
    url: 'https://lmspiq.fda.gov.tw/',
  },
  'medlineplus-drugs': {
    title: { 'zh-Hant': '藥品說明（英文、西班牙文）', en: 'Drugs, Herbs and Supplements' },
    publisher: {
      'zh-Hant': '美國國家醫學圖書館 MedlinePlus',
      en: 'MedlinePlus, US National Library of Medicine',
    },
    url: 'https://medlineplus.gov/druginformation.html',
  },
  'icd-10-cm': {
    title: { 'zh-Hant': '國際疾病分類臨床修訂版（ICD-10-CM，英文）', en: 'ICD-10-CM' },
    publisher: {
      'zh-Hant': '美國國家衛生統計中心',
      en: 'US National Center for Health Statistics',
    },
    url: 'https://www.cdc.gov/nchs/icd/',
  },
  'chinese-medicine-department': {
    title: { 'zh-Hant': '中醫藥資訊', en: 'Chinese medicine and pharmacy (in Chinese)' },
    publisher: {
      'zh-Hant': '衛生福利部中醫藥司',
      en: 'Department of Chinese Medicine and Pharmacy, Ministry of Health and Welfare, Taiwan',
    },
    url: 'https://dep.mohw.gov.tw/docmap/',
  },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceId = keyof typeof sourceTable;

/** All sources, keyed by id. */
export const sources: Readonly<Record<SourceId, Source>> = sourceTable;

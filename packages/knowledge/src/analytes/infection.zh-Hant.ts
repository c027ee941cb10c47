import { analyteEntries } from './analyte-entries.js';

/** Tests for hepatitis, HIV and immunity. */
export const infection = analyteEntries(
  { ask: 'next-visit', from: ['medlineplus-tests', 'cdc-taiwan'], written: '2026-11-30' },
  {
    'hepatitis-b-surface-antigen': {
      name: 'B 型肝炎表面抗原（HBsAg）',
      official: 'B型肝炎表面抗原',
      text: '這項檢查用來了解現在有沒有 B 型肝炎病毒。陽性表示病毒在身體裡，超過半年就是帶原，要定期追蹤肝功能和超音波；陰性表示目前沒有測到病毒。剛打完 B 型肝炎疫苗的幾天內，可能短暫呈陽性。',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-surface-antibody': {
      name: 'B 型肝炎表面抗體（Anti-HBs）',
      official: 'B型肝炎表面抗體',
      text: '這項檢查用來了解對 B 型肝炎有沒有保護力。陽性（通常 10 以上）表示打疫苗或感染後產生了抗體；陰性可能是沒有保護力，也可能是很久以前打過疫苗，抗體已經降低。要不要再打一劑疫苗，可以問醫師。',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-b-e-antigen': {
      name: 'B 型肝炎 e 抗原（HBeAg）',
      official: 'B型肝炎e抗原',
      text: '這項檢查用來了解 B 型肝炎病人身體裡的病毒是不是很活躍。陽性表示病毒多、傳染力較強；陰性時病毒通常較少，但仍要追蹤。e 抗原轉成陰性、出現 e 抗體，表示病情進入另一個階段。',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-e-antibody': {
      name: 'B 型肝炎 e 抗體（Anti-HBe）',
      official: 'B型肝炎e抗體',
      text: '這是 B 型肝炎病人針對 e 抗原產生的抗體。陽性表示病毒活動通常較低，但有少數人的病毒會變異，仍然活躍。要和病毒量、肝指數一起追蹤。',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-antibody': {
      name: 'B 型肝炎核心抗體（Anti-HBc）',
      official: 'B型肝炎核心抗體',
      text: '這項檢查用來了解有沒有感染過 B 型肝炎；打疫苗不會讓這一項變成陽性。陽性表示以前感染過，或現在正在感染；做化學治療或用免疫抑制劑前會驗這一項，因為病毒可能再活躍起來。要和表面抗原、表面抗體一起看。',
      from: ['medlineplus-tests', 'hpa'],
    },
    'hepatitis-b-core-igm-antibody': {
      name: 'B 型肝炎核心抗體 IgM',
      official: 'B型肝炎核心抗體 IgM',
      text: '這種抗體在感染 B 型肝炎的早期出現。陽性可能和最近感染有關，也可能是慢性 B 型肝炎正在發作。眼白變黃或尿液像茶色時，要儘快就醫。',
      ask: 'soon',
    },
    'hepatitis-c-antibody': {
      name: 'C 型肝炎抗體（Anti-HCV）',
      official: 'C型肝炎抗體',
      text: '這項檢查用來了解有沒有感染過 C 型肝炎。陽性表示曾經感染，還要驗病毒量（HCV RNA），才知道現在有沒有病毒；現在有口服藥可以治好 C 型肝炎。治好後，抗體仍會呈陽性。',
      ask: 'soon',
      from: ['medlineplus-tests', 'hpa', 'cdc-taiwan'],
    },
    'hepatitis-a-igm-antibody': {
      name: 'A 型肝炎抗體 IgM',
      official: 'A型肝炎抗體 IgM',
      text: '這項檢查用來了解最近有沒有感染 A 型肝炎。陽性可能和近期感染有關，也可能是剛打完疫苗。A 型肝炎會經由飲食傳染，醫療院所會通報衛生單位，並請家人勤洗手。',
      ask: 'soon',
    },
    'hepatitis-a-igg-antibody': {
      name: 'A 型肝炎抗體 IgG',
      official: 'A型肝炎抗體 IgG',
      text: '這項檢查用來了解對 A 型肝炎有沒有保護力。陽性表示打過疫苗或以前感染過，通常終身有保護力；陰性表示沒有保護力，要不要打疫苗可以問醫師。',
    },
    'hepatitis-a-antibody': {
      name: 'A 型肝炎抗體',
      official: 'A型肝炎抗體',
      text: '這項檢查用來了解有沒有 A 型肝炎的抗體，不管是最近產生的，還是以前留下的。陽性表示打過疫苗或感染過，要分辨是不是最近感染，還要看 IgM；陰性表示沒有抗體。',
    },
    'hiv-antigen-antibody': {
      name: '愛滋病毒篩檢（HIV 抗原與抗體）',
      official: 'HIV 抗原及抗體複合型',
      text: '這項檢查用來篩檢有沒有感染愛滋病毒。如果是陽性，還要再做確認檢驗才能確定；陰性表示沒有測到，但感染後幾週內可能還測不出來，這段時間叫空窗期。現在有藥物可以長期控制病毒，檢驗和結果都會保密。',
      ask: 'soon',
    },
    'rubella-igg-antibody': {
      name: '德國麻疹抗體 IgG',
      text: '這項檢查用來了解對德國麻疹有沒有保護力，懷孕前後常驗。陽性表示打過疫苗或感染過，有保護力；陰性表示沒有保護力，準備懷孕的人可以先打疫苗，懷孕期間不能打。',
    },
    'measles-igg-antibody': {
      name: '麻疹抗體 IgG',
      text: '這項檢查用來了解對麻疹有沒有保護力。陽性表示打過疫苗或感染過；陰性可能沒有保護力，要去流行地區或在醫院工作的人，可以問醫師要不要補打疫苗。',
    },
    'varicella-igg-antibody': {
      name: '水痘帶狀皰疹抗體 IgG',
      text: '這項檢查用來了解有沒有得過水痘，或打過水痘疫苗。陽性表示有抗體；陰性可能沒有保護力。有抗體的人在年紀大或免疫力變弱時，仍可能長帶狀皰疹（皮蛇）。',
    },
  },
);

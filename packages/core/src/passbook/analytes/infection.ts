import { analyteEntries } from './entry.js';

/** Analytes for hepatitis and other infections, and antibodies that show immunity. */

const blood = { specimen: 'blood' } as const;

export const infection = /* @__PURE__ */ analyteEntries([
  {
    ...blood,
    id: 'hepatitis-b-surface-antigen',
    zh: 'B型肝炎表面抗原',
    en: 'HBsAg',
    loinc: '5195-3',
    also: '5196-1 5197-9 63557-3 75410-1 58452-4',
    orders: ['14032C', '14030C', '14031C', '27033C'],
    names:
      'HBs Ag|HBs-Ag|Hepatitis B surface antigen|B肝表面抗原|B型肝炎表面抗原檢查|B型肝炎表面抗原(HBsAg)|B 肝表面抗原|B型肝炎表面抗原(EIA/LIA)|HBsAg(EIA/LIA)|HBV surface antigen|HBsAg Ⅱ',
  },
  {
    ...blood,
    id: 'hepatitis-b-surface-antibody',
    zh: 'B型肝炎表面抗體',
    en: 'Anti-HBs',
    loinc: '10900-9',
    also: '16935-9 22322-2 5193-8 5194-6 22323-0',
    unit: 'm[IU]/mL',
    orders: ['14033C', '14055B', '27034B', '27039C'],
    names:
      'Anti HBs|HBsAb|HBs Ab|Hepatitis B surface antibody|B肝表面抗體|B型肝炎表面抗體檢查|B型肝炎表面抗體效價檢查|Anti-HBs Ab|HBs antibody|Anti-HBsAg',
    immunity: true,
  },
  {
    ...blood,
    id: 'hepatitis-b-e-antigen',
    zh: 'B型肝炎e抗原',
    en: 'HBeAg',
    loinc: '13954-3',
    also: '31844-4 5191-2',
    orders: ['14035C', '14034C', '27035B'],
    names:
      'HBe Ag|HBe-Ag|Hepatitis B e antigen|B肝e抗原|B型肝炎e抗原檢查HBeAg|B型肝炎e抗原檢查|HBeAg(EIA/LIA)',
  },
  {
    ...blood,
    id: 'hepatitis-b-e-antibody',
    zh: 'B型肝炎e抗體',
    en: 'Anti-HBe',
    loinc: '13953-5',
    also: '22320-6 33463-1 5189-6',
    orders: ['14036C', '27036B'],
    names: 'HBeAb|HBe Ab|Hepatitis B e antibody|B肝e抗體|B型肝炎e抗體檢查|Anti HBe|Anti-HBe Ab',
  },
  {
    ...blood,
    id: 'hepatitis-b-core-antibody',
    zh: 'B型肝炎核心抗體',
    en: 'Anti-HBc',
    loinc: '13952-7',
    also: '16933-4 22316-4 5187-0',
    orders: ['14037C', '27037B'],
    names:
      'Anti HBc|HBcAb|HBc Ab|Hepatitis B core antibody|B肝核心抗體|B型肝炎核心抗體檢查|Anti-HBc total|Anti-HBc(total)|Anti-HBc Ab|Anti-HBc IgG|Anti-HBc(IgG)',
  },
  {
    ...blood,
    id: 'hepatitis-b-core-igm-antibody',
    zh: 'B型肝炎核心抗體 IgM',
    en: 'Anti-HBc IgM',
    loinc: '24113-3',
    also: '31204-1 22319-8 5185-4',
    orders: ['14038C', '27038B'],
    names:
      'Anti HBc IgM|HBc IgM|Anti-HBc(IgM)|IgM anti-HBc|Anti-HBc-IgM|HBc-IgM|B型肝炎核心抗體免疫球蛋白M檢查|B型肝炎核心抗體免疫球蛋白M|B型肝炎核心抗體IgM檢查|B肝核心抗體IgM|B型肝炎核心抗體(IgM)',
  },
  {
    ...blood,
    id: 'hepatitis-c-antibody',
    zh: 'C型肝炎抗體',
    en: 'Anti-HCV',
    loinc: '16128-1',
    also: '13955-0 22327-1 48159-8 5198-7',
    orders: ['14051C'],
    names:
      'Anti HCV|HCV Ab|HCVAb|HCV antibody|Hepatitis C antibody|C型肝炎病毒抗體|C型肝炎病毒抗體檢查|C肝抗體|Anti-HCV Ab|HCV',
  },
  {
    ...blood,
    id: 'hepatitis-a-igm-antibody',
    zh: 'A型肝炎抗體 IgM',
    en: 'Anti-HAV IgM',
    loinc: '13950-1',
    also: '22314-9 5181-3',
    orders: ['14039C', '27040B'],
    names:
      'Anti HAV IgM|HAV IgM|Anti-HAV(IgM)|IgM anti-HAV|Anti-HAV-IgM|HAV-IgM|A型肝炎抗體免疫球蛋白M檢查|A型肝炎抗體免疫球蛋白M|A型肝炎IgM抗體|A肝抗體IgM|HAV Ab IgM|HAVAb-IgM|A型肝炎病毒抗體IgM|HAVAb IgM',
  },
  {
    ...blood,
    id: 'hepatitis-a-igg-antibody',
    zh: 'A型肝炎抗體 IgG',
    en: 'Anti-HAV IgG',
    loinc: '32018-4',
    orders: ['14040C', '27041B'],
    names: 'Anti HAV IgG|HAV IgG|Anti-HAV(IgG)|IgG anti-HAV|HAV-IgG|A肝抗體IgG|HAV Ab IgG|Anti-HAV-IgG',
    immunity: true,
  },
  {
    ...blood,
    id: 'hepatitis-a-antibody',
    zh: 'A型肝炎抗體',
    en: 'Anti-HAV',
    loinc: '13951-9',
    orders: ['14040C', '27041B'],
    names:
      'Anti HAV|HAV Ab|HAVAb|Hepatitis A antibody|A肝抗體|A型肝炎抗體檢查|Anti-HAV total|HAVAb total|Anti-HAV(total)',
    immunity: true,
  },
  {
    ...blood,
    id: 'hiv-antigen-antibody',
    zh: 'HIV 抗原及抗體複合型',
    en: 'HIV 1+2 antigen and antibody',
    loinc: '56888-1',
    orders: ['14082C', '14049C'],
    names:
      'HIV Ag/Ab|HIV Ag/Ab combo|HIV combo|HIV Ag+Ab|HIV Ag/Ab Combo test|人類免疫缺乏病毒抗原及抗體複合型試驗|HIV抗原抗體複合|愛滋病毒抗原抗體複合型篩檢',
  },
  {
    ...blood,
    id: 'rubella-igg-antibody',
    zh: '德國麻疹抗體 IgG',
    en: 'Rubella IgG',
    loinc: '8014-3',
    also: '5334-8',
    unit: '[IU]/mL',
    orders: ['14044B'],
    names:
      'Rubella IgG|Rubella-IgG|Rubella IgG Ab|Anti-Rubella IgG|德國麻疹IgG|德國麻疹抗體IgG|德國麻疹免疫球蛋白G檢查|德國麻疹免疫球蛋白G|Rubella Ab IgG|德國麻疹IgG抗體',
    immunity: true,
  },
  {
    ...blood,
    id: 'measles-igg-antibody',
    zh: '麻疹抗體 IgG',
    en: 'Measles IgG',
    loinc: '20479-2',
    also: '5244-9',
    orders: ['14070B'],
    names: 'Measles-IgG|Measles IgG Ab|Anti-Measles IgG|麻疹IgG|麻疹病毒抗體IgG|麻疹IgG抗體|Rubeola IgG',
    immunity: true,
  },
  {
    ...blood,
    id: 'varicella-igg-antibody',
    zh: '水痘帶狀皰疹抗體 IgG',
    en: 'Varicella zoster IgG',
    loinc: '19162-7',
    also: '5403-1',
    orders: ['14068B'],
    names:
      'VZV IgG|VZV-IgG|Varicella IgG|Varicella-Zoster IgG|Anti-VZV IgG|水痘IgG|水痘抗體IgG|水痘帶狀疱疹病毒IgG|水痘帶狀疱疹IgG|帶狀疱疹病毒IgG連酶抗體試驗',
    immunity: true,
  },
]);

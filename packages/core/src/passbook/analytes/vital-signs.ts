import { analyteEntries } from './entry.js';

/**
 * Body measurements at check-ups and care programme visits. Files have separate fields for these
 * measurements, without an order or a name.
 */

const body = { specimen: 'body', orders: [], names: '' } as const;

export const vitalSigns = /* @__PURE__ */ analyteEntries([
  {
    ...body,
    id: 'systolic-blood-pressure',
    zh: '收縮壓',
    en: 'Systolic blood pressure',
    loinc: '8480-6',
    unit: 'mm[Hg]',
  },
  {
    ...body,
    id: 'diastolic-blood-pressure',
    zh: '舒張壓',
    en: 'Diastolic blood pressure',
    loinc: '8462-4',
    unit: 'mm[Hg]',
  },
  { ...body, id: 'body-height', zh: '身高', en: 'Body height', loinc: '8302-2', unit: 'cm' },
  { ...body, id: 'body-weight', zh: '體重', en: 'Body weight', loinc: '29463-7', unit: 'kg' },
  {
    ...body,
    id: 'body-mass-index',
    zh: '身體質量指數',
    en: 'Body mass index',
    loinc: '39156-5',
    unit: 'kg/m2',
  },
  { ...body, id: 'waist-circumference', zh: '腰圍', en: 'Waist circumference', loinc: '8280-0', unit: 'cm' },
]);

import { words } from '../parts/words.js';

export const rawWords = words(
  {
    rawFieldsOf: (section: string) => `${section}：原始資料`,
    source: '來源檔案',
    emptyField: '（空白）',
  },
  {
    rawFieldsOf: (section) => `${section}: raw fields`,
    source: 'From file',
    emptyField: '(blank)',
  },
);

export type RawWords = (typeof rawWords)['zh-Hant'];

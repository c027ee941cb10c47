import { words } from '../../parts/words.js';

export const reportsWords = words(
  {
    reports: '影像與病理報告',
  },
  {
    reports: 'Imaging and pathology',
  },
);

export type ReportsWords = (typeof reportsWords)['zh-Hant'];

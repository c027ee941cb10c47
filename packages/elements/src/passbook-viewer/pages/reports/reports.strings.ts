import { words } from '../../parts/words.js';

export const reportsWords = words(
  {
    reports: '影像與病理報告',
    reportKinds: '依檢查種類篩選',
    allReports: '全部',
  },
  {
    reports: 'Imaging and pathology',
    reportKinds: 'Show one kind of examination',
    allReports: 'All',
  },
);

export type ReportsWords = (typeof reportsWords)['zh-Hant'];

import { languageOf, type Terminal } from './terminal.js';

/** What the command line says, in both languages. */
interface Texts {
  readonly reading: string;
  readonly password: (file: string) => string;
  readonly subject: string;
  readonly appliedOn: string;
  readonly covers: string;
  readonly records: string;
  readonly section: string;
  readonly from: string;
  readonly to: string;
  readonly unnamed: string;
  readonly noData: string;
  readonly currentDrugs: string;
  readonly daysLeft: (days: number) => string;
  readonly notes: string;
  readonly times: (count: number) => string;
  readonly written: (path: string, records: number) => string;
  readonly unmapped: (records: number) => string;
}

const tables: Readonly<Record<'zh-Hant' | 'en', Texts>> = {
  'zh-Hant': {
    reading: '讀取中',
    password: (file) => `${file} 的密碼（身分證號，首字大寫）：`,
    subject: '身分證號',
    appliedOn: '資料申請日期',
    covers: '資料期間',
    records: '筆數',
    section: '類別',
    from: '自',
    to: '至',
    unnamed: '未載明',
    noData: '無資料',
    currentDrugs: '使用中的藥品（依給藥日數推算）',
    daysLeft: (days) => `尚餘 ${days} 日`,
    notes: '讀取時的發現',
    times: (count) => `${count} 次`,
    written: (path, records) => `已寫入 ${path}（${records} 筆紀錄）`,
    unmapped: (records) => `${records} 筆紀錄在此格式中沒有對應，未輸出`,
  },
  en: {
    reading: 'Reading',
    password: (file) => `Password of ${file} (ID number, first letter upper case): `,
    subject: 'National ID',
    appliedOn: 'Applied on',
    covers: 'Covers',
    records: 'Records',
    section: 'Section',
    from: 'From',
    to: 'To',
    unnamed: 'not stated',
    noData: 'no data',
    currentDrugs: 'Drugs in use (reckoned from days supplied)',
    daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    notes: 'Found while reading',
    times: (count) => (count === 1 ? 'once' : `${count} times`),
    written: (path, records) => `Wrote ${path} (${records} records)`,
    unmapped: (records) => `${records} records have no counterpart in this format and were left out`,
  },
};

export const textsOf = (terminal: Terminal): Texts => tables[languageOf(terminal)];

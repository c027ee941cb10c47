import type { OfficialDrugs } from '@mhb-kit/knowledge';
import { languageOf, type Terminal } from './terminal.js';

/** The strings of the command line, in both languages. */
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
  readonly possibleDrugs: string;
  readonly replacedDrugs: string;
  readonly doubledDrugs: string;
  readonly daysLeft: (days: number) => string;
  readonly followUps: string;
  readonly allergies: string;
  readonly noAllergies: string;
  readonly statements: Readonly<Record<'none' | 'not-recorded', string>>;
  readonly conflicts: string;
  readonly recordedAllergy: (substance: string) => string;
  readonly results: string;
  readonly counts: (outside: number, within: number, undecided: number, older: number) => string;
  readonly positions: Readonly<Record<'above' | 'below' | 'within', string>>;
  readonly range: string;
  readonly since: (day: string) => string;
  readonly undecided: string;
  readonly byAge: (count: number) => string;
  readonly due: string;
  readonly dueByAge: string;
  readonly neverDone: string;
  readonly lastDone: (day: string) => string;
  readonly dueFrom: (month: string) => string;
  readonly more: (count: number) => string;
  readonly leftOut: string;
  readonly notes: string;
  readonly times: (count: number) => string;
  readonly written: (path: string, records: number) => string;
  readonly unmapped: (records: number) => string;
  readonly builtDrugs: (path: string, count: number, drugs: OfficialDrugs) => string;
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
    unnamed: '沒有寫',
    noData: '無資料',
    currentDrugs: '使用中的藥品（依給藥日數推算）',
    possibleDrugs: '可能仍在使用的藥品',
    replacedDrugs: '可能已換成別的藥（請詢問醫師或藥師）',
    doubledDrugs: '可能重複的用藥（請詢問醫師或藥師）',
    daysLeft: (days) => `還有 ${days} 天`,
    followUps: '需要追蹤（篩檢異常）',
    allergies: '過敏',
    noAllergies: '沒有過敏紀錄；沒有紀錄不代表沒有過敏',
    statements: { none: '院所記載：沒有過敏', 'not-recorded': '院所記載：未記錄過敏情形' },
    conflicts: '和過敏紀錄有衝突的用藥（請詢問醫師或藥師）',
    recordedAllergy: (substance) => `過敏紀錄：${substance}`,
    results: '檢驗結果（近 15 個月）',
    counts: (outside, within, undecided, older) =>
      `${outside} 項超出參考值，${within} 項在參考值內，${undecided} 項無法判斷；更早以前超出過的有 ${older} 項`,
    positions: { above: '偏高', below: '偏低', within: '參考值內' },
    range: '參考值',
    since: (day) => `自 ${day}`,
    undecided: '無法判斷的檢驗',
    byAge: (count) => `其中 ${count} 項的參考值要看年齡；加上 --birth-year 出生年，就能判斷`,
    due: '可以再做的預防保健',
    dueByAge: '以年齡來看，可能可以做的預防保健',
    neverDone: '沒有做過的紀錄',
    lastDone: (day) => `上次 ${day}`,
    dueFrom: (month) => `${month} 起`,
    more: (count) => `另有 ${count} 項`,
    leftOut: '沒有讀取的檔案',
    notes: '檔案讀取情形',
    times: (count) => `${count} 次`,
    written: (path, records) => `已寫入 ${path}（${records} 筆紀錄）`,
    unmapped: (records) => `有 ${records} 筆紀錄在這個格式裡沒有對應的欄位，所以沒有輸出`,
    builtDrugs: (path, count, { built, datasets, licence }) =>
      [
        `已寫入 ${path}（${count} 個藥品代碼，${built}）`,
        ...datasets.map(({ id, rows }) => `data.gov.tw ${id}：${rows} 列`),
        `授權：${licence['zh-Hant']}（${licence.url}），使用時請註明來源和日期`,
        '',
      ].join('\n'),
  },
  en: {
    reading: 'Reading',
    password: (file) => `Password for ${file} (the ID number, with its first letter in upper case): `,
    subject: 'National ID',
    appliedOn: 'Applied on',
    covers: 'Covers',
    records: 'Records',
    section: 'Section',
    from: 'From',
    to: 'To',
    unnamed: 'not stated',
    noData: 'no data',
    currentDrugs: 'Drugs in use (estimated from the days supplied)',
    possibleDrugs: 'Drugs that may still be in use',
    replacedDrugs: 'Drugs that may have been replaced (please ask a doctor or pharmacist)',
    doubledDrugs: 'Possible duplicate drugs (please ask a doctor or pharmacist)',
    daysLeft: (days) => (days === 1 ? '1 day left' : `${days} days left`),
    followUps: 'To follow up (abnormal screenings)',
    allergies: 'Allergies',
    noAllergies: 'none recorded, which does not mean that there are none',
    statements: { none: 'a facility states: no allergy', 'not-recorded': 'a facility states: not recorded' },
    conflicts: 'Drugs that conflict with a recorded allergy (please ask a doctor or pharmacist)',
    recordedAllergy: (substance) => `recorded allergy: ${substance}`,
    results: 'Results (last 15 months)',
    counts: (outside, within, undecided, older) =>
      `${outside} outside their ranges, ${within} within, ${undecided} could not be judged; ${older} were outside longer ago`,
    positions: { above: 'high', below: 'low', within: 'within' },
    range: 'range',
    since: (day) => `since ${day}`,
    undecided: 'Results that could not be judged',
    byAge: (count) =>
      `the ${count === 1 ? 'range of 1 depends' : `ranges of ${count} depend`} on age; specify --birth-year YEAR`,
    due: 'Preventive care that is due',
    dueByAge: 'Preventive care that may be due, depending on age',
    neverDone: 'not in this file',
    lastDone: (day) => `last on ${day}`,
    dueFrom: (month) => `from ${month}`,
    more: (count) => `${count} more`,
    leftOut: 'Files that were not read',
    notes: 'Problems found while reading',
    times: (count) => (count === 1 ? 'once' : `${count} times`),
    written: (path, records) => `Wrote ${path} (${records} records)`,
    unmapped: (records) => `${records} records have no counterpart in this format and were left out`,
    builtDrugs: (path, count, { built, datasets, licence }) =>
      [
        `Wrote ${path} (${count} drug codes, ${built})`,
        ...datasets.map(({ id, rows }) => `data.gov.tw ${id}: ${rows} rows`),
        `License: ${licence.en} (${licence.url}); state the source and the date wherever you show the data`,
        '',
      ].join('\n'),
  },
};

export const textsOf = (terminal: Terminal): Texts => tables[languageOf(terminal)];

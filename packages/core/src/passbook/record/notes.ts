import type { Label } from './record.js';

/**
 * The messages for irregularities in a file, by stable code. None of the irregularities stops the file from
 * being read, and no data that was read is lost.
 */
export const noteTexts = {
  'file-skipped': {
    'zh-Hant': '這個檔案不是健康存摺，所以沒有讀取。',
    en: 'This file is not a passbook and was skipped.',
  },
  'drugs-not-recognised': {
    'zh-Hant': '無法載入藥品成分表，所以看不出藥品的成分；用藥還是會依藥品代碼列出。',
    en: 'The table of drug ingredients could not be loaded. Drugs are listed by their codes, without ingredients.',
  },
  'encoding-big5': { 'zh-Hant': '檔案用的是 Big5 編碼。', en: 'The file is encoded in Big5.' },
  'characters-replaced': {
    'zh-Hant': '檔案裡有些位元組無法解讀，改用「�」顯示。',
    en: 'The file contains bytes that are not valid in any known encoding; they are shown as “�”.',
  },
  'control-characters': {
    'zh-Hant': '文字中含有未跳脫的控制字元，已保留。',
    en: 'Some texts contain control characters; these were kept.',
  },
  'trailing-commas': {
    'zh-Hant': 'JSON 中有多餘的逗號，已略過。',
    en: 'The JSON contains extra commas; they were ignored.',
  },
  'header-misprint': {
    'zh-Hant': '資料申請日期寫在「b2.1」欄。',
    en: 'The date of the request is stored under the misprinted key b2.1.',
  },
  'header-unknown-field': {
    'zh-Hant': '檔頭有未知的欄位，已經保留。',
    en: 'The header contains an unknown field; it was kept.',
  },
  'object-for-list': {
    'zh-Hant': '應該是清單的地方只有一筆資料，已經當作一筆讀取。',
    en: 'The file contains a single object instead of a list; it was read as one row.',
  },
  'unknown-section': {
    'zh-Hant': '有些資料類別無法辨識，已保留並沿用原來的名稱。',
    en: 'A section was not recognized; it was kept under its original name.',
  },
  'unknown-field': {
    'zh-Hant': '有些欄位無法辨識，已用原來的名稱保留。',
    en: 'A field was not recognized; it was kept under its original name.',
  },
  'unexpected-value': {
    'zh-Hant': '欄位內容的型態不對，已經當作文字保留。',
    en: 'A value has an unexpected type; it was kept as text.',
  },
  'date-invalid': {
    'zh-Hant': '有些日期無法解讀，已保留原來的文字。',
    en: 'A date was not recognized; the original text was kept.',
  },
  'date-month-only': { 'zh-Hant': '日期只到月份。', en: 'A date states only the year and month.' },
  'date-roc': { 'zh-Hant': '日期用的是民國年。', en: 'A date is written in ROC years.' },
  'number-invalid': {
    'zh-Hant': '有些數值無法解讀，已保留原來的文字。',
    en: 'A number was not recognized; the original text was kept.',
  },
  'hepatitis-eight-fields': {
    'zh-Hant': '肝炎追蹤用的是八欄的格式。',
    en: 'The hepatitis follow-up uses the layout with eight fields.',
  },
  'column-unnamed': {
    'zh-Hant': '表格裡有些欄位沒有名稱，已改用欄位的編號保留。',
    en: 'A table column has no heading; it was kept under its column number.',
  },
  'table-repeated': {
    'zh-Hant': '網頁中有內容相同的表格（寬版與窄版），只讀取一次。',
    en: 'The page contains the same table in a wide and a narrow version; it was read only once.',
  },
  'element-unclosed': {
    'zh-Hant': '有些標籤沒有寫完，已經盡量讀取。',
    en: 'An element is not closed; as much of it as possible was read.',
  },
} as const satisfies Record<string, Label>;

export type NoteCode = keyof typeof noteTexts;

/** One kind of irregularity at one place in a file, without any value from the passbook. */
export interface ReadingNote {
  readonly code: NoteCode;
  readonly file: string;
  readonly section: string | null;
  /** The name of the field as written in the file. */
  readonly field: string | null;
  /** The number of occurrences. */
  readonly count: number;
}

export type FileFormat = 'json' | 'xml' | 'html';

export interface FileReport {
  readonly file: string;
  /** `null` if the file was skipped. */
  readonly format: FileFormat | null;
  readonly records: number;
  /** The reason why the file was skipped; `null` if it was read. `describeError` returns the message. */
  readonly leftOut: LeftOutCode | null;
}

/**
 * The codes of errors that mean "this is not a passbook". All other errors mean that a passbook cannot be read.
 */
export const leftOutCodes = ['passbook-not-recognized', 'passbook-empty', 'passbook-is-archive'] as const;

export type LeftOutCode = (typeof leftOutCodes)[number];

export interface ReadingReport {
  readonly files: readonly FileReport[];
  /** The number of records in the passbook. A record that occurs in several files is counted once. */
  readonly records: number;
  readonly notes: readonly ReadingNote[];
}

/** Collects the notes of one file. Each irregularity is listed once, with the number of its occurrences. */
export class NoteCollector {
  readonly file: string;
  readonly #notes = new Map<string, { -readonly [K in keyof ReadingNote]: ReadingNote[K] }>();

  constructor(file: string) {
    this.file = file;
  }

  add(code: NoteCode, section: string | null = null, field: string | null = null): void {
    const key = `${code} ${section ?? ''} ${field ?? ''}`;
    const known = this.#notes.get(key);
    if (known === undefined) this.#notes.set(key, { code, file: this.file, section, field, count: 1 });
    else known.count += 1;
  }

  list(): ReadingNote[] {
    return [...this.#notes.values()].map((note) => ({ ...note }));
  }
}

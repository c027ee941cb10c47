import {
  openDataLicence,
  type OfficialDatasetId,
  type OfficialDrug,
  type OfficialDrugs,
} from './official-drugs.js';

/** A row of a published CSV file, keyed by column name. */
export type OfficialRow = Readonly<Record<string, string>>;

/** The columns by which each file is recognized, as published on data.gov.tw. */
const columns: Readonly<Record<OfficialDatasetId, readonly string[]>> = {
  '23715': [
    '藥品代號',
    '藥品英文名稱',
    '藥品中文名稱',
    '成分',
    '劑型',
    'ATC代碼',
    '有效迄日',
    '藥品代碼超連結',
  ],
  '9122': ['許可證字號', '通關簽審文件編號', '中文品名', '適應症'],
  '9119': ['許可證字號', '主或次項', '代碼'],
};

/** Recognizes the dataset of a file by its header; returns `null` for any other file. */
export const officialDatasetOf = (header: readonly string[]): OfficialDatasetId | null =>
  (Object.keys(columns) as OfficialDatasetId[]).find((id) =>
    columns[id].every((column) => header.includes(column)),
  ) ?? null;

interface Item {
  readonly drug: OfficialDrug;
  readonly validUntil: string;
  readonly licence: string | null;
}

/** Combines the rows of the official files, which can be added in any order. */
export class OfficialDrugsBuilder {
  readonly #rows = new Map<OfficialDatasetId, number>();
  /** Maps a drug code to the row whose validity ends last. */
  readonly #items = new Map<string, Item>();
  /** Maps the eight digits of a license number to the drug's indication. */
  readonly #uses = new Map<string, string>();
  /** Maps a license number as written (`衛署藥製字第012345號`) to its eight digits. */
  readonly #numbers = new Map<string, string>();
  /** Maps a license number as written to the drug's main ATC code. */
  readonly #codes = new Map<string, string>();

  add(dataset: OfficialDatasetId, row: OfficialRow): void {
    this.#rows.set(dataset, (this.#rows.get(dataset) ?? 0) + 1);
    if (dataset === '23715') this.#addItem(row);
    else if (dataset === '9122') this.#addLicence(row);
    else this.#addCode(row);
  }

  /** @param built The date on which the files are combined, such as `2026-11-30`. */
  finish(built: string): OfficialDrugs {
    const codes = new Map(
      [...this.#codes].flatMap(([written, code]) => {
        const number = this.#numbers.get(written);
        return number === undefined ? [] : [[number, code] as const];
      }),
    );
    const drugs = [...this.#items].map(([code, { drug, licence }]) => {
      const use = licence === null ? undefined : this.#uses.get(licence);
      const atc = drug.atc ?? (licence === null ? undefined : codes.get(licence));
      return [code, filled({ ...drug, atc, use })] as const;
    });
    return {
      built,
      datasets: [...this.#rows].map(([id, rows]) => ({ id, rows })),
      licence: openDataLicence,
      drugs: Object.fromEntries(drugs),
    };
  }

  #addItem(row: OfficialRow): void {
    const code = field(row, '藥品代號');
    if (code === undefined || !/^[A-Z0-9]{10}$/.test(code)) return;
    const validUntil = field(row, '有效迄日') ?? '';
    const known = this.#items.get(code);
    if (known !== undefined && known.validUntil >= validUntil) return;
    const licence = /[?&]licid=(\d{8})(?!\d)/i.exec(row['藥品代碼超連結'] ?? '')?.[1] ?? null;
    const drug = filled({
      chinese: field(row, '藥品中文名稱'),
      english: field(row, '藥品英文名稱'),
      ingredient: field(row, '成分'),
      form: field(row, '劑型'),
      atc: field(row, 'ATC代碼'),
    });
    this.#items.set(code, { drug, validUntil, licence });
  }

  #addLicence(row: OfficialRow): void {
    // Digits 5 to 12 of the number of the customs document contain the kind and number of the license.
    const number = /^.{4}(\d{8})/.exec(field(row, '通關簽審文件編號') ?? '')?.[1];
    const written = field(row, '許可證字號');
    if (number === undefined || written === undefined) return;
    this.#numbers.set(written, number);
    const use = field(row, '適應症');
    // The file repeats each license for every production step.
    if (use !== undefined && !this.#uses.has(number)) this.#uses.set(number, use);
  }

  #addCode(row: OfficialRow): void {
    const written = field(row, '許可證字號');
    const code = field(row, '代碼');
    if (written === undefined || code === undefined || row['主或次項']?.trim() !== '主') return;
    if (!this.#codes.has(written)) this.#codes.set(written, code);
  }
}

const field = (row: OfficialRow, column: string): string | undefined => {
  const text = (row[column] ?? '').normalize('NFC').trim();
  return text === '' ? undefined : text;
};

/** Omits unknown members. */
const filled = (drug: { readonly [K in keyof OfficialDrug]?: string | undefined }): OfficialDrug =>
  Object.fromEntries(Object.entries(drug).filter(([, value]) => value !== undefined));

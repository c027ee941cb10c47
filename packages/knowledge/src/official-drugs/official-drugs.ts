/**
 * The official drug files of Taiwan's government, which an operator can add to the package's own texts. `mhb
 * knowledge build` combines them in one JSON file, which look-ups read. The package itself contains none of this
 * data.
 */
export interface OfficialDrugs {
  /** The date on which the files were combined, such as `2026-11-30`. */
  readonly built: string;
  /** The datasets of data.gov.tw that were used, and their license. */
  readonly datasets: readonly OfficialDataset[];
  readonly licence: { readonly 'zh-Hant': string; readonly en: string; readonly url: string };
  /** The drugs, keyed by NHI drug code (`AC20910100`). */
  readonly drugs: Readonly<Record<string, OfficialDrug>>;
}

export interface OfficialDataset {
  readonly id: OfficialDatasetId;
  /** The number of rows that were read. */
  readonly rows: number;
}

/** The ids of 健保用藥品項 (23715), 全部藥品許可證 (9122) and 藥品藥理治療分類 ATC 碼 (9119) on data.gov.tw. */
export type OfficialDatasetId = '23715' | '9122' | '9119';

/** A drug, as described in the files. */
export interface OfficialDrug {
  readonly chinese?: string;
  readonly english?: string;
  readonly ingredient?: string;
  /** The dosage form (劑型). */
  readonly form?: string;
  /** Only the ATC code, because redistributing the names of the codes is not permitted. */
  readonly atc?: string;
  /** The indication of the licensed drug (適應症), in Chinese. */
  readonly use?: string;
}

/** https://data.gov.tw/license */
export const openDataLicence = {
  'zh-Hant': '政府資料開放授權條款－第 1 版',
  en: 'Open Government Data License, Taiwan, version 1.0',
  url: 'https://data.gov.tw/license',
} as const;

/** The empty data used if no operator has added any files. */
export const noOfficialDrugs: OfficialDrugs = {
  built: '',
  datasets: [],
  licence: openDataLicence,
  drugs: {},
};

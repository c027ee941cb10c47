/**
 * The official drug files of Taiwan's government, as an operator lays them over the package's own words: `mhb knowledge build` makes
 * one JSON file of them, and look-ups read it. Nothing of it is part of the package.
 */
export interface OfficialDrugs {
  /** The day on which the files were put together, `2026-11-30`. */
  readonly built: string;
  /** The datasets of data.gov.tw that went in, and their licence. */
  readonly datasets: readonly OfficialDataset[];
  readonly licence: { readonly 'zh-Hant': string; readonly en: string; readonly url: string };
  /** By NHI drug code (`AC20910100`). */
  readonly drugs: Readonly<Record<string, OfficialDrug>>;
}

export interface OfficialDataset {
  readonly id: OfficialDatasetId;
  /** Rows that were read. */
  readonly rows: number;
}

/** 健保用藥品項 23715, 全部藥品許可證 9122, 藥品藥理治療分類 ATC 碼 9119. */
export type OfficialDatasetId = '23715' | '9122' | '9119';

/** A drug as the files write it. */
export interface OfficialDrug {
  readonly chinese?: string;
  readonly english?: string;
  readonly ingredient?: string;
  /** 劑型. */
  readonly form?: string;
  /** The code alone: the names of the classification may not be passed on. */
  readonly atc?: string;
  /** What the licence is for (適應症), in Chinese. */
  readonly use?: string;
}

/** https://data.gov.tw/license */
export const openDataLicence = {
  'zh-Hant': '政府資料開放授權條款－第 1 版',
  en: 'Open Government Data License, Taiwan, version 1.0',
  url: 'https://data.gov.tw/license',
} as const;

/** Where no operator has laid any. */
export const noOfficialDrugs: OfficialDrugs = {
  built: '',
  datasets: [],
  licence: openDataLicence,
  drugs: {},
};

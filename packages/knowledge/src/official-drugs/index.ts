import type { Finder } from '../entry/finder.js';
import type { OfficialDrug, OfficialDrugs } from './official-drugs.js';

export { officialDatasetOf, OfficialDrugsBuilder, type OfficialRow } from './build.js';
export {
  noOfficialDrugs,
  type OfficialDataset,
  type OfficialDatasetId,
  type OfficialDrug,
  type OfficialDrugs,
} from './official-drugs.js';

export interface OfficialDrugPieces {
  /** Present only if an operator has added the official drugs. */
  readonly 'official-drugs': OfficialDrugs;
}

/** Finds a drug product by its NHI code in the official files; returns `null` without these files. */
export const findProduct: Finder<'product', OfficialDrugPieces> = async ({ code }, load, language) => {
  const { drugs, built } = await load('official-drugs');
  const drug = Object.hasOwn(drugs, code) ? drugs[code] : undefined;
  if (drug === undefined) return null;
  const { chinese = code, english = code } = drug;
  return {
    name: language === 'en' ? english : chinese,
    official: language === 'en' ? chinese : english,
    text: language === 'en' ? inEnglish(drug) : inChinese(drug),
    ask: 'pharmacist',
    from: ['nhi-drug-items', ...(drug.use === undefined ? [] : (['fda-licences'] as const))],
    written: built,
  };
};

/** Removes final periods, because the sentence that quotes the use ends with its own period. */
function withoutStop(use: string): string {
  let end = use.length;
  while (end > 0 && /[。．.\s]/.test(use.charAt(end - 1))) end -= 1;
  return use.slice(0, end);
}

const inChinese = ({ ingredient = '未載明', form = '未載明', use }: OfficialDrug): string =>
  [
    `官方資料記載：成分 ${ingredient}，劑型 ${form}。`,
    ...(use === undefined ? [] : [`許可證登記的適應症：${withoutStop(use)}。`]),
    '醫師為什麼開這個藥，請以醫師的說明為準。',
  ].join('');

const inEnglish = ({ ingredient = 'not stated', form = 'not stated', use }: OfficialDrug): string =>
  [
    `According to the official files, the ingredient is ${ingredient} and the form is ${form}.`,
    ...(use === undefined ? [] : [`Use on the license (in Chinese): ${withoutStop(use)}.`]),
    'Ask the doctor why it was prescribed.',
  ].join(' ');

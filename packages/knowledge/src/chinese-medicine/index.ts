import type { Entry, Language } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { FormulaText, FormulaTexts } from './formula.js';
import type { treatments } from './treatments.en.js';

type TreatmentId = keyof typeof treatments;

export interface ChineseMedicinePieces {
  readonly formulas: FormulaTexts;
  readonly treatments: Readonly<Record<TreatmentId, Entry>>;
}

/**
 * The last sentence of every explanation of a formula, because practitioners choose a formula for the individual
 * person.
 */
const byPractitioner: Readonly<Record<Language, string>> = {
  'zh-Hant': '這次為什麼開這個藥，要看中醫師對您體質的判斷。',
  en: 'Why this medicine was prescribed depends on how the practitioner of Chinese medicine assesses your constitution.',
};

/** The text that can follow a formula's name in a product's name; any other text means a different formula. */
const form = /^(?:濃縮|顆粒|細粒|錠|膠囊|散|粉|丸劑|液|[\s(（]|$)/;

const entry = (written: string, [name, text]: FormulaText, language: Language): Entry => ({
  name,
  ...(name === written ? {} : { official: written }),
  text: text + (language === 'en' ? ' ' : '') + byPractitioner[language],
  ask: 'chinese-medicine',
  from: ['chinese-medicine-department'],
  written: '2026-11-30',
});

/**
 * The NHI codes for Chinese medicine (fee schedule, part 4), as ranges: the letter, the first and last number, and
 * the explanation.
 */
const treatmentCodes: readonly (readonly [letter: string, first: number, last: number, id: TreatmentId])[] = [
  ['A', 1, 20, 'visit-fee'],
  ['A', 21, 21, 'daily-drug-cost'],
  ['A', 31, 32, 'dispensing-fee'],
  ['A', 41, 54, 'visit-fee'],
  ['A', 82, 91, 'visit-fee'],
  ['B', 71, 72, 'instrument-fee'],
  ['C', 1, 9, 'enhanced-care'],
  ['D', 1, 8, 'acupuncture'],
  ['E', 1, 14, 'traumatology'],
  ['F', 1, 84, 'acupuncture-and-traumatology'],
];

export const findTreatment: Finder<'chinese-medicine-treatment', ChineseMedicinePieces> = async (
  { code },
  load,
) => {
  const [, letter, digits] = /^([A-F])(\d{2})$/.exec(code.normalize('NFKC').trim().toUpperCase()) ?? [];
  const number = Number(digits);
  const known = treatmentCodes.find(
    ([of, first, last]) => of === letter && first <= number && number <= last,
  );
  return known === undefined ? null : (await load('treatments'))[known[3]];
};

export const findFormula: Finder<'chinese-medicine', ChineseMedicinePieces> = async (
  { name },
  load,
  language,
) => {
  // In a product name, the manufacturer comes first, in quotation marks.
  const bare = name
    .normalize('NFKC')
    .replace(/["“”〝〞「『][^"“”〝〞「」『』]*["“”〝〞」』]/g, '')
    .trim();
  const found = Object.entries(await load('formulas')).find(
    ([formula]) => bare.startsWith(formula) && form.test(bare.slice(formula.length)),
  );
  return found === undefined ? null : entry(...found, language);
};

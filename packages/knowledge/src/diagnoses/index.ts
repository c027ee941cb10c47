import type { Entry, Language } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { CodeText, CodeTexts, DiagnosisKnowledge } from './code-text.js';

export interface DiagnosisPieces {
  readonly 'diagnoses-a-to-k': DiagnosisKnowledge;
  readonly 'diagnoses-l-to-z': DiagnosisKnowledge;
}

/** The last sentence of the explanation of every code, because a claim is not a medical record. */
const onClaims: Readonly<Record<Language, string>> = {
  'zh-Hant': '這個代碼是院所申報健保時寫的，有時是為了檢查或排除某種疾病而寫。',
  en: 'The hospital or clinic wrote this code on its insurance claim; sometimes a code is written only because a disease is being checked for or ruled out.',
};

/**
 * The first day on which the NHI's claims contain ICD-10-CM. Earlier claims contain ICD-9-CM, whose E and V
 * codes look similar.
 */
const ICD_10_SINCE = '2016-01-01';
/**
 * V codes with fewer characters (not counting the dot) are from ICD-9-CM; a complete V code of ICD-10-CM has
 * seven.
 */
const SHORTEST_V = 6;
const CATEGORY = 3;

/** Categories that contain a letter and that the classification places in the block of another category. */
const placed: Readonly<Partial<Record<string, string>>> = { C4A: 'C43', M1A: 'M05', Z3A: 'Z30' };

const entry = (language: Language, name: string, ...sentences: readonly string[]): Entry => ({
  name,
  text: [...sentences, onClaims[language]].join(language === 'en' ? ' ' : ''),
  ask: 'written-by-physician',
  from: ['icd-10-cm', 'medlineplus-encyclopedia'],
  written: '2026-11-30',
});

/** Returns the code without its dot and spaces, or `null` if it is not an ICD-10-CM code. */
function tidy(code: string, on: string | null): string | null {
  if (on !== null && on < ICD_10_SINCE.slice(0, on.length)) return null;
  const bare = code.normalize('NFKC').toUpperCase().replace(/[.\s]/g, '');
  if (!/^[A-Z][\dA][\dA-Z]{1,5}$/.test(bare)) return null;
  return bare.startsWith('V') && bare.length < SHORTEST_V ? null : bare;
}

const ordinal = (category: string): number => parseInt(category, 36);

/** Returns the text of the narrowest range that contains a category. */
function rangeOf(ranges: CodeTexts, category: string): CodeText | null {
  const at = ordinal(placed[category] ?? category);
  let [found, narrowest]: [CodeText | null, number] = [null, Infinity];
  for (const [range, text] of Object.entries(ranges)) {
    const [first = NaN, last = first] = range.split('-').map(ordinal);
    if (first <= at && at <= last && last - first < narrowest) [found, narrowest] = [text, last - first];
  }
  return found;
}

/** Explains a code by its longest known prefix or, if there is none, by its block and chapter. */
export function diagnosisEntry(
  code: string,
  { chapters, blocks, codes }: DiagnosisKnowledge,
  language: Language,
): Entry | null {
  for (let length = code.length; length >= CATEGORY; length -= 1) {
    const known = code.slice(0, length);
    const text = Object.hasOwn(codes, known) ? codes[known] : undefined;
    if (text !== undefined) return entry(language, ...text);
  }
  const category = code.slice(0, CATEGORY);
  const [block, chapter] = [rangeOf(blocks, category), rangeOf(chapters, category)];
  return block === null || chapter === null
    ? null
    : { ...entry(language, ...block, chapter[1]), isOfKind: true };
}

export const findDiagnosis: Finder<'diagnosis', DiagnosisPieces> = async ({ code, on }, load, language) => {
  const bare = tidy(code, on);
  if (bare === null) return null;
  const half = bare < 'L' ? 'diagnoses-a-to-k' : 'diagnoses-l-to-z';
  return diagnosisEntry(bare, await load(half), language);
};

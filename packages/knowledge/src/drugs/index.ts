import type { Entry, Language } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { SourceId } from '../entry/sources.js';
import type { DrugGroupText } from './drug-group.js';
import { halvesFor, type DrugPieces } from './halves.js';
import { inTaiwanOnly } from './in-taiwan-only.js';

export type { DrugPieces } from './halves.js';

const WRITTEN = '2026-11-30';
const inserts: readonly SourceId[] = ['drug-inserts'];
const both: readonly SourceId[] = ['drug-inserts', 'medlineplus-drugs'];

/** The sentence that is added if only the group is known. */
const wholeGroup: Readonly<Record<Language, string>> = {
  'zh-Hant': '這裡說明的是整類藥，每一種成分的細節可能不同。',
  en: 'This applies to the whole group; individual drugs may differ.',
};

/** Joins sentences; Chinese sentences are joined without a space. */
const join = (language: Language, ...sentences: readonly string[]): string =>
  sentences.join(language === 'en' ? ' ' : '');

/** Explains only the group, not one of its ingredients. */
export const groupEntry = ({ name, text, tell }: DrugGroupText, language: Language): Entry => ({
  name,
  isOfKind: true,
  text: join(language, text, wholeGroup[language]),
  ask: { words: tell },
  from: both,
  written: WRITTEN,
});

const inTaiwan: ReadonlySet<string> = new Set(inTaiwanOnly);

/**
 * Explains an ingredient. The text states the purpose of its group, and then how the ingredient differs from the
 * other members.
 */
export const ingredientEntry = (
  id: string,
  own: string,
  { name, text, tell }: DrugGroupText,
  language: Language,
): Entry => ({
  name,
  official: id.charAt(0).toUpperCase() + id.slice(1),
  text: join(language, text, own),
  ask: { words: tell },
  from: inTaiwan.has(id) ? inserts : both,
  written: WRITTEN,
});

/**
 * Finds the explanation of an ingredient. If the ingredient is not in this package's tables, for example because
 * an operator added it, this function finds the explanation of its group. The half that contains one of core's
 * groups also contains the ingredients of the group, so loading one half is enough.
 */
export const findDrug: Finder<'drug', DrugPieces> = async ({ id, group }, load, language) => {
  for (const half of halvesFor(group)) {
    const groups: Readonly<Partial<Record<string, DrugGroupText>>> = await load(half);
    for (const text of Object.values(groups)) {
      const members: Readonly<Partial<Record<string, string>>> = text?.of ?? {};
      const own = Object.hasOwn(members, id) ? members[id] : undefined;
      if (text !== undefined && own !== undefined) return ingredientEntry(id, own, text, language);
    }
    const text = group !== null && Object.hasOwn(groups, group) ? groups[group] : undefined;
    if (text !== undefined) return groupEntry(text, language);
  }
  return null;
};

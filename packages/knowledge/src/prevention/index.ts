import type { Entry } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { PreventionKnowledge, ScreeningId } from './prevention-knowledge.js';

export type { ProgrammeId } from './prevention-knowledge.js';

export interface PreventionPieces {
  readonly prevention: PreventionKnowledge;
}

/**
 * Patterns that match the kind and examination of a screening. The ids are those of core's preventive services.
 */
const names: readonly (readonly [RegExp, ScreeningId])[] = [
  [/^checkup$|成人預防保健|成人健康檢查/, 'checkup'],
  [/^colorectal$|大腸|結腸|直腸|糞便潛血/, 'colorectal'],
  [/^breast$|乳癌|乳房/, 'breast'],
  [/^cervical$|子宮頸|抹片/, 'cervical'],
  [/^oral$|口腔/, 'oral'],
  [/^lung$|肺癌|低劑量電腦斷層/, 'lung'],
  [/^gastric$|胃癌|幽門/, 'gastric'],
  [/^hepatitis$|[BC]、?[BC]?型肝炎篩檢|肝炎篩檢/, 'hepatitis'],
];

export const findScreening: Finder<'screening', PreventionPieces> = async ({ name }, load) => {
  const folded = name.normalize('NFKC');
  const known = names.find(([words]) => words.test(folded));
  return known === undefined ? null : (await load('prevention')).screenings[known[1]];
};

export const findProgramme: Finder<'programme', PreventionPieces> = async ({ id }, load) => {
  const programmes: Readonly<Partial<Record<string, Entry>>> = (await load('prevention')).programmes;
  return Object.hasOwn(programmes, id) ? (programmes[id] ?? null) : null;
};

import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { FormulaTexts, TreatmentId } from './chinese-medicine/index.js';
import type { DentalKnowledge } from './dental/index.js';
import type { DiagnosisKnowledge } from './diagnoses/index.js';
import type { DrugKnowledge } from './drugs/index.js';
import type { Entry, Language } from './entry.js';
import { noOfficialDrugs, type OfficialDrugs } from './official-drugs/index.js';
import type { OrderGroup } from './orders/index.js';
import type { PreventionKnowledge } from './prevention/index.js';
import type { TermId } from './terms/index.js';
import type { VaccineId } from './vaccines/index.js';

/** What a piece holds: plain data, the same shape in both languages. */
export interface Pieces {
  readonly analytes: Readonly<Record<AnalyteId, Entry>>;
  readonly drugs: DrugKnowledge;
  readonly orders: Readonly<Record<string, OrderGroup>>;
  /** What an operator has laid over it. */
  readonly 'official-drugs': OfficialDrugs;
  readonly diagnoses: DiagnosisKnowledge;
  readonly formulas: FormulaTexts;
  readonly treatments: Readonly<Record<TreatmentId, Entry>>;
  readonly vaccines: Readonly<Record<VaccineId, Entry>>;
  readonly dental: DentalKnowledge;
  readonly prevention: PreventionKnowledge;
  readonly terms: Readonly<Record<TermId, Entry>>;
  /** English by the Chinese word. */
  readonly words: Readonly<Record<string, string>>;
}
export type PieceId = keyof Pieces;

/** Gives a piece in the language of the look-up. */
export type LoadPiece = <P extends PieceId>(piece: P) => Promise<Pieces[P]>;

/**
 * The pieces in which knowledge is fetched, by kind and language and by nothing else, so that no request tells what was looked up.
 * A look-up loads one piece.
 */
export const pieces: { readonly [P in PieceId]: Readonly<Record<Language, () => Promise<Pieces[P]>>> } = {
  analytes: {
    'zh-Hant': () => import('./analytes/analytes.zh-Hant.js').then(({ analytes }) => analytes),
    en: () => import('./analytes/analytes.en.js').then(({ analytes }) => analytes),
  },
  drugs: {
    'zh-Hant': () => import('./drugs/drugs.zh-Hant.js').then(({ drugs }) => drugs),
    en: () => import('./drugs/drugs.en.js').then(({ drugs }) => drugs),
  },
  orders: {
    'zh-Hant': () => import('./orders/orders.zh-Hant.js').then(({ orders }) => orders),
    en: () => import('./orders/orders.en.js').then(({ orders }) => orders),
  },
  'official-drugs': {
    'zh-Hant': () => Promise.resolve(noOfficialDrugs),
    en: () => Promise.resolve(noOfficialDrugs),
  },
  treatments: {
    'zh-Hant': () => import('./chinese-medicine/treatments.zh-Hant.js').then(({ treatments }) => treatments),
    en: () => import('./chinese-medicine/treatments.en.js').then(({ treatments }) => treatments),
  },
  formulas: {
    'zh-Hant': () => import('./chinese-medicine/formulas.zh-Hant.js').then(({ formulas }) => formulas),
    en: () => import('./chinese-medicine/formulas.en.js').then(({ formulas }) => formulas),
  },
  vaccines: {
    'zh-Hant': () => import('./vaccines/vaccines.zh-Hant.js').then(({ vaccines }) => vaccines),
    en: () => import('./vaccines/vaccines.en.js').then(({ vaccines }) => vaccines),
  },
  dental: {
    'zh-Hant': () => import('./dental/dental.zh-Hant.js').then(({ dental }) => dental),
    en: () => import('./dental/dental.en.js').then(({ dental }) => dental),
  },
  prevention: {
    'zh-Hant': () => import('./prevention/prevention.zh-Hant.js').then(({ prevention }) => prevention),
    en: () => import('./prevention/prevention.en.js').then(({ prevention }) => prevention),
  },
  words: {
    'zh-Hant': () => import('./words/words.zh-Hant.js').then(({ words }) => words),
    en: () => import('./words/words.en.js').then(({ words }) => words),
  },
  terms: {
    'zh-Hant': () => import('./terms/terms.zh-Hant.js').then(({ terms }) => terms),
    en: () => import('./terms/terms.en.js').then(({ terms }) => terms),
  },
  diagnoses: {
    'zh-Hant': () => import('./diagnoses/diagnoses.zh-Hant.js').then(({ diagnoses }) => diagnoses),
    en: () => import('./diagnoses/diagnoses.en.js').then(({ diagnoses }) => diagnoses),
  },
};

/** Loads pieces of one language from the package's own modules. */
export const loadIn =
  (language: Language): LoadPiece =>
  (piece) =>
    pieces[piece][language]();

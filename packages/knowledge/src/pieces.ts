import type { AnalytePieces } from './analytes/index.js';
import type { ChineseMedicinePieces } from './chinese-medicine/index.js';
import type { DentalPieces } from './dental/index.js';
import type { DiagnosisPieces } from './diagnoses/index.js';
import type { DrugPieces } from './drugs/index.js';
import type { Language } from './entry/entry.js';
import type { Load } from './entry/finder.js';
import { noOfficialDrugs, type OfficialDrugPieces } from './official-drugs/index.js';
import type { OrderPieces } from './orders/index.js';
import type { PreventionPieces } from './prevention/index.js';
import type { TermPieces } from './terms/index.js';
import type { VaccinePieces } from './vaccines/index.js';

/** The content of each piece, which is plain data in the same format in both languages. */
export interface Pieces
  extends
    AnalytePieces,
    DrugPieces,
    OrderPieces,
    OfficialDrugPieces,
    DiagnosisPieces,
    ChineseMedicinePieces,
    VaccinePieces,
    DentalPieces,
    PreventionPieces,
    TermPieces {
  /** English words, keyed by the Chinese word. */
  readonly words: Readonly<Record<string, string>>;
}
export type PieceId = keyof Pieces;

/** Returns a piece in the language of the look-up. */
export type LoadPiece = Load<Pieces>;

/**
 * The pieces in which explanations are loaded, by kind and language. Each look-up loads a whole piece, so that no
 * request reveals what was looked up. Drugs and diagnoses are split into halves, so a request reveals only which
 * half was needed.
 */
export const pieces: { readonly [P in PieceId]: Readonly<Record<Language, () => Promise<Pieces[P]>>> } = {
  analytes: {
    'zh-Hant': () => import('./analytes/analytes.zh-Hant.js').then(({ analytes }) => analytes),
    en: () => import('./analytes/analytes.en.js').then(({ analytes }) => analytes),
  },
  'drugs-heart-and-metabolism': {
    'zh-Hant': () =>
      import('./drugs/heart-and-metabolism.zh-Hant.js').then(({ heartAndMetabolism }) => heartAndMetabolism),
    en: () =>
      import('./drugs/heart-and-metabolism.en.js').then(({ heartAndMetabolism }) => heartAndMetabolism),
  },
  'drugs-digestion-to-skin': {
    'zh-Hant': () =>
      import('./drugs/digestion-to-skin.zh-Hant.js').then(({ digestionToSkin }) => digestionToSkin),
    en: () => import('./drugs/digestion-to-skin.en.js').then(({ digestionToSkin }) => digestionToSkin),
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
  'diagnoses-a-to-k': {
    'zh-Hant': () => import('./diagnoses/a-to-k.zh-Hant.js').then(({ aToK }) => aToK),
    en: () => import('./diagnoses/a-to-k.en.js').then(({ aToK }) => aToK),
  },
  'diagnoses-l-to-z': {
    'zh-Hant': () => import('./diagnoses/l-to-z.zh-Hant.js').then(({ lToZ }) => lToZ),
    en: () => import('./diagnoses/l-to-z.en.js').then(({ lToZ }) => lToZ),
  },
};

/** Returns a function that loads the pieces of one language from the package's own modules. */
export const loadIn =
  (language: Language): LoadPiece =>
  (piece) =>
    pieces[piece][language]();

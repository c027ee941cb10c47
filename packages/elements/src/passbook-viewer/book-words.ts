import { explainWords } from './explain/explain.strings.js';
import { whoseBarWords } from './people/whose-bar.strings.js';
import { exportWords } from './export/export.strings.js';
import type { FrameWords } from './frame/frame.strings.js';
import { headerWords } from './header/header.strings.js';
import { navigationWords } from './navigation/navigation.strings.js';
import { pages } from './pages/index.js';
import { partsWords } from './parts/parts.strings.js';
import type { Shown } from './parts/shown.js';
import type { Words } from './parts/words.js';
import { printWords } from './print/print.strings.js';
import { rawWords } from './raw/raw.strings.js';
import { searchWords } from './search/search.strings.js';

/** The tables of strings for an open passbook, loaded when the first passbook is opened. */
const tables = [
  partsWords,
  headerWords,
  whoseBarWords,
  navigationWords,
  rawWords,
  explainWords,
  searchWords,
  exportWords,
  printWords,
  ...pages.map(({ words }) => words),
] as const;

type TableOf<Each> = Each extends Words<infer Table> ? (table: Table) => void : never;
/** The combined type of all string tables. */
type Joined = TableOf<(typeof tables)[number]> extends (table: infer All) => void ? All : never;

export type BookWords = Joined;
/** All strings of the viewer that a page can translate into other languages. */
export type PassbookViewerStrings = FrameWords & BookWords;
export type BookShown = Shown<BookWords>;

/** Returns the built-in strings in Chinese for `zh-Hant`, and in English for any other language. */
export function bookWords(tag: string): BookWords {
  const language = tag === 'zh-Hant' ? 'zh-Hant' : 'en';
  return Object.assign({}, ...tables.map((each) => each[language])) as BookWords;
}

declare module '../base/translations.js' {
  interface Translation {
    readonly 'passbook-viewer'?: Partial<PassbookViewerStrings>;
  }
}

import { advice } from './entry/advice.js';
import type { Language } from './entry/entry.js';
import { find } from './find.js';
import type { OfficialDrugs } from './official-drugs/index.js';
import { loadIn, type LoadPiece, type PieceId, type Pieces } from './pieces.js';
import { sources, type Source } from './entry/sources.js';
import type { Subject } from './entry/subject.js';

/** An explanation in one language, as a screen shows it. */
export interface Explanation {
  readonly subject: Subject;
  readonly language: Language;
  /** What people call it. */
  readonly name: string;
  /** What it is called officially, where that is another name; otherwise `null`. */
  readonly official: string | null;
  /** It tells of the kind that the subject belongs to, as the block of a diagnosis: the name is no name of the subject itself. */
  readonly isOfKind: boolean;
  /** Two to four sentences. They never judge a value and never advise for or against a treatment. */
  readonly text: string;
  /** Whom to ask, and when: always to be shown with the text. */
  readonly ask: string;
  readonly sources: readonly (Pick<Source, 'url'> & { readonly title: string; readonly publisher: string })[];
  /** The day on which the text was written or last checked, `2026-11-30`. */
  readonly written: string;
}

export interface DescribeOptions {
  readonly language: Language;
  /** Where pieces come from, if not from the package's own modules: a page that holds them inside gives its own. */
  readonly load?: (language: Language) => LoadPiece;
  /** What `mhb knowledge build` made of the official drug files. */
  readonly officialDrugs?: OfficialDrugs;
}

/**
 * Explains one thing; `null` where nothing is known of it, because a wrong explanation is worse than none.
 *
 * @example await describe({ kind: 'analyte', id: 'hemoglobin' }, { language: 'en' })
 */
export async function describe(subject: Subject, options: DescribeOptions): Promise<Explanation | null> {
  const { language } = options;
  const entry = await find(subject, loadWith(options), language);
  if (entry === null) return null;
  return {
    subject,
    language,
    name: entry.name,
    official: entry.official ?? null,
    isOfKind: entry.isOfKind ?? false,
    text: entry.text,
    ask: typeof entry.ask === 'string' ? advice[entry.ask][language] : entry.ask.words,
    sources: entry.from.map((id) => {
      const { title, publisher, url } = sources[id];
      return { title: title[language], publisher: publisher[language], url };
    }),
    written: entry.written,
  };
}

/** Pieces as the caller wants them, with the operator's drug files among them. */
const loadWith = ({ language, load = loadIn, officialDrugs }: DescribeOptions): LoadPiece => {
  const loadPiece = load(language);
  return async <P extends PieceId>(piece: P): Promise<Pieces[P]> => {
    if (piece !== 'official-drugs' || officialDrugs === undefined) return loadPiece(piece);
    // The compiler does not narrow a piece's type by its name.
    return officialDrugs as Pieces[P];
  };
};

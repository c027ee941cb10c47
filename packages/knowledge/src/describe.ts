import { advice } from './entry/advice.js';
import type { Language } from './entry/entry.js';
import { find } from './find.js';
import type { OfficialDrugs } from './official-drugs/index.js';
import { loadIn, type LoadPiece, type PieceId, type Pieces } from './pieces.js';
import { sources, type Source } from './entry/sources.js';
import type { Subject } from './entry/subject.js';

/** An explanation in one language, for display. */
export interface Explanation {
  readonly subject: Subject;
  readonly language: Language;
  /** The common name. */
  readonly name: string;
  /** The official name if it differs from `name`; otherwise `null`. */
  readonly official: string | null;
  /**
   * Whether the text explains only the group to which the subject belongs, such as the block that contains a
   * diagnosis. If so, the name is that of the group.
   */
  readonly isOfKind: boolean;
  /** Two to four sentences, which never judge a value and never recommend or discourage a treatment. */
  readonly text: string;
  /** Whom to ask, and when. Always show this advice with the text. */
  readonly ask: string;
  readonly sources: readonly (Pick<Source, 'url'> & { readonly title: string; readonly publisher: string })[];
  /** The date on which the text was written or last checked, such as `2026-11-30`. */
  readonly written: string;
}

export interface DescribeOptions {
  readonly language: Language;
  /**
   * A function that loads the pieces from somewhere other than the package's own modules. For example, a page that
   * contains the pieces passes its own function.
   */
  readonly load?: (language: Language) => LoadPiece;
  /** The explanations that `mhb knowledge build` writes from the official drug files. */
  readonly officialDrugs?: OfficialDrugs;
}

/**
 * Explains one item. Returns `null` if no explanation is certain, because a wrong explanation is worse than none.
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

/** Returns a function that loads pieces from the caller's source, and official drugs from the operator's files. */
const loadWith = ({ language, load = loadIn, officialDrugs }: DescribeOptions): LoadPiece => {
  const loadPiece = load(language);
  return async <P extends PieceId>(piece: P): Promise<Pieces[P]> => {
    if (piece !== 'official-drugs' || officialDrugs === undefined) return loadPiece(piece);
    // The cast is needed because the compiler does not infer the type of a piece from its name.
    return officialDrugs as Pieces[P];
  };
};

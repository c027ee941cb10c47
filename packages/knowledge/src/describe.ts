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
  /** The official name if it differs; otherwise `null`. */
  readonly official: string | null;
  /**
   * Whether it explains only the group to which the subject belongs, such as the block that contains a
   * diagnosis. The name is then not that of the subject itself.
   */
  readonly isOfKind: boolean;
  /** Two to four sentences. They never judge a value and never recommend for or against a treatment. */
  readonly text: string;
  /** Whom to ask, and when: always show this with the text. */
  readonly ask: string;
  readonly sources: readonly (Pick<Source, 'url'> & { readonly title: string; readonly publisher: string })[];
  /** The date on which the text was written or last checked, `2026-11-30`. */
  readonly written: string;
}

export interface DescribeOptions {
  readonly language: Language;
  /**
   * The source of pieces, if they are not in the package's own modules: a page that contains them passes its
   * own function.
   */
  readonly load?: (language: Language) => LoadPiece;
  /** The output of `mhb knowledge build` for the official drug files. */
  readonly officialDrugs?: OfficialDrugs;
}

/**
 * Explains one item; `null` if there is no certain explanation, because a wrong one is worse than none.
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

/** Pieces from the caller's source, including the operator's drug files. */
const loadWith = ({ language, load = loadIn, officialDrugs }: DescribeOptions): LoadPiece => {
  const loadPiece = load(language);
  return async <P extends PieceId>(piece: P): Promise<Pieces[P]> => {
    if (piece !== 'official-drugs' || officialDrugs === undefined) return loadPiece(piece);
    // The compiler does not narrow a piece's type by its name.
    return officialDrugs as Pieces[P];
  };
};

import type { Entry, Language } from './entry.js';
import type { SubjectKind, SubjectOf } from './subject.js';

/** Returns a piece in the language of the look-up. `Pieces` describes the contents of each piece. */
export type Load<Pieces> = <P extends keyof Pieces>(piece: P) => Promise<Pieces[P]>;

/** Finds the entry of a subject in the pieces for its kind; returns `null` if nothing is known for certain. */
export type Finder<K extends SubjectKind, Pieces> = (
  subject: SubjectOf<K>,
  load: Load<Pieces>,
  language: Language,
) => Promise<Entry | null>;

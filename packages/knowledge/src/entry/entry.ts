import type { AdviceId } from './advice.js';
import type { SourceId } from './sources.js';

/** The languages of all explanations. */
export type Language = 'zh-Hant' | 'en';

/** Advice that applies to a single explanation, such as which side effects of a drug to report. */
export interface OwnAdvice {
  readonly words: string;
}

/** An explanation as it is written in the sources. It is plain data, so that a piece can be stored as JSON. */
export interface Entry {
  /** The common name. */
  readonly name: string;
  /** The official name, if it differs from `name`. */
  readonly official?: string;
  /**
   * Set if the entry explains only the group to which something belongs, such as the block that contains a
   * diagnosis. The name is then not that of the item itself.
   */
  readonly isOfKind?: true;
  /** Two to four sentences in this project's own words. */
  readonly text: string;
  /** Whom to ask, and when: either the id of a standard piece of advice or a separate text. */
  readonly ask: AdviceId | OwnAdvice;
  /** Public sources against which the text can be checked. */
  readonly from: readonly SourceId[];
  /** The date on which the text was written or last checked, such as `2026-11-30`. */
  readonly written: string;
}

/** The members that the entries of one module share. */
export type Standing = Pick<Entry, 'ask' | 'from' | 'written'>;

/** An entry as written in its module. Missing members are filled in with those that the module's entries share. */
export type Written = Pick<Entry, 'name' | 'official' | 'text'> & Partial<Standing>;

/**
 * Creates entries, each under its key. Declare `K` as a type of core's ids, so that the compiler checks the keys
 * of a look-up.
 */
export const entries = <K extends string>(
  shared: Standing,
  written: Readonly<Record<K, Written>>,
): Readonly<Record<K, Entry>> =>
  Object.fromEntries(
    Object.entries<Written>(written).map(([key, entry]) => [key, { ...shared, ...entry }]),
  ) as unknown as Readonly<Record<K, Entry>>;

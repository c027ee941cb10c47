import type { AdviceId } from './advice.js';
import type { SourceId } from './sources.js';

/** The languages in which everything is explained. */
export type Language = 'zh-Hant' | 'en';

/** Advice that fits one explanation only, as which signs of a drug to report. */
export interface OwnAdvice {
  readonly words: string;
}

/** An explanation as it is written down: plain data, so that a piece can be kept as JSON. */
export interface Entry {
  /** What people call it. */
  readonly name: string;
  /** What it is called officially, where that is another name. */
  readonly official?: string;
  /** Set where it tells of the kind that something belongs to, as the block of a diagnosis: the name is no name of the thing itself. */
  readonly isOfKind?: true;
  /** Two to four sentences in our own words. */
  readonly text: string;
  /** Whom to ask, and when: one of the standing pieces of advice, or words of its own. */
  readonly ask: AdviceId | OwnAdvice;
  /** Public sources in which the text can be checked. */
  readonly from: readonly SourceId[];
  /** The day on which it was written or last checked, `2026-11-30`. */
  readonly written: string;
}

/** What the entries of one module share. */
export type Standing = Pick<Entry, 'ask' | 'from' | 'written'>;

/** An entry in its module: what it does not say itself is what the module's entries share. */
export type Written = Pick<Entry, 'name' | 'official' | 'text'> & Partial<Standing>;

/** Entries by key. Write a look-up's keys as a type of core's ids, so that the compiler checks them. */
export const entries = <K extends string>(
  shared: Standing,
  written: Readonly<Record<K, Written>>,
): Readonly<Record<K, Entry>> =>
  Object.fromEntries(
    Object.entries<Written>(written).map(([key, entry]) => [key, { ...shared, ...entry }]),
  ) as unknown as Readonly<Record<K, Entry>>;

import { normalizeAnalyteName } from '../../analytes/analytes.js';
import { foldText, type SearchQuery } from './query.js';

/** An item, and a score that tells how well a query names it. */
export interface Scored<Item> {
  readonly item: Item;
  readonly score: number;
}

const EXACT = 3;
const BEGINNING = 2;
const INSIDE = 1;
/**
 * Short names such as `K`, `Na` and `CT`. Their letters occur in many words, so they match only as a complete
 * name.
 */
const shortLatin = /^[a-z]{1,2}$/;

/** Finds items by their names. Complete matches come first. */
export class Named<Item> {
  readonly #items: readonly Item[];
  /** The names of each item, one per line. */
  readonly #names: readonly string[];

  constructor(items: readonly Item[], namesOf: (item: Item) => readonly string[]) {
    this.#items = items;
    this.#names = items.map((item) => {
      const names = new Set(
        namesOf(item).flatMap((name) => [foldText(name).replaceAll('\n', ' '), normalizeAnalyteName(name)]),
      );
      return `\n${[...names].join('\n')}\n`;
    });
  }

  /**
   * Returns the items for which `isAsked` is true and whose names match every term, the best match first. If there
   * are no terms, all items match.
   */
  find(terms: SearchQuery['terms'], isAsked: (item: Item) => boolean): Scored<Item>[] {
    const writings = terms.map((each) => [
      ...new Set(each.flatMap((word) => [word, normalizeAnalyteName(word)])),
    ]);
    const phrase = terms.map(([word]) => word).join(' ');
    const found: Scored<Item>[] = [];
    for (const [index, item] of this.#items.entries()) {
      const names = this.#names[index] as string;
      const score = names.includes(`\n${phrase}\n`)
        ? EXACT
        : writings.reduce((least, each) => Math.min(least, scoreOf(names, each)), EXACT);
      if (score > 0 && isAsked(item)) found.push({ item, score });
    }
    return found.sort((a, b) => b.score - a.score);
  }
}

function scoreOf(names: string, writings: readonly string[]): number {
  let best = 0;
  for (const word of writings) {
    if (word === '') continue;
    if (names.includes(`\n${word}\n`)) return EXACT;
    if (shortLatin.test(word)) continue;
    if (names.includes(`\n${word}`)) best = BEGINNING;
    else if (best === 0 && names.includes(word)) best = INSIDE;
  }
  return best;
}

import type { DrugGroup, DrugIngredient, DrugProduct } from '../record/record.js';
import { foldWidthAndCase, routeOfFolded } from '../record/drug-routes.js';
import type { DrugRoute } from '../record/record.js';
import { cardiovascular } from './cardiovascular.js';
import { combinations } from './combinations.js';
import { digestive } from './digestive.js';
import { groups } from './groups.js';
import { infection } from './infection.js';
import type { GroupRow, IngredientRow } from './ingredient.js';
import { metabolism } from './metabolism.js';
import { nervous } from './nervous.js';
import { otherSystems } from './other-systems.js';
import { painAndBreathing } from './pain-and-breathing.js';
import { strengthOf } from './strength.js';

/** Recognizes ingredients in the names of drugs and in descriptions of allergies. */

export const ingredientRows = [
  ...cardiovascular,
  ...metabolism,
  ...digestive,
  ...nervous,
  ...painAndBreathing,
  ...infection,
  ...otherSystems,
];

/** The id of an ingredient in our table, which is its INN. */
export type IngredientId = (typeof ingredientRows)[number][0];
/** The id of a drug group in our table. */
export type DrugGroupId = (typeof groups)[number][0];

/** Rows that an operator adds. They take precedence over our rows with the same name. */
export interface DrugTableExtension {
  readonly ingredients?: readonly IngredientRow[];
  readonly groups?: readonly GroupRow[];
  readonly combinations?: readonly (readonly [names: string, ingredients: readonly string[]])[];
}

interface Entry {
  readonly id: string;
  readonly names: DrugIngredient['name'];
  readonly codes: ReadonlyMap<string, string>;
  readonly group: DrugGroup;
}

/**
 * The maximum length of a short Chinese name. Short names also occur inside other words, so they are matched
 * only as a whole.
 */
const SHORT_NAME = 2;
/** The maximum number of words in a name, such as `Benzathine Benzylpenicillin` or `Insulin glargine`. */
const MOST_WORDS = 3;

const noIngredients: readonly DrugIngredient[] = [];

/** A Chinese name and the ids of what it names. */
interface IngredientName {
  readonly name: string;
  readonly ids: readonly string[];
}

/** The names in a table, indexed to find ingredients. Contains nothing from a passbook. */
class NameIndex {
  /** The ids, keyed by folded Latin name. The words of a name are separated by a single space. */
  readonly latin = new Map<string, readonly string[]>();
  /** The ids, keyed by complete Chinese name. */
  readonly chinese = new Map<string, readonly string[]>();
  /**
   * The Chinese names of ingredients, keyed by the code of their first character, with the longest names first.
   * These names are recognized anywhere in a string.
   */
  readonly inside = new Map<number, IngredientName[]>();
  readonly entries = new Map<string, Entry>();
  /** The Chinese names in `inside`. */
  readonly #long = new Set<string>();
  /** The lowest key of `inside`. Digits and Latin letters are below it, so they are not looked up. */
  readonly #lowest: number;

  constructor(extension: DrugTableExtension) {
    const known = new Map<string, DrugGroup>();
    for (const row of [...groups, ...(extension.groups ?? [])]) known.set(row[0], groupOf(row));
    // Rows that are added later take precedence.
    for (const row of [...ingredientRows, ...(extension.ingredients ?? [])]) this.#add(row, known);
    for (const [names, ids] of [...combinations, ...(extension.combinations ?? [])])
      for (const name of names.split('|')) this.#name(name, ids, false);
    for (const name of [...this.#long].sort((a, b) => b.length - a.length)) {
      const first = name.charCodeAt(0);
      const found = { name, ids: this.chinese.get(name) ?? [] };
      const same = this.inside.get(first);
      if (same === undefined) this.inside.set(first, [found]);
      else same.push(found);
    }
    this.#lowest = Math.min(...this.inside.keys());
  }

  /** Returns the longest of the names in `inside` that stands at a position of a text. */
  insideAt(text: string, at: number): IngredientName | undefined {
    const code = text.charCodeAt(at);
    if (code < this.#lowest) return undefined;
    const names = this.inside.get(code);
    if (names === undefined) return undefined;
    for (const each of names) if (text.startsWith(each.name, at)) return each;
    return undefined;
  }

  #add([inn, chinese, atc, group, others]: IngredientRow, known: ReadonlyMap<string, DrugGroup>): void {
    const names = chinese.split('|').filter((name) => name !== '');
    this.entries.set(inn, {
      id: inn,
      names: { en: inn, 'zh-Hant': names[0] ?? inn },
      codes: codesOf(atc),
      group: known.get(group) ?? groupOf([group, group, group]),
    });
    this.#name(inn, [inn], true);
    for (const name of names) this.#name(name, [inn], true);
    for (const name of others.split('|')) this.#name(name, [inn], false);
  }

  #name(name: string, ids: readonly string[], isIngredient: boolean): void {
    if (name === '') return;
    const folded = fold(name);
    if (!cjk.test(folded)) {
      this.latin.set(wordsOf(folded).join(' '), ids);
      return;
    }
    this.chinese.set(folded, ids);
    if (isIngredient && folded.length > SHORT_NAME) this.#long.add(folded);
  }
}

/** The index of our own table, which is built when the first passbook is read. */
let ownNames: NameIndex | undefined;

/** The information that a drug table provides about text in a record. */
export interface DrugNames {
  /** Returns the product that the code and the name of a drug describe. */
  product(code: string | null, display: string | null): DrugProduct | null;
  /** Returns the ingredients that a text mentions, such as a record of an allergy. */
  ingredientsIn(text: string): readonly DrugIngredient[];
}

export class DrugTable implements DrugNames {
  readonly #names: NameIndex;
  /** The products that were already found in this passbook, by code and then by display name. */
  readonly #products = new Map<string | null, Map<string | null, DrugProduct>>();
  /** The lists of a single ingredient, by route and id. Many products share a few of them. */
  readonly #ingredients = new Map<DrugRoute | null, Map<string, readonly DrugIngredient[]>>();

  constructor(extension?: DrugTableExtension) {
    this.#names = extension === undefined ? (ownNames ??= new NameIndex({})) : new NameIndex(extension);
  }

  /**
   * Returns the product that the code and the name of a drug describe. Returns the same object for the same
   * code and name.
   */
  product(code: string | null, display: string | null): DrugProduct {
    let products = this.#products.get(code);
    if (products === undefined) this.#products.set(code, (products = new Map()));
    let product = products.get(display);
    if (product === undefined) {
      const folded = foldWidthAndCase(display ?? '');
      const name = withoutManufacturer(folded);
      const route = routeOfFolded(code, folded);
      const parentheses = parenthesesOf(name);
      product = {
        ingredients: this.#listed(this.#find(name, parentheses), route),
        writtenIngredient: writtenIngredientOf(name, parentheses),
        strength: strengthOf(name),
        route,
      };
      products.set(display, product);
    }
    return product;
  }

  ingredientsIn(text: string): readonly DrugIngredient[] {
    const name = fold(text);
    return this.#listed(this.#find(name, parenthesesOf(name)), null);
  }

  #listed(ids: readonly string[], route: DrugRoute | null): readonly DrugIngredient[] {
    if (ids.length === 0) return noIngredients;
    const only = ids.length === 1 ? ids[0] : undefined;
    if (only === undefined) return ids.map((id) => this.#ingredient(id, route));
    let lists = this.#ingredients.get(route);
    if (lists === undefined) this.#ingredients.set(route, (lists = new Map()));
    let list = lists.get(only);
    if (list === undefined) lists.set(only, (list = [this.#ingredient(only, route)]));
    return list;
  }

  #ingredient(id: string, route: DrugRoute | null): DrugIngredient {
    // The entry exists, because every id comes from the table.
    const { names, codes, group } = this.#names.entries.get(id) as Entry;
    const wholeBody = route === null || route === 'oral' || route === 'injection';
    const atc = codes.get(route ?? 'oral') ?? (wholeBody ? (codes.get('') ?? null) : null);
    return { id, name: names, atc, group };
  }

  #find(name: string, parentheses: readonly string[]): string[] {
    const found: string[] = [];
    if (/[A-Z]/.test(name)) this.#findLatin(wordsOf(name), found);
    const { chinese } = this.#names;
    this.#add(chinese.get(stemOf(name)), found);
    for (const part of parentheses) this.#add(chinese.get(part), found);
    this.#findInside(name, found);
    return found.length > 1 ? found.sort() : found;
  }

  #add(ids: readonly string[] | undefined, found: string[]): void {
    if (ids === undefined) return;
    for (const id of ids) if (this.#names.entries.has(id) && !found.includes(id)) found.push(id);
  }

  #findLatin(words: readonly string[], found: string[]): void {
    for (let at = 0; at < words.length;) {
      let taken = 1;
      for (let count = Math.min(MOST_WORDS, words.length - at); count > 0; count -= 1) {
        const ids = this.#names.latin.get(words.slice(at, at + count).join(' '));
        if (ids === undefined) continue;
        this.#add(ids, found);
        taken = count;
        break;
      }
      at += taken;
    }
  }

  #findInside(name: string, found: string[]): void {
    for (let at = 0; at < name.length;) {
      const fitting = this.#names.insideAt(name, at);
      if (fitting !== undefined) this.#add(fitting.ids, found);
      at += fitting?.name.length ?? 1;
    }
  }
}

const groupOf = ([id, chinese, english, known = '']: GroupRow): DrugGroup => ({
  id,
  label: { 'zh-Hant': chinese, en: english },
  asNeeded: known.includes('n'),
  alternatives: known.includes('r'),
});

function codesOf(atc: string | null): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  for (const each of atc?.split(' ') ?? []) {
    const [route = '', code] = each.split(':');
    if (code === undefined) codes.set('', route);
    else codes.set(route, code);
  }
  return codes;
}

const cjk = /\p{Script=Han}/u;

/** Removes the manufacturer's name, which is in quotation marks. */
const withoutManufacturer = (folded: string): string =>
  folded.replace(/["“”〝〞„「『][^"“”〝〞„「『」』]*["“”〝〞„」』]/g, ' ').trim();

const fold = (text: string): string => withoutManufacturer(foldWidthAndCase(text));

const wordsOf = (name: string): readonly string[] =>
  (name.match(/[A-Z0-9]+/g) ?? []).filter((word) => /[A-Z]/.test(word));

/** Finds where the actual name ends in a Chinese drug name: at a number, a parenthesis or the dosage form. */
const afterStem =
  /[\d(（[\s]|持續|長效|緩釋|速放|速效|腸溶|膜衣|糖衣|口溶|口崩|口腔|發泡|咀嚼|舌下|錠|軟膠|硬膠|膠囊|顆粒|散劑|粉劑|糖漿|內服|口服|懸液|懸浮|溶液|注射|凍晶|乾粉|吸入|定量|噴霧|噴液|點眼|眼用|眼藥|點耳|鼻用|鼻噴|軟膏|乳膏|乳霜|乳膠|凝膠|貼片|穿皮|預充填|栓劑|陰道|外用|(?<=.)(?:液|劑|筆)/;

const stemOf = (name: string): string => {
  const end = name.search(afterStem);
  return (end < 0 ? name : name.slice(0, end)).trim();
};

/** Returns the texts in the innermost parentheses of a folded name, whose parentheses are half width. */
function parenthesesOf(name: string): readonly string[] {
  const texts: string[] = [];
  let close = -1;
  for (let open = name.indexOf('('); open !== -1;) {
    // Not searched again for each of many opening parentheses, which would take quadratic time.
    if (close < open) close = name.indexOf(')', open);
    if (close === -1) break;
    const next = name.indexOf('(', open + 1);
    if (next === -1 || close < next) texts.push(name.slice(open + 1, close).trim());
    open = next;
  }
  return texts;
}

const packaging = /[\d/]|裝|箔|盒|瓶|粒|支|片|包|用|型/;

/**
 * Returns the ingredient in parentheses at the end of a name; `null` if the parentheses describe the package.
 */
function writtenIngredientOf(name: string, parentheses: readonly string[]): string | null {
  const atEnd = name.indexOf(')', name.lastIndexOf('(')) === name.length - 1;
  const text = (atEnd ? parentheses.at(-1) : undefined) ?? '';
  return text.length < SHORT_NAME || packaging.test(text) ? null : text;
}

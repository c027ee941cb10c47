import type { DrugNames } from '../ingredients/index.js';
import type { AnyRecord, Order, Passbook, RawRow } from '../model/model.js';
import { recordBuilders, type RecordBuilder } from '../read/record-builder.js';
import { CollectedRecords, type PassbookHead } from './portions.js';

/**
 * After the worker has read a passbook, it sends the rows to the page, which builds the same records from them.
 * The rows are less than half of the data, and building a record takes no longer than parsing it. The worker
 * also sends what it found in the names of drugs; otherwise, the page would have to load the table of
 * ingredients.
 */

type Source = AnyRecord['sources'][number];
type Product = NonNullable<Order['product']>;
type Ingredients = ReturnType<DrugNames['ingredientsIn']>;
/** A download, and a section in this download. */
type Place = Omit<Source, 'index'>;

export interface RowPortion {
  readonly section: string;
  /** A list of `RawRow` as JSON. */
  readonly rows: string;
  /** The sources of the rows: a list of `SourceRun` as JSON. */
  readonly sources: string;
  /** `FirstSeen` as JSON. */
  readonly first: string;
}

/**
 * The sources of consecutive rows in one place: the number of rows, followed by the place and the index of the
 * first row. If a row has several sources, the run contains 0, followed by the place and the index of each
 * source.
 */
type SourceRun = readonly number[];

/** The places, products and ingredients in these records that were not in any earlier portion. */
interface FirstSeen {
  /** The places, which are numbered from 0 across all portions. */
  readonly places: readonly Place[];
  readonly products: readonly (readonly [code: string | null, display: string | null, product: Product])[];
  /** The ingredients that texts other than drug names mention, namely records of allergies. */
  readonly mentions: readonly (readonly [text: string, ingredients: Ingredients])[];
}

const ROWS_PER_PORTION = 100;

/**
 * Splits a passbook into portions.
 * @param passbook A passbook from `readPassbook`, which builds every record from its row
 */
export function* rowPortionsOf({ sections, unknownSections }: Passbook): Generator<RowPortion> {
  const seen = new SeenContent();
  const all = Object.entries<readonly AnyRecord[]>({ ...sections, ...unknownSections });
  for (const [section, records] of all) {
    for (let at = 0; at < records.length; at += ROWS_PER_PORTION) {
      const slice = records.slice(at, at + ROWS_PER_PORTION);
      const rows = JSON.stringify(slice.map(({ raw }) => raw));
      const sources = JSON.stringify(seen.sourcesOf(slice));
      seen.see(slice);
      yield { section, rows, sources, first: JSON.stringify(seen.takeNew()) };
    }
  }
}

/** Used by the worker: keeps track of the content that was already sent. */
class SeenContent {
  readonly #places = new Map<string, number>();
  readonly #products = new Set<Product>();
  readonly #mentions = new Set<string>();
  #last: { readonly place: Place; readonly number: number } | undefined;
  #new = nothingNew();

  see(records: readonly AnyRecord[]): void {
    for (const record of records) {
      if ('orders' in record) for (const order of record.orders) this.#seeOrder(order);
      else if ('ingredients' in record) this.#seeMention(record.substance, record.ingredients);
    }
  }

  sourcesOf(records: readonly AnyRecord[]): SourceRun[] {
    const runs: SourceRun[] = [];
    let [length, place, index] = [0, 0, 0];
    const endRun = (): void => {
      if (length > 0) runs.push([length, place, index]);
      length = 0;
    };
    for (const { sources } of records) {
      const [source] = sources;
      if (source === undefined || sources.length > 1) {
        endRun();
        runs.push([0, ...sources.flatMap((each) => [this.#numberOf(each), each.index])]);
        continue;
      }
      const number = this.#numberOf(source);
      if (number !== place || source.index !== index + length) endRun();
      if (length === 0) [place, index] = [number, source.index];
      length += 1;
    }
    endRun();
    return runs;
  }

  /** Returns the content that was new since the last call. */
  takeNew(): FirstSeen {
    const taken = this.#new;
    this.#new = nothingNew();
    return taken;
  }

  /**
   * Products are compared by identity, because a drug table returns the same object for the same code and name.
   */
  #seeOrder({ code, display, product }: Order): void {
    if (product === null || this.#products.has(product)) return;
    this.#products.add(product);
    this.#new.products.push([code, display, product]);
  }

  #seeMention(text: string | null, ingredients: Ingredients): void {
    if (text === null || this.#mentions.has(text)) return;
    this.#mentions.add(text);
    this.#new.mentions.push([text, ingredients]);
  }

  #numberOf({ file, appliedOn, section }: Source): number {
    const last = this.#last;
    if (last?.place.section === section && last.place.file === file && last.place.appliedOn === appliedOn)
      return last.number;
    const key = JSON.stringify([file, appliedOn, section]);
    const place = { file, appliedOn, section };
    let number = this.#places.get(key);
    if (number === undefined) {
      number = this.#places.size;
      this.#places.set(key, number);
      this.#new.places.push(place);
    }
    this.#last = { place, number };
    return number;
  }
}

const nothingNew = () => ({
  places: [] as Place[],
  products: [] as FirstSeen['products'][number][],
  mentions: [] as FirstSeen['mentions'][number][],
});

/** Used by the page: builds the records from the rows. */
export class RowCollector {
  readonly #records = new CollectedRecords();
  readonly #builders = new Map<string, RecordBuilder>();
  readonly #names = new ReceivedNames();
  readonly #makeBuilder = recordBuilders(notedBefore, this.#names);
  readonly #places: Place[] = [];

  add({ section, rows, sources, first }: RowPortion): void {
    const { places, products, mentions } = JSON.parse(first) as FirstSeen;
    this.#places.push(...places);
    this.#names.add(products, mentions);
    const build = this.#builderOf(section);
    const given = JSON.parse(rows) as readonly RawRow[];
    const records: AnyRecord[] = [];
    const buildNext = (of: readonly Source[]): void => {
      records.push(build(given[records.length] ?? {}, of));
    };
    for (const [length = 0, ...run] of JSON.parse(sources) as readonly SourceRun[]) {
      const found = this.#sourcesIn(run);
      if (length === 0) buildNext(found);
      else for (let row = 0; row < length; row += 1) buildNext(found.map((first) => further(first, row)));
    }
    this.#records.add(section, records);
  }

  passbook(head: PassbookHead): Passbook {
    return this.#records.passbook(head);
  }

  #builderOf(section: string): RecordBuilder {
    let builder = this.#builders.get(section);
    if (builder === undefined) {
      builder = this.#makeBuilder(section);
      this.#builders.set(section, builder);
    }
    return builder;
  }

  #sourcesIn(run: readonly number[]): Source[] {
    const sources: Source[] = [];
    for (let at = 0; at < run.length; at += 2) {
      const place = this.#places[run[at] ?? 0];
      if (place !== undefined) sources.push({ ...place, index: run[at + 1] ?? 0 });
    }
    return sources;
  }
}

const further = ({ file, appliedOn, section, index }: Source, rows: number): Source => ({
  file,
  appliedOn,
  section,
  index: index + rows,
});

/** Ignores irregularities, because the worker already noted them when it read the files. */
const notedBefore = { add: (): void => undefined };

/** The results of the worker's drug table for the texts in this passbook. */
class ReceivedNames implements DrugNames {
  readonly #products = new Map<string | null, Map<string | null, Product>>();
  readonly #mentions = new Map<string, Ingredients>();

  add(products: FirstSeen['products'], mentions: FirstSeen['mentions']): void {
    for (const [code, display, product] of products) {
      const named = this.#products.get(display);
      if (named === undefined) this.#products.set(display, new Map([[code, product]]));
      else named.set(code, product);
    }
    for (const [text, ingredients] of mentions) this.#mentions.set(text, ingredients);
  }

  product(code: string | null, display: string | null): Product | null {
    return this.#products.get(display)?.get(code) ?? null;
  }

  ingredientsIn(text: string): Ingredients {
    return this.#mentions.get(text) ?? [];
  }
}

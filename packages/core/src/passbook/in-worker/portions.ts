import type { AnyClaim, AnyRecord, DrugProduct, Order, Passbook, UnknownRecord } from '../model/model.js';
import { sections } from '../sections/index.js';

/**
 * A page sends a passbook to the worker in portions, because copying it in a single message would block the page
 * for as long as reading it would. The records are sent as JSON, because writing and parsing JSON takes half as
 * long as structured cloning, and records contain nothing that JSON cannot represent. In the other direction,
 * the worker sends a passbook that it has read as rows (see `rows.ts`). Rows would not be enough here, because
 * the page might have created or changed records itself.
 */

export interface RecordPortion {
  readonly section: string;
  /** A list of `AnyRecord` as JSON. In orders, a number replaces the product. */
  readonly records: string;
  /**
   * The products of these records that no earlier portion contained, as JSON. All products are numbered from 0.
   */
  readonly products: string;
}

/** A passbook without its records. */
export type PassbookHead = Pick<Passbook, 'subjectId' | 'downloads'>;

const RECORDS_PER_PORTION = 100;

export function* portionsOf({ sections: known, unknownSections }: Passbook): Generator<RecordPortion> {
  const products = new NumberedProducts();
  for (const [section, records] of Object.entries<readonly AnyRecord[]>(known))
    yield* portions(section, records, products);
  for (const [section, records] of Object.entries(unknownSections))
    yield* portions(section, records, products);
}

function* portions(
  section: string,
  all: readonly AnyRecord[],
  products: NumberedProducts,
): Generator<RecordPortion> {
  for (let at = 0; at < all.length; at += RECORDS_PER_PORTION) {
    const slice = all.slice(at, at + RECORDS_PER_PORTION);
    const records = JSON.stringify(slice.map((record) => products.replacedIn(record)));
    yield { section, records, products: JSON.stringify(products.takeNew()) };
  }
}

/**
 * Replaces products with numbers. This saves space: a long history contains many orders but few different
 * drugs, and a product is larger than an order.
 */
class NumberedProducts {
  readonly #numbers = new Map<DrugProduct, number>();
  #new: DrugProduct[] = [];

  /** Returns the record with numbers in place of products, or the unchanged record if it has no products. */
  replacedIn(record: AnyRecord): object {
    if (!hasProducts(record)) return record;
    const orders = record.orders.map((order) =>
      order.product === null ? order : { ...order, product: this.#numberOf(order.product) },
    );
    return { ...record, orders };
  }

  /** Returns the products that were numbered since the last call. */
  takeNew(): readonly DrugProduct[] {
    const added = this.#new;
    this.#new = [];
    return added;
  }

  #numberOf(product: DrugProduct): number {
    let number = this.#numbers.get(product);
    if (number === undefined) {
      number = this.#numbers.size;
      this.#numbers.set(product, number);
      this.#new.push(product);
    }
    return number;
  }
}

const hasProducts = (record: AnyRecord): record is AnyClaim =>
  'orders' in record && record.orders.some(({ product }) => product !== null);

/** Puts a passbook together from its portions. */
export class PortionCollector {
  readonly #records = new CollectedRecords();
  readonly #products: DrugProduct[] = [];

  add({ section, records, products }: RecordPortion): void {
    this.#products.push(...(JSON.parse(products) as DrugProduct[]));
    const added = JSON.parse(records) as AnyRecord[];
    for (const record of added) if ('orders' in record) this.#restoreProducts(record.orders);
    this.#records.add(section, added);
  }

  passbook(head: PassbookHead): Passbook {
    return this.#records.passbook(head);
  }

  #restoreProducts(orders: readonly Order[]): void {
    for (const order of orders as readonly { product: DrugProduct | number | null }[])
      if (typeof order.product === 'number') order.product = this.#products[order.product] ?? null;
  }
}

/** Collects records by section. Every known section has a list, even if it is empty. */
export class CollectedRecords {
  readonly #known = new Map<string, AnyRecord[]>(sections.map(({ key }) => [key, []]));
  readonly #unknown = new Map<string, UnknownRecord[]>();

  add(section: string, added: readonly AnyRecord[]): void {
    const list = this.#known.get(section) ?? this.#unknown.get(section);
    if (list === undefined) this.#unknown.set(section, [...added]);
    else list.push(...added);
  }

  passbook({ subjectId, downloads }: PassbookHead): Passbook {
    return {
      subjectId,
      downloads,
      sections: Object.fromEntries(this.#known) as unknown as Passbook['sections'],
      unknownSections: Object.fromEntries(this.#unknown),
    };
  }
}

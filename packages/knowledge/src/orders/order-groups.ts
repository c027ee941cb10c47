import { entries, type Entry, type Standing, type Written } from '../entry/entry.js';

/** Orders that share one explanation, with a plain name for each code that has a separate name. */
export interface OrderGroup extends Entry {
  readonly orders?: Readonly<Record<string, string>>;
}

/** Creates the groups of orders, keyed by id. */
export const orderGroups = (
  shared: Standing,
  written: Readonly<Record<string, Written & Pick<OrderGroup, 'orders'>>>,
): Readonly<Record<string, OrderGroup>> => entries(shared, written);

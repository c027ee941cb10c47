import type { Entry } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';
import type { OrderGroup } from './order-groups.js';
import { exceptions, sections } from './sections.js';

export interface OrderPieces {
  readonly orders: Readonly<Record<string, OrderGroup>>;
}

/**
 * Finds an order by its NHI code, first among the codes with a plain name, and otherwise by the section of the fee
 * schedule to which the code belongs. Nothing is inferred from words in the order's name.
 */
export const findOrder: Finder<'order', OrderPieces> = async ({ code }, load) => {
  const written = normalize(code);
  if (written === null) return null;
  const groups = await load('orders');
  const named = Object.values(groups).find(({ orders = {} }) => Object.hasOwn(orders, written));
  if (named !== undefined) return entryOf(named, named.orders?.[written]);
  const number = Number(written.slice(0, 5));
  const section = sections.find(([first, last]) => first <= number && number <= last);
  const group = section === undefined || exceptions.has(number) ? undefined : groups[section[2]];
  return group === undefined ? null : { ...entryOf(group), isOfKind: true };
};

/** Returns the five digits and the letter of an NHI code; some files append two more digits (`08011C00`). */
const normalize = (code: string): string | null =>
  /^(\d{5}[A-Z])(?:\d{2})?$/.exec(code.normalize('NFKC').trim().toUpperCase())?.[1] ?? null;

const entryOf = ({ name, text, ask, from, written }: OrderGroup, own = name): Entry => ({
  name: own,
  text,
  ask,
  from,
  written,
});

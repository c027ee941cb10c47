import type { PartialDate } from '../model.js';

interface Dated {
  readonly date: PartialDate | null;
}

/** Newest first; what has no date last. For `Array.prototype.sort`. */
export function newestFirst(a: Dated, b: Dated): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}

export function oldestFirst(a: Dated, b: Dated): number {
  return newestFirst(b, a);
}

/** Items by a key, in the order of each key's first item. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  }
  return groups;
}

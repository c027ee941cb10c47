import type { PartialDate } from '../model/model.js';
import { atOnce, eachStep, PIECE, type Steps } from '../steps/steps.js';

interface Dated {
  readonly date: PartialDate | null;
}

/** Newest first; items without a date last. For `Array.prototype.sort`. */
export function newestFirst(a: Dated, b: Dated): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}

/** Groups items by a key, in the order of each key's first item. */
export function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  return atOnce(groupBySteps(items, keyOf));
}

export function* groupBySteps<T>(items: readonly T[], keyOf: (item: T) => string): Steps<Map<string, T[]>> {
  const groups = new Map<string, T[]>();
  yield* eachStep(items, (item) => {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [item]);
    else group.push(item);
  });
  return groups;
}

/** `sort(newestFirst)` in steps. There are few days compared with records, so only the days are sorted. */
export function* newestFirstSteps<T extends Dated>(items: readonly T[]): Steps<T[]> {
  return yield* joined((yield* byDay(items)).reverse());
}

/** `groups.flat()`, in steps. */
function* joined<T>(groups: readonly (readonly T[])[]): Steps<T[]> {
  const items: T[] = [];
  for (const [index, group] of groups.entries()) {
    for (const item of group) items.push(item);
    if (index % PIECE === 0) yield;
  }
  return items;
}

function* byDay<T extends Dated>(items: readonly T[]): Steps<T[][]> {
  const days = yield* groupBySteps(items, ({ date }) => date ?? '');
  return [...days].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => group);
}

import type { PartialDate } from '../model/model.js';
import { atOnce, eachStep, PIECE, type Steps } from '../steps/steps.js';

interface Dated {
  readonly date: PartialDate | null;
}

/**
 * Compares two items for `Array.prototype.sort`. The newest item comes first, and items without a date come last.
 */
export function newestFirst(a: Dated, b: Dated): number {
  const [left, right] = [a.date ?? '', b.date ?? ''];
  return left < right ? 1 : left > right ? -1 : 0;
}

/** Groups items by a key. The groups are in the order in which their keys first occur. */
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

/**
 * Like `sort(newestFirst)`, but runs in steps. Only the days are sorted, because there are far fewer days than
 * records.
 */
export function* newestFirstSteps<T extends Dated>(items: readonly T[]): Steps<T[]> {
  return yield* joined((yield* byDay(items)).reverse());
}

/** Like `groups.flat()`, but runs in steps. */
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

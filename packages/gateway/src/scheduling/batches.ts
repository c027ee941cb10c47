/**
 * Collects all items that arrive during a call of `work`, and then handles them in one further call, so that many
 * small reads or writes share one statement or one commit. `work` receives the items in the order of arrival, and
 * resolves with a function that returns the result for an item. If a call fails, all its items are rejected.
 */
export function inBatches<T, R = void>(
  work: (items: readonly T[]) => Promise<(item: T) => R>,
): (item: T) => Promise<R> {
  let waiting: T[] = [];
  let current: Promise<unknown> = Promise.resolve();
  let next: Promise<(item: T) => R> | null = null;
  const flush = (): Promise<(item: T) => R> => {
    const batch = waiting;
    waiting = [];
    next = null;
    const working = work(batch);
    current = working;
    return working;
  };
  return async (item) => {
    waiting.push(item);
    next ??= current.then(flush, flush);
    return (await next)(item);
  };
}

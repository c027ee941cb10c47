/**
 * Does at once what has come together while the call before was under way, so that many small reads or writes share one
 * statement or one commit. `work` answers with what tells each item its own result, in the order in which they came; who
 * waits for a call that failed fails with it.
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

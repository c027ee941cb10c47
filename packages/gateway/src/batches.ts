/**
 * Writes at once what has come together while the write before was under way, so that many small writes share one
 * commit. Each caller waits for the write that holds its item, and fails with it.
 */
export function inBatches<T>(write: (items: readonly T[]) => Promise<void>): (item: T) => Promise<void> {
  let waiting: T[] = [];
  let current: Promise<void> = Promise.resolve();
  let next: Promise<void> | null = null;
  const flush = (): Promise<void> => {
    const batch = waiting;
    waiting = [];
    next = null;
    current = write(batch);
    return current;
  };
  return (item) => {
    waiting.push(item);
    next ??= current.then(flush, flush);
    return next;
  };
}

import type { Bytes } from '../primitives/binary.js';
import type { Platform } from './contract.js';
import type { Kernels } from './kernels.js';

type Wanted = Parameters<Platform['pbkdf2Sha1']>;

interface Threads {
  /** The time that the platform takes to derive a key, divided by the time that the kernel takes. */
  readonly slowness: number;
  /** Number of keys that the platform can derive at the same time while this thread is busy. */
  readonly others: number;
}

/**
 * Derives most of the requested keys on this thread with the kernel. Meanwhile, the platform derives as many
 * as possible on other threads. `begin` resolves when the platform has started.
 */
export function deriveBeside(
  begin: (...wanted: Wanted) => Promise<{ readonly key: Promise<Bytes> }>,
  kernel: Kernels['pbkdf2Sha1'],
  { slowness, others }: Threads,
): Platform['pbkdf2Sha1'] {
  let asked: { readonly wanted: Wanted; readonly resolve: (key: Bytes | Promise<Bytes>) => void }[] = [];
  const byPlatform = ({ wanted, resolve }: (typeof asked)[number]): Promise<unknown> => {
    const begun = begin(...wanted);
    resolve(begun.then(({ key }) => key));
    return begun;
  };
  const run = async (): Promise<void> => {
    const all = asked;
    asked = [];
    const here = Math.ceil((all.length * slowness) / (slowness + others));
    await Promise.allSettled(all.slice(here).map(byPlatform));
    for (const each of all.slice(0, here)) {
      const key = kernel(...each.wanted);
      if (key === undefined) void byPlatform(each).catch(() => undefined);
      else each.resolve(key);
    }
  };
  return (...wanted) =>
    new Promise((resolve) => {
      // Wait for all requests made at the same time, such as those for the entries of one archive.
      if (asked.push({ wanted, resolve }) === 1) queueMicrotask(() => void run());
    });
}

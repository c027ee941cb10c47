import type { Bytes } from '../primitives/binary.js';
import type { Platform } from './contract.js';
import type { Kernels } from './kernels.js';

type Wanted = Parameters<Platform['pbkdf2Sha1']>;

interface Threads {
  /** How long the platform takes for a key, beside the kernel. */
  readonly slowness: number;
  /** How many keys the platform derives at a time while this thread works. */
  readonly others: number;
}

/**
 * Derives most of the keys that are asked for at once on this thread, by the kernel, and as many as that leaves time for
 * on other threads, by the platform. `begin` resolves when the platform is at work.
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
      // Who asks at once, as for the entries of one archive, does so before this runs.
      if (asked.push({ wanted, resolve }) === 1) queueMicrotask(() => void run());
    });
}

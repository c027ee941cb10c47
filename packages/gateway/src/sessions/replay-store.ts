import type { Clock } from '../clock.js';

/** Remembers which proofs were used, for as long as they could be used again. */
export interface ReplayStore {
  /** Whether the id was never seen; it is remembered until `expiresAt` (epoch milliseconds). */
  isFirstUse(id: string, expiresAt: number): Promise<boolean>;
}

/**
 * For a single process. What it forgets at a restart cannot be replayed either, as long as the nonces in the proofs
 * are made with a key of this process.
 */
export function createMemoryReplayStore(clock: Clock): ReplayStore {
  /** In order of insertion, which is the order of expiry. */
  const seen = new Map<string, number>();
  const forgetExpired = (now: number): void => {
    for (const [id, expiresAt] of seen) {
      if (expiresAt > now) return;
      seen.delete(id);
    }
  };
  return {
    isFirstUse(id, expiresAt) {
      forgetExpired(clock().getTime());
      if (seen.has(id)) return Promise.resolve(false);
      seen.set(id, expiresAt);
      return Promise.resolve(true);
    },
  };
}

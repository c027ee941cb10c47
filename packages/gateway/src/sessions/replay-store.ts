import { lte } from 'drizzle-orm';
import { inBatches } from '../scheduling/batches.js';
import type { Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { usedProofs } from '../storage/schema.js';

/** Remembers which proofs were used, for as long as they could be used again. */
export interface ReplayStore {
  /** Whether the id was never seen; it is remembered until `expiresAt` (epoch milliseconds). */
  isFirstUse(id: string, expiresAt: number): Promise<boolean>;
  forgetExpired(): Promise<void>;
}

/**
 * For a single process. What it forgets at a restart cannot be replayed either, as long as the nonces in the proofs
 * are made with a key of this process.
 */
export function createMemoryReplayStore(clock: Clock): ReplayStore {
  /** In order of insertion, which is the order of expiry. */
  const seen = new Map<string, number>();
  return {
    isFirstUse(id, expiresAt) {
      if (seen.has(id)) return Promise.resolve(false);
      seen.set(id, expiresAt);
      return Promise.resolve(true);
    },
    forgetExpired() {
      const now = clock().getTime();
      for (const [id, expiresAt] of seen) {
        if (expiresAt > now) break;
        seen.delete(id);
      }
      return Promise.resolve();
    },
  };
}

/** For any number of processes on one database. */
export function createSharedReplayStore(database: Database, clock: Clock): ReplayStore {
  const hex = (proof: Uint8Array): string => Buffer.from(proof).toString('hex');
  /** Calls that come together share one statement; of two with one proof the first has it. */
  const claim = inBatches<{ readonly proof: Uint8Array; readonly expiresAt: Date }, boolean>(async (uses) => {
    const inserted = await database.queries
      .insert(usedProofs)
      // In one order everywhere: two processes that wait for each other's rows would wait for ever.
      .values(uses.toSorted((a, b) => Buffer.compare(a.proof, b.proof)))
      .onConflictDoNothing()
      .returning({ proof: usedProofs.proof });
    const fresh = new Set(inserted.map(({ proof }) => hex(proof)));
    return ({ proof }) => fresh.delete(hex(proof));
  });
  return {
    isFirstUse: (id, expiresAt) => claim({ proof: sha256(id), expiresAt: new Date(expiresAt) }),
    async forgetExpired() {
      await database.queries.delete(usedProofs).where(lte(usedProofs.expiresAt, clock()));
    },
  };
}

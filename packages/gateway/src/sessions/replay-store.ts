import { lte } from 'drizzle-orm';
import { inBatches } from '../scheduling/batches.js';
import type { Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { usedProofs } from '../storage/schema.js';

/** Stores used proofs for as long as somebody could replay them. */
export interface ReplayStore {
  /** Checks whether the id is new, and stores it until `expiresAt` (epoch milliseconds). */
  isFirstUse(id: string, expiresAt: number): Promise<boolean>;
  forgetExpired(): Promise<void>;
}

/**
 * Creates a store for a single process. A restart clears the store, but earlier proofs still cannot be replayed as
 * long as their nonces were created with a key that only the stopped process had.
 */
export function createMemoryReplayStore(clock: Clock): ReplayStore {
  /** The entries are in insertion order, which is also the order in which they expire. */
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

/** Creates a store for any number of processes that share one database. */
export function createSharedReplayStore(database: Database, clock: Clock): ReplayStore {
  const hex = (proof: Uint8Array): string => Buffer.from(proof).toString('hex');
  /** Simultaneous calls share one SQL statement. If two calls have the same proof, only the first one succeeds. */
  const claim = inBatches<{ readonly proof: Uint8Array; readonly expiresAt: Date }, boolean>(async (uses) => {
    const inserted = await database.queries
      .insert(usedProofs)
      // Rows are written in the same order everywhere, because otherwise two processes could wait for each
      // other's rows forever.
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

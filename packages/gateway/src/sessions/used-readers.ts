import { randomUUID } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import { DAY, later, type Clock } from '../scheduling/clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { usedReaders } from '../storage/schema.js';

/** How long after a login the card reader still counts as one that the owner has used. */
const LIFETIME = 90 * DAY;

/**
 * Card readers with which the owner of an account has logged in. They prove nothing and do not replace a code;
 * a login with such a card reader merely has a separate count, which guesses elsewhere cannot exhaust.
 */
export interface UsedReaders {
  /** Checks whether the account's owner has used a card reader. Does the same work even if there is no account. */
  has(accountId: string | null, bridge: string): Promise<boolean>;
  note(accountId: string, bridge: string): Promise<void>;
  forgetExpired(): Promise<void>;
}

export function createUsedReaders(database: Database, keys: GatewayKeys, clock: Clock): UsedReaders {
  const lookupOf = (accountId: string, bridge: string): Uint8Array =>
    keys.lookup('used-reader', `${accountId}\0${bridge}`);
  return {
    async has(accountId, bridge) {
      const id = accountId ?? randomUUID();
      const rows = await database.queries
        .select({ accountId: usedReaders.accountId })
        .from(usedReaders)
        .where(and(eq(usedReaders.readerLookup, lookupOf(id, bridge)), gt(usedReaders.expiresAt, clock())));
      return rows.length === 1;
    },
    async note(accountId, bridge) {
      const expiresAt = later(clock(), LIFETIME);
      await database.queries
        .insert(usedReaders)
        .values({ readerLookup: lookupOf(accountId, bridge), accountId, expiresAt })
        .onConflictDoUpdate({ target: usedReaders.readerLookup, set: { expiresAt } });
    },
    async forgetExpired() {
      await database.queries.delete(usedReaders).where(lte(usedReaders.expiresAt, clock()));
    },
  };
}

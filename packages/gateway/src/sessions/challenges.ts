import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Challenge } from '@mhb-kit/core/gateway';
import { MINUTE, later, type Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { challenges } from '../storage/schema.js';

/** Long enough for a person to find the card and type, and short enough for ASVS 6.7.2. */
const LIFETIME = 3 * MINUTE;

/**
 * The caller that requests or uses a challenge. A challenge must be used with the same key, and on the same page,
 * as it was requested.
 */
export interface Caller {
  /** The thumbprint of the key in the call's proof. */
  readonly keyThumbprint: string;
  /** The page's origin, or the gateway's own origin if the call names none. */
  readonly origin: string;
}

export interface Challenges {
  issue(caller: Caller): Promise<Challenge>;
  /**
   * Checks whether the nonce was issued to this caller, is fresh, and has not been used. This call marks the nonce
   * as used.
   */
  consume(nonce: string, caller: Caller): Promise<boolean>;
  forgetExpired(): Promise<void>;
}

export function createChallenges(database: Database, clock: Clock): Challenges {
  return {
    async issue({ keyThumbprint, origin }) {
      const nonce = randomBytes(32).toString('base64url');
      const expiresAt = later(clock(), LIFETIME);
      await database.queries
        .insert(challenges)
        .values({ nonceHash: sha256(nonce), keyThumbprint, origin, expiresAt });
      return { nonce, expiresAt: expiresAt.toISOString() };
    },
    async consume(nonce, { keyThumbprint, origin }) {
      const used = await database.queries
        .delete(challenges)
        .where(
          and(
            eq(challenges.nonceHash, sha256(nonce)),
            eq(challenges.keyThumbprint, keyThumbprint),
            eq(challenges.origin, origin),
            gt(challenges.expiresAt, clock()),
          ),
        )
        .returning({ nonceHash: challenges.nonceHash });
      return used.length === 1;
    },
    async forgetExpired() {
      await database.queries.delete(challenges).where(lte(challenges.expiresAt, clock()));
    },
  };
}

import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Challenge } from '@mhb-kit/core/gateway';
import { MINUTE, later, type Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { challenges } from '../storage/schema.js';

/** Long enough to find the card and type, short enough for ASVS 6.7.2. */
const LIFETIME = 3 * MINUTE;

/** The caller who requests or uses a challenge: both must have the same key and be on the same page. */
export interface Caller {
  /** Thumbprint of the key in the call's proof. */
  readonly keyThumbprint: string;
  /** The page's origin; our own if the call names none. */
  readonly origin: string;
}

export interface Challenges {
  issue(caller: Caller): Promise<Challenge>;
  /**
   * Whether the nonce was issued to this caller, is fresh, and has not been used. After this call, it counts
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

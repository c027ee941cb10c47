import { randomBytes } from 'node:crypto';
import { and, eq, gt, lte } from 'drizzle-orm';
import type { Challenge } from '@mhb-kit/core/gateway';
import { MINUTE, later, type Clock } from '../clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { challenges } from '../storage/schema.js';

/** Long enough to find the card and type, short enough for ASVS 6.7.2. */
const LIFETIME = 3 * MINUTE;

export interface Challenges {
  issue(): Promise<Challenge>;
  /** Whether the nonce was issued, is fresh and was not used; it is used now. */
  consume(nonce: string): Promise<boolean>;
  forgetExpired(): Promise<void>;
}

export function createChallenges(database: Database, clock: Clock): Challenges {
  return {
    async issue() {
      const nonce = randomBytes(32).toString('base64url');
      const expiresAt = later(clock(), LIFETIME);
      await database.queries.insert(challenges).values({ nonceHash: sha256(nonce), expiresAt });
      return { nonce, expiresAt: expiresAt.toISOString() };
    },
    async consume(nonce) {
      const used = await database.queries
        .delete(challenges)
        .where(and(eq(challenges.nonceHash, sha256(nonce)), gt(challenges.expiresAt, clock())))
        .returning({ nonceHash: challenges.nonceHash });
      return used.length === 1;
    },
    async forgetExpired() {
      await database.queries.delete(challenges).where(lte(challenges.expiresAt, clock()));
    },
  };
}

import { lt, sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import { endOfTaipeiDay, normalizeNationalId, taipeiDate } from '@mhb-kit/core/identity';
import { SECOND, type Clock } from '../scheduling/clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { identityAttempts } from '../storage/schema.js';

/**
 * Limits how many times per day the register can be queried about one person, by all callers together, so that
 * nobody can use the register to guess numbers.
 */
export interface IdentityAttempts {
  /**
   * Counts an attempt, whether or not it succeeds or the person exists.
   * @throws {MhbError} `too-many-attempts` with `retryAfterSeconds` until the next day
   */
  count(nationalId: string): Promise<void>;
  forgetOld(): Promise<void>;
}

export function createIdentityAttempts(
  database: Database,
  keys: GatewayKeys,
  clock: Clock,
  perDay: number,
): IdentityAttempts {
  return {
    async count(nationalId) {
      const now = clock();
      const day = taipeiDate(now);
      const personLookup = keys.lookup('identity-attempt', normalizeNationalId(nationalId));
      const [row] = await database.queries
        .insert(identityAttempts)
        .values({ personLookup, day, attempts: 1 })
        .onConflictDoUpdate({
          target: [identityAttempts.personLookup, identityAttempts.day],
          set: { attempts: sql`${identityAttempts.attempts} + 1` },
        })
        .returning({ attempts: identityAttempts.attempts });
      if ((row?.attempts ?? 1) <= perDay) return;
      throw new MhbError('too-many-attempts', 'This person has reached the daily limit on attempts', {
        details: {
          retryAfterSeconds: Math.ceil((endOfTaipeiDay(day).getTime() - now.getTime()) / SECOND),
        },
      });
    },
    async forgetOld() {
      await database.queries.delete(identityAttempts).where(lt(identityAttempts.day, taipeiDate(clock())));
    },
  };
}

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq, lte } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { SessionAssurance } from '@mhb-kit/core/gateway';
import { HOUR, MINUTE, later, type Clock } from '../clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { OpenedSession, Sessions } from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';
import { connectCodes } from '../storage/schema.js';
import type { Authorization } from './authorization.js';

/** ASVS 5.0, 10.4.3 */
const LIFETIME = MINUTE;
/** A code that comes a second time is recognised for as long as its session could last. */
const REMEMBERED = HOUR;

export interface CodeRedemption {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string;
}

export interface ConnectCodes {
  issue(
    authorization: Authorization,
    person: { readonly accountId: string; readonly assurance: SessionAssurance },
  ): Promise<string>;
  /**
   * The session for a code. A code that comes twice was stolen: its session ends.
   * @throws {MhbError} `connect-failed`, whatever is wrong
   */
  redeem(redemption: CodeRedemption, keyThumbprint: string): Promise<OpenedSession>;
  forgetExpired(): Promise<void>;
}

const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

export function createConnectCodes(database: Database, sessions: Sessions, clock: Clock): ConnectCodes {
  return {
    async issue({ embedder, redirectUri, scopes, codeChallenge, keyThumbprint }, person) {
      const code = randomBytes(32).toString('base64url');
      await database.queries.insert(connectCodes).values({
        codeHash: sha256(code),
        embedder: embedder.id,
        redirectUri,
        scopes,
        codeChallenge,
        keyThumbprint,
        accountId: person.accountId,
        assurance: person.assurance,
        expiresAt: later(clock(), LIFETIME),
      });
      return code;
    },

    async redeem({ clientId, redirectUri, code, codeVerifier }, keyThumbprint) {
      const isThis = eq(connectCodes.codeHash, sha256(code));
      const opened = await database.transaction(async (queries) => {
        const [row] = await queries.select().from(connectCodes).where(isThis).for('update');
        if (row === undefined) return null;
        if (row.sessionId !== null) {
          await sessions.close(row.sessionId, queries);
          return null;
        }
        const challenge = createHash('sha256').update(codeVerifier).digest('base64url');
        const isRight =
          row.expiresAt > clock() &&
          row.embedder === clientId &&
          row.redirectUri === redirectUri &&
          equal(row.keyThumbprint, keyThumbprint) &&
          equal(row.codeChallenge, challenge);
        if (!isRight) {
          // Who has the code but not what belongs to it does not get a second try.
          await queries.delete(connectCodes).where(isThis);
          return null;
        }
        const { accountId, assurance, embedder, scopes } = row;
        const session = await sessions.open(
          { accountId, assurance, embedder, scopes, keyThumbprint },
          queries,
        );
        await queries.update(connectCodes).set({ sessionId: session.session.id }).where(isThis);
        return session;
      });
      if (opened === null) throw new MhbError('connect-failed', 'The code does not count');
      return opened;
    },

    async forgetExpired() {
      await database.queries
        .delete(connectCodes)
        .where(lte(connectCodes.expiresAt, later(clock(), -REMEMBERED)));
    },
  };
}

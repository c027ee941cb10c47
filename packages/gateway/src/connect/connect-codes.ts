import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import { eq, lte } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { ConnectGrant } from '@mhb-kit/core/gateway';
import { HOUR, MINUTE, later, type Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { ColumnValue, RowMacs } from '../secrets/row-macs.js';
import type { ActiveSession, OpenedSession, Sessions } from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';
import { connectCodes } from '../storage/schema.js';
import type { Authorization } from './authorization.js';

/** The lifetime of a code, as ASVS 5.0, 10.4.3 requires. */
const LIFETIME = MINUTE;
/** How long a used code is stored, so that its reuse is detected: the maximum duration of the session. */
const REMEMBERED = HOUR;

export interface ConnectCodes {
  issue(
    authorization: Authorization,
    person: Pick<ActiveSession, 'accountId' | 'assurance' | 'passkeyId'>,
  ): Promise<string>;
  /**
   * Exchanges a code for a session. If a code is used a second time, it was stolen, so the session is ended.
   * @throws {MhbError} `connect-failed`, regardless of the reason
   */
  redeem(grant: ConnectGrant, keyThumbprint: string): Promise<OpenedSession>;
  forgetExpired(): Promise<void>;
}

const equal = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other));

const boundColumns = (
  row: Omit<typeof connectCodes.$inferSelect, 'mac' | 'sessionId'>,
): readonly ColumnValue[] => [
  row.codeHash,
  row.embedder,
  row.redirectUri,
  row.keyThumbprint,
  row.codeChallenge,
  row.accountId,
  row.assurance,
  row.scopes.join(' '),
  row.expiresAt,
  ...(row.passkeyId === null ? [] : [row.passkeyId]),
];

export function createConnectCodes(
  database: Database,
  rowMacs: RowMacs,
  sessions: Sessions,
  clock: Clock,
): ConnectCodes {
  return {
    async issue({ embedder, redirectUri, scopes, codeChallenge, keyThumbprint }, person) {
      const code = randomBytes(32).toString('base64url');
      const row = {
        codeHash: sha256(code),
        embedder: embedder.id,
        redirectUri,
        scopes,
        codeChallenge,
        keyThumbprint,
        accountId: person.accountId,
        assurance: person.assurance,
        passkeyId: person.passkeyId,
        expiresAt: later(clock(), LIFETIME),
      };
      await database.queries
        .insert(connectCodes)
        .values({ ...row, mac: rowMacs.of('connect-code', boundColumns(row)) });
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
          rowMacs.fits('connect-code', boundColumns(row), row.mac) &&
          row.expiresAt > clock() &&
          row.embedder === clientId &&
          row.redirectUri === redirectUri &&
          equal(row.keyThumbprint, keyThumbprint) &&
          equal(row.codeChallenge, challenge);
        if (!isRight) {
          // A caller who presents the code without the matching values gets no second attempt.
          await queries.delete(connectCodes).where(isThis);
          return null;
        }
        const { accountId, assurance, embedder, scopes, passkeyId } = row;
        const session = await sessions.open(
          {
            accountId,
            assurance,
            embedder,
            scopes,
            keyThumbprint,
            ...(passkeyId === null ? {} : { passkeyId }),
          },
          queries,
        );
        await queries.update(connectCodes).set({ sessionId: session.session.id }).where(isThis);
        return session;
      });
      if (opened === null) throw new MhbError('connect-failed', 'The code is not valid');
      return opened;
    },

    async forgetExpired() {
      await database.queries
        .delete(connectCodes)
        .where(lte(connectCodes.expiresAt, later(clock(), -REMEMBERED)));
    },
  };
}

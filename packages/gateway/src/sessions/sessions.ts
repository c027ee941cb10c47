import { randomBytes, randomUUID } from 'node:crypto';
import { eq, lte, or } from 'drizzle-orm';
import type { SessionAssurance } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import { MINUTE, SECOND, later, type Clock } from '../clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import { sessions } from '../storage/schema.js';

/** How long a session lasts, in milliseconds. */
export interface SessionPolicy {
  /** Without a request from the person's browser. */
  readonly idle: number;
  readonly absolute: number;
}

export const defaultSessionPolicy: SessionPolicy = { idle: 10 * MINUTE, absolute: 30 * MINUTE };

/** Use is noted this often at most, to spare a write with every request. */
const TOUCH_INTERVAL = 30 * SECOND;

export interface ActiveSession {
  readonly id: string;
  readonly accountId: string;
  readonly assurance: SessionAssurance;
  /** When it ends if nothing more happens. */
  readonly expiresAt: Date;
}

export interface Sessions {
  /** The access token is shown once; only its hash is kept. */
  open(
    accountId: string,
    keyThumbprint: string,
    assurance: SessionAssurance,
  ): Promise<{ readonly session: ActiveSession; readonly accessToken: string }>;
  /** @throws {MhbError} `session-expired` when there is no such session for this key. */
  resume(accessToken: string, keyThumbprint: string): Promise<ActiveSession>;
  close(id: string): Promise<void>;
  /** Ends every session of an account. */
  closeAll(queries: Queries, accountId: string): Promise<void>;
  forgetExpired(): Promise<void>;
}

export function createSessions(database: Database, clock: Clock, policy: SessionPolicy): Sessions {
  const endOf = (lastUsedAt: Date, absoluteEnd: Date): Date =>
    new Date(Math.min(later(lastUsedAt, policy.idle).getTime(), absoluteEnd.getTime()));

  return {
    async open(accountId, keyThumbprint, assurance) {
      const accessToken = randomBytes(32).toString('base64url');
      const now = clock();
      const id = randomUUID();
      const expiresAt = later(now, policy.absolute);
      await database.queries.insert(sessions).values({
        id,
        accountId,
        tokenHash: sha256(accessToken),
        keyThumbprint,
        assurance,
        createdAt: now,
        lastUsedAt: now,
        expiresAt,
      });
      return { accessToken, session: { id, accountId, assurance, expiresAt: endOf(now, expiresAt) } };
    },
    async resume(accessToken, keyThumbprint) {
      const now = clock();
      const [row] = await database.queries
        .select()
        .from(sessions)
        .where(eq(sessions.tokenHash, sha256(accessToken)));
      if (
        row === undefined ||
        row.keyThumbprint !== keyThumbprint ||
        endOf(row.lastUsedAt, row.expiresAt).getTime() <= now.getTime()
      ) {
        throw new MhbError('session-expired', 'No such session, or it has ended');
      }
      if (now.getTime() - row.lastUsedAt.getTime() >= TOUCH_INTERVAL) {
        await database.queries.update(sessions).set({ lastUsedAt: now }).where(eq(sessions.id, row.id));
      }
      return {
        id: row.id,
        accountId: row.accountId,
        assurance: row.assurance,
        expiresAt: endOf(now, row.expiresAt),
      };
    },
    async close(id) {
      await database.queries.delete(sessions).where(eq(sessions.id, id));
    },
    async closeAll(queries, accountId) {
      await queries.delete(sessions).where(eq(sessions.accountId, accountId));
    },
    async forgetExpired() {
      const now = clock();
      await database.queries
        .delete(sessions)
        .where(or(lte(sessions.expiresAt, now), lte(sessions.lastUsedAt, later(now, -policy.idle))));
    },
  };
}

import { randomBytes, randomUUID } from 'node:crypto';
import { and, desc, eq, gt, inArray, isNotNull, isNull, lte, ne, or } from 'drizzle-orm';
import type { SessionAssurance, SessionScope } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import { inBatches } from '../scheduling/batches.js';
import { MINUTE, SECOND, later, type Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { ColumnValue, RowMacs } from '../secrets/row-macs.js';
import type { Database, Queries } from '../storage/database.js';
import { connectCodes, loginConfirmations, sessions } from '../storage/schema.js';

/** How long a session lasts, in milliseconds. */
export interface SessionPolicy {
  /** How long a session lasts without a request from the person's browser. */
  readonly idle: number;
  readonly absolute: number;
}

export const defaultSessionPolicy: SessionPolicy = { idle: 10 * MINUTE, absolute: 30 * MINUTE };

/** The lifetime of an access token. After that time, the token can only be renewed. */
const TOKEN_LIFETIME = 5 * MINUTE;
/**
 * How long the previous token is still accepted, because a call might be in progress, or the response with the new
 * token might have been lost.
 */
const FORMER_TOKEN_GRACE = 30 * SECOND;
/** The shortest interval at which the use of a session is recorded, to avoid a write with every request. */
const TOUCH_INTERVAL = 30 * SECOND;

/** The data of a new session: who opens it, where, and what it may do. */
export interface SessionGrant {
  readonly accountId: string;
  /** The thumbprint of the key that must sign the proof of every call. */
  readonly keyThumbprint: string;
  readonly assurance: SessionAssurance;
  /** The website in which the session was opened; `null` for the gateway's own pages. */
  readonly embedder: string | null;
  readonly scopes: readonly SessionScope[];
  /**
   * The passkey that opened the session; removing it ends the session. Absent if a card or a certificate opened
   * the session.
   */
  readonly passkeyId?: string;
  /** Present if a legal representative opens the session for the person they represent. */
  readonly representation?: {
    readonly id: string;
    /** The session in which the representative logged in; the new session ends with it. */
    readonly openedFrom: string;
    readonly until: Date;
  };
}

export interface ActiveSession {
  readonly id: string;
  readonly accountId: string;
  readonly assurance: SessionAssurance;
  readonly embedder: string | null;
  readonly scopes: readonly SessionScope[];
  /** The thumbprint of the key that signs the proof of every call. */
  readonly keyThumbprint: string;
  /** `null` if the session was opened with a card or a certificate. */
  readonly passkeyId: string | null;
  /** `null` if the session is the person's own. */
  readonly representationId: string | null;
  /** The time at which the session ends if there are no further calls. */
  readonly expiresAt: Date;
}

export interface OpenedSession {
  readonly session: ActiveSession;
  /** The access token, which is returned only once because only its hash is stored. */
  readonly accessToken: string;
}

export interface ListedSession extends ActiveSession {
  readonly openedAt: Date;
  readonly lastUsedAt: Date;
}

export interface Sessions {
  open(grant: SessionGrant, within?: Queries): Promise<OpenedSession>;
  /**
   * @throws {MhbError} `session-expired` if there is no such session for this key; `token-expired` if its
   * token has to be renewed, unless `stale` is set.
   */
  resume(accessToken: string, keyThumbprint: string, stale?: boolean): Promise<ActiveSession>;
  /** Exchanges the current token for a new one. @throws {MhbError} `session-expired` */
  renew(accessToken: string, keyThumbprint: string): Promise<OpenedSession>;
  /** Checks whether a session is still open. This check does not count as use of the session. */
  isOpen(id: string): Promise<boolean>;
  /** Lists the sessions of an account, the most recently used first. */
  list(accountId: string): Promise<readonly ListedSession[]>;
  close(id: string, within?: Queries): Promise<void>;
  /** Ends one session; returns whether the account had such a session. */
  closeOne(accountId: string, id: string): Promise<boolean>;
  /** Ends every session of an account, except the one whose id is `except`. */
  closeAll(queries: Queries, accountId: string, except?: string): Promise<void>;
  /** Ends all sessions opened for represented persons, because the operator has disabled representations. */
  closeRepresentations(): Promise<void>;
  forgetExpired(): Promise<void>;
}

type SessionRow = typeof sessions.$inferSelect;

const earlier = (one: Date, other = one): Date => (other < one ? other : one);
const newToken = (): string => randomBytes(32).toString('base64url');

/**
 * Returns the columns that define a session. The tokens of the session are not included, because they change and
 * nobody can use them without the session's key.
 */
const boundColumns = (row: Omit<SessionRow, 'mac'>): readonly ColumnValue[] => [
  row.id,
  row.accountId,
  row.keyThumbprint,
  row.assurance,
  row.embedder,
  row.scopes.join(' '),
  row.createdAt,
  row.expiresAt,
  ...(row.passkeyId === null ? [] : [row.passkeyId]),
  ...(row.representationId === null ? [] : [row.representationId, row.openedFrom]),
];

export function createSessions(
  database: Database,
  rowMacs: RowMacs,
  clock: Clock,
  policy: SessionPolicy,
): Sessions {
  const endOf = ({ lastUsedAt, expiresAt }: Pick<SessionRow, 'lastUsedAt' | 'expiresAt'>): Date =>
    new Date(Math.min(later(lastUsedAt, policy.idle).getTime(), expiresAt.getTime()));
  const active = (row: SessionRow, lastUsedAt = row.lastUsedAt): ActiveSession => ({
    id: row.id,
    accountId: row.accountId,
    assurance: row.assurance,
    embedder: row.embedder,
    scopes: row.scopes,
    keyThumbprint: row.keyThumbprint,
    passkeyId: row.passkeyId,
    representationId: row.representationId,
    expiresAt: endOf({ ...row, lastUsedAt }),
  });
  const running = (now: Date) =>
    and(gt(sessions.expiresAt, now), gt(sessions.lastUsedAt, later(now, -policy.idle)));

  const hex = (hash: Uint8Array): string => Buffer.from(hash).toString('hex');
  /**
   * Finds the session of a token. Every call needs the session, so simultaneous calls share one query. There is no
   * cache, so that no call succeeds in a session that has just ended.
   */
  const rowOf = inBatches<Uint8Array, SessionRow | undefined>(async (hashes) => {
    const rows = await database.queries
      .select()
      .from(sessions)
      .where(or(inArray(sessions.tokenHash, [...hashes]), inArray(sessions.formerTokenHash, [...hashes])));
    const found = new Map(
      rows.flatMap((row) =>
        [row.tokenHash, row.formerTokenHash].flatMap((hash) => (hash === null ? [] : [[hex(hash), row]])),
      ),
    );
    return (hash) => found.get(hex(hash));
  });

  /**
   * Finds the session of a current or recently replaced token. Only someone else could
   * still hold an older token, so the use of an older token ends the session.
   */
  async function find(
    accessToken: string,
    keyThumbprint: string,
  ): Promise<SessionRow & { isFormer: boolean }> {
    const now = clock();
    const hash = sha256(accessToken);
    const row = await rowOf(hash);
    const over = (): MhbError => new MhbError('session-expired', 'The session does not exist or has ended');
    if (row === undefined || row.keyThumbprint !== keyThumbprint || endOf(row) <= now) throw over();
    if (!rowMacs.fits('session', boundColumns(row), row.mac)) throw over();
    const isFormer = !Buffer.from(hash).equals(row.tokenHash);
    if (isFormer && now > later(row.tokenIssuedAt, FORMER_TOKEN_GRACE)) {
      await database.queries.delete(sessions).where(eq(sessions.id, row.id));
      throw over();
    }
    return { ...row, isFormer };
  }

  return {
    async open({ representation, ...grant }, within = database.queries) {
      const accessToken = newToken();
      const now = clock();
      const row = {
        id: randomUUID(),
        ...grant,
        passkeyId: grant.passkeyId ?? null,
        tokenHash: sha256(accessToken),
        createdAt: now,
        lastUsedAt: now,
        representationId: representation?.id ?? null,
        openedFrom: representation?.openedFrom ?? null,
        expiresAt: earlier(later(now, policy.absolute), representation?.until),
        tokenIssuedAt: now,
        formerTokenHash: null,
      };
      const mac = rowMacs.of('session', boundColumns(row));
      await within.insert(sessions).values({ ...row, mac });
      return { accessToken, session: active({ ...row, mac }) };
    },
    async resume(accessToken, keyThumbprint, stale = false) {
      const row = await find(accessToken, keyThumbprint);
      const now = clock();
      if (!stale && !row.isFormer && now >= later(row.tokenIssuedAt, TOKEN_LIFETIME))
        throw new MhbError('token-expired', 'The token has to be renewed', { retriable: true });
      if (now.getTime() - row.lastUsedAt.getTime() >= TOUCH_INTERVAL)
        await database.queries
          .update(sessions)
          .set({ lastUsedAt: now })
          // Using a session for a represented person also counts as use of the representative's own session.
          .where(inArray(sessions.id, row.openedFrom === null ? [row.id] : [row.id, row.openedFrom]));
      return active(row, now);
    },
    async renew(accessToken, keyThumbprint) {
      const row = await find(accessToken, keyThumbprint);
      const now = clock();
      const renewed = newToken();
      // This is a compare-and-set operation: of two simultaneous renewals, only one succeeds, and the other did
      // not come from the person.
      const done = await database.queries
        .update(sessions)
        .set({
          tokenHash: sha256(renewed),
          formerTokenHash: row.isFormer ? row.formerTokenHash : row.tokenHash,
          tokenIssuedAt: now,
          lastUsedAt: now,
        })
        .where(and(eq(sessions.id, row.id), eq(sessions.tokenHash, row.tokenHash)))
        .returning({ id: sessions.id });
      if (done.length === 0) throw new MhbError('session-expired', 'Renewed by somebody else meanwhile');
      return { accessToken: renewed, session: active(row, now) };
    },
    async isOpen(id) {
      const found = await database.queries
        .select({ id: sessions.id })
        .from(sessions)
        .where(and(eq(sessions.id, id), running(clock())));
      return found.length === 1;
    },
    async list(accountId) {
      const rows = await database.queries
        .select()
        .from(sessions)
        .where(and(eq(sessions.accountId, accountId), running(clock())))
        .orderBy(desc(sessions.lastUsedAt));
      return rows.map((row) => ({ ...active(row), openedAt: row.createdAt, lastUsedAt: row.lastUsedAt }));
    },
    async close(id, within = database.queries) {
      await within.delete(sessions).where(eq(sessions.id, id));
    },
    async closeOne(accountId, id) {
      const closed = await database.queries
        .delete(sessions)
        .where(and(eq(sessions.accountId, accountId), eq(sessions.id, id)))
        .returning({ id: sessions.id });
      return closed.length === 1;
    },
    async closeAll(queries, accountId, except) {
      // First end everything that could still become a session. If a redemption is in progress, this waits for it,
      // and the resulting session ends too.
      await queries
        .delete(connectCodes)
        .where(and(eq(connectCodes.accountId, accountId), isNull(connectCodes.sessionId)));
      await queries.delete(loginConfirmations).where(eq(loginConfirmations.accountId, accountId));
      const others = except === undefined ? undefined : ne(sessions.id, except);
      await queries.delete(sessions).where(and(eq(sessions.accountId, accountId), others));
    },
    async closeRepresentations() {
      await database.queries.delete(sessions).where(isNotNull(sessions.representationId));
    },
    async forgetExpired() {
      const now = clock();
      await database.queries
        .delete(sessions)
        .where(or(lte(sessions.expiresAt, now), lte(sessions.lastUsedAt, later(now, -policy.idle))));
    },
  };
}

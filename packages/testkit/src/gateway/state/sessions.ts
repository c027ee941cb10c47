import { MhbError } from '@mhb-kit/core/error';
import type { OpenedSession, Session, SessionAssurance, SessionScope } from '@mhb-kit/core/gateway';
import { maskName, maskNationalId } from '@mhb-kit/core/identity';
import type { Account } from './accounts.js';
import type { Embedders } from './embedders.js';
import { shown, type Representations, type StoredRepresentation } from './representations.js';
import { newSecret } from './secrets.js';
import { later, MINUTE, SECOND, type Clock } from './time.js';

const IDLE = 10 * MINUTE;
const ABSOLUTE = 30 * MINUTE;
const TOKEN_LIFETIME = 5 * MINUTE;
/** How long the former token of a session is still accepted after the token was renewed. */
const FORMER_TOKEN_GRACE = 30 * SECOND;

export interface SessionGrant {
  readonly account: Account;
  /** The thumbprint of the key that signs the proof of every call. */
  readonly key: string;
  readonly assurance: SessionAssurance;
  readonly embedder: string | null;
  readonly scopes: readonly SessionScope[];
  /**
   * Set in a representative's session for another person. `openedFrom` is the session in which the representative
   * logged in.
   */
  readonly representation?: StoredRepresentation;
  readonly openedFrom?: OpenSession;
}

export interface OpenSession extends SessionGrant {
  readonly id: string;
  readonly openedAt: Date;
  lastUsedAt: Date;
  token: string;
  tokenIssuedAt: Date;
  formerToken: string | null;
}

export class Sessions {
  readonly #clock: Clock;
  readonly #embedders: Embedders;
  readonly #representations: Representations;
  #sessions: readonly OpenSession[] = [];

  constructor(clock: Clock, embedders: Embedders, representations: Representations) {
    this.#clock = clock;
    this.#embedders = embedders;
    this.#representations = representations;
  }

  /** @param openedAt The time of the login; by default, the current time. */
  open(grant: SessionGrant, openedAt = this.#clock()): OpenSession {
    const session: OpenSession = {
      ...grant,
      id: crypto.randomUUID(),
      openedAt,
      lastUsedAt: openedAt,
      token: newSecret(),
      tokenIssuedAt: openedAt,
      formerToken: null,
    };
    this.#sessions = [...this.#sessions, session];
    return session;
  }

  /**
   * Returns the session of a token and a key.
   * @param stale Whether to accept a token that has to be renewed.
   * @throws {MhbError} `session-expired`, `token-expired`
   */
  resume(token: string, key: string, stale = false): OpenSession {
    const session = this.#find(token, key);
    const now = this.#clock();
    const isCurrent = session.token === token;
    if (!stale && isCurrent && now >= later(session.tokenIssuedAt, TOKEN_LIFETIME))
      throw new MhbError('token-expired', 'The token has to be renewed', { retriable: true });
    session.lastUsedAt = now;
    // Using a session for a represented person also counts as use of the representative's own session.
    if (session.openedFrom !== undefined) session.openedFrom.lastUsedAt = now;
    return session;
  }

  /** Replaces the token of a session. @throws {MhbError} `session-expired` */
  renew(token: string, key: string): OpenSession {
    const session = this.#find(token, key);
    session.formerToken = session.token;
    session.token = newSecret();
    session.tokenIssuedAt = this.#clock();
    session.lastUsedAt = this.#clock();
    return session;
  }

  isOpen(id: string): boolean {
    return this.#sessions.some((session) => session.id === id && this.#isRunning(session));
  }

  /** Lists the sessions of an account, the most recently used first. */
  list(account: Account): readonly OpenSession[] {
    return this.#sessions
      .filter((session) => session.account === account && this.isOpen(session.id))
      .sort((one, other) => other.lastUsedAt.getTime() - one.lastUsedAt.getTime());
  }

  close(id: string): void {
    this.#sessions = this.#sessions.filter((session) => session.id !== id);
  }

  /** Ends every session of an account, except the one whose id is `except`. */
  closeAll(account: Account, except?: string): void {
    this.#sessions = this.#sessions.filter((session) => session.account !== account || session.id === except);
  }

  view(session: OpenSession): Session {
    const { id, account, assurance, embedder, scopes, representation } = session;
    return {
      id,
      person: {
        nationalId: this.#embedders.seesNumber(embedder) ? maskNationalId(account.nationalId) : null,
        name: maskName(account.name),
      },
      ...(representation === undefined
        ? {}
        : {
            representation: {
              ...shown(representation),
              representative: maskName(representation.representative.name),
            },
          }),
      assurance,
      scopes,
      expiresAt: this.#endOf(session).toISOString(),
    };
  }

  openedView(session: OpenSession): OpenedSession {
    return { session: this.view(session), accessToken: session.token, tokenType: 'DPoP' };
  }

  /**
   * Checks whether a session has not ended yet. A session that a representative opened for another person ends
   * with the representation, and with the session in which the representative logged in.
   */
  #isRunning(session: OpenSession): boolean {
    const { representation, openedFrom } = session;
    if (this.#endOf(session) <= this.#clock()) return false;
    if (representation === undefined || openedFrom === undefined) return true;
    return this.#representations.counts(representation) && this.isOpen(openedFrom.id);
  }

  #endOf({ openedAt, lastUsedAt, representation }: OpenSession): Date {
    const ends = [later(lastUsedAt, IDLE).getTime(), later(openedAt, ABSOLUTE).getTime()];
    if (representation !== undefined) ends.push(Date.parse(`${representation.endsOn}T23:59:59.999+08:00`));
    return new Date(Math.min(...ends));
  }

  #find(token: string, key: string): OpenSession {
    const now = this.#clock();
    const session = this.#sessions.find((each) => each.token === token || each.formerToken === token);
    const over = new MhbError('session-expired', 'The session does not exist or has ended');
    if (session === undefined || session.key !== key || !this.#isRunning(session)) throw over;
    if (session.token !== token && now > later(session.tokenIssuedAt, FORMER_TOKEN_GRACE)) {
      this.close(session.id);
      throw over;
    }
    return session;
  }
}

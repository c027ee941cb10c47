import { MhbError } from '@mhb-kit/core/error';
import type { Passkey, PasskeyEnrolment, PasskeyEnrolmentState } from '@mhb-kit/core/gateway';
import type { Account } from './accounts.js';
import { newSecret } from './secrets.js';
import type { OpenSession } from './sessions.js';
import { later, MINUTE, type Clock } from './time.js';

const LIFETIME = 5 * MINUTE;
const CODE_ATTEMPTS = 3;
const KEYS_PER_ACCOUNT = 10;

interface Enrolment {
  readonly id: string;
  readonly account: Account;
  readonly session: OpenSession;
  readonly expiresAt: Date;
  /** The code that the phone shows after it has created its key. */
  code: string | null;
  attempts: number;
}

/** The passkeys of all accounts. Nothing is signed here; instead, a test states what the phone did. */
export class Passkeys {
  readonly #origin: string;
  readonly #clock: Clock;
  readonly #keys = new Map<Account, readonly Passkey[]>();
  #enrolments: readonly Enrolment[] = [];

  constructor(origin: string, clock: Clock) {
    this.#origin = origin;
    this.#clock = clock;
  }

  /** Lists the passkeys of an account in the order in which they were added. */
  list(account: Account): readonly Passkey[] {
    return this.#keys.get(account) ?? [];
  }

  add(account: Account, passkey: Partial<Passkey> = {}): Passkey {
    const added: Passkey = {
      id: crypto.randomUUID(),
      name: 'Android',
      assurance: 'card-read-enrolled',
      synced: false,
      addedAt: this.#clock().toISOString(),
      lastUsedAt: null,
      ...passkey,
    };
    this.#keys.set(account, [...this.list(account), added]);
    return added;
  }

  /** @throws {MhbError} `not-found` */
  remove(account: Account, id: string): void {
    const left = this.list(account).filter((each) => each.id !== id);
    if (left.length === this.list(account).length) throw new MhbError('not-found', 'No such passkey');
    this.#keys.set(account, left);
  }

  endAll(account: Account): void {
    this.#keys.delete(account);
    this.#enrolments = this.#enrolments.filter((each) => each.account !== account);
  }

  /** @throws {MhbError} `quota-reached` */
  requireRoom(account: Account): void {
    if (this.list(account).length >= KEYS_PER_ACCOUNT)
      throw new MhbError('quota-reached', 'No more passkeys');
  }

  /** Starts an enrollment and invalidates earlier enrollments of the account. */
  begin(session: OpenSession): PasskeyEnrolment {
    const { account } = session;
    const id = crypto.randomUUID();
    const expiresAt = later(this.#clock(), LIFETIME);
    const enrolment = { id, account, session, expiresAt, code: null, attempts: 0 };
    this.#enrolments = [...this.#enrolments.filter((each) => each.account !== account), enrolment];
    const ticket = newSecret();
    const address = `${this.#origin}/passkey#ticket=${ticket}`;
    return { id, ticket, address, expiresAt: expiresAt.toISOString() };
  }

  /** @throws {MhbError} `not-found` */
  state(session: OpenSession, id: string): PasskeyEnrolmentState {
    const found = this.#find(session, id);
    if (found === undefined) throw new MhbError('not-found', 'The enrolment no longer exists');
    return { status: found.code === null ? 'waiting' : 'created' };
  }

  /** @throws {MhbError} `code-expired`, `code-wrong` */
  confirm(session: OpenSession, id: string, code: string): void {
    const found = this.#find(session, id);
    if (found === undefined || found.code === null || found.attempts >= CODE_ATTEMPTS)
      throw new MhbError('code-expired', 'The code has expired or has no attempts left');
    found.attempts += 1;
    if (found.code !== code)
      throw new MhbError('code-wrong', 'The code differs from the one on the phone', {
        details: { attemptsLeft: CODE_ATTEMPTS - found.attempts },
      });
    this.#enrolments = this.#enrolments.filter((each) => each !== found);
    this.add(found.account, { assurance: session.assurance });
  }

  /**
   * Opens the QR code and creates a key, as a phone does; returns the code that the phone shows.
   * @throws {Error} if no enrollment is waiting
   */
  make(account: Account): string {
    const found = this.#enrolments.find((each) => each.account === account);
    if (found === undefined) throw new Error('This person has not started an enrollment');
    found.code = String(1_000 + Math.floor(Math.random() * 9_000));
    return found.code;
  }

  #find(session: OpenSession, id: string): Enrolment | undefined {
    return this.#enrolments.find(
      (each) => each.id === id && each.session.id === session.id && each.expiresAt > this.#clock(),
    );
  }
}

import { randomInt, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { PasswordPolicy } from '@mhb-kit/core/identity';
import { MINUTE, later, type Clock } from '../scheduling/clock.js';
import type { JobHandler, JobQueue } from '../jobs/jobs.js';
import type { Network } from '../limits/networks.js';
import type { Outbox } from '../messages/outbox.js';
import { temporaryPasswordMail } from '../messages/texts.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { AcceptedReading } from '../sessions/card-readings.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Database } from '../storage/database.js';
import { passwordResets } from '../storage/schema.js';
import type { Accounts, LoginRecord } from '../accounts/accounts.js';
import { checkNewPassword } from '../accounts/new-password.js';
import type { Notices } from './notices.js';
import type { Passwords } from '../accounts/passwords.js';

const LIFETIME = 30 * MINUTE;
const ATTEMPTS = 5;
const LENGTH = 10;
/** Lower-case letters and digits, except those that look alike. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Lets people who have forgotten the password (忘記密碼) choose a new one with the card and a one-time password
 * that is sent by e-mail. The one-time password permits nothing else.
 */
export interface PasswordResets {
  /**
   * Requests a one-time password by e-mail. Only `handler` checks later whether the person and the card belong to
   * an account, so that the response time does not reveal this.
   */
  request(card: AcceptedReading): Promise<void>;
  readonly handler: JobHandler<ResetJob>;
  /** @throws {MhbError} `password-not-acceptable`, `password-guessable`, `login-failed`, `too-many-attempts` */
  complete(
    card: AcceptedReading,
    oneTimePassword: string,
    newPassword: string,
    network: Network,
  ): Promise<void>;
  forgetExpired(): Promise<void>;
}

/** The person and the card of a reset request, as keyed hashes in hexadecimal. */
export interface ResetJob {
  readonly person: string;
  readonly card: string;
}

export interface PasswordResetsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly queue: JobQueue<ResetJob>;
  readonly clock: Clock;
}

export function createPasswordResets(parts: PasswordResetsParts): PasswordResets {
  const { database, keys, accounts, passwords, policy, sessions, throttle, notices, outbox, queue, clock } =
    parts;

  async function accountOf(card: AcceptedReading): Promise<LoginRecord | null> {
    const account = await accounts.findForLogin(card.nationalId);
    const matches =
      account?.status === 'active' &&
      timingSafeEqual(account.cardNumberLookup, accounts.cardLookup(card.cardNumber));
    return matches ? account : null;
  }

  /** Sets the new password if the one-time password is right and still valid; returns `null` otherwise. */
  async function choose(
    account: LoginRecord | null,
    oneTimePassword: string,
    newPassword: string,
  ): Promise<true | null> {
    const [reset] =
      account === null
        ? []
        : await database.queries
            .update(passwordResets)
            .set({ attempts: sql`${passwordResets.attempts} + 1` })
            .where(
              and(
                eq(passwordResets.accountId, account.id),
                gt(passwordResets.expiresAt, clock()),
                lt(passwordResets.attempts, ATTEMPTS),
              ),
            )
            .returning();
    const isOurs =
      reset !== undefined &&
      keys.rowMacs.fits('password-reset', [reset.accountId, reset.secretHash, reset.expiresAt], reset.mac);
    const matches = await passwords.matches(isOurs ? reset.secretHash : null, oneTimePassword);
    if (account === null || !matches) return null;
    const passwordHash = await passwords.hash(newPassword);
    const contact = await accounts.contact(account.id);
    return database.transaction(async (queries) => {
      const used = await queries
        .delete(passwordResets)
        .where(eq(passwordResets.accountId, account.id))
        .returning({ accountId: passwordResets.accountId });
      if (used.length === 0) return null;
      await accounts.setPassword(queries, account.id, passwordHash);
      await sessions.closeAll(queries, account.id);
      await notices.tell(queries, account.id, contact, 'password');
      return true;
    });
  }

  return {
    async request({ nationalId, cardNumber }) {
      const hex = (lookup: Uint8Array): string => Buffer.from(lookup).toString('hex');
      const job = {
        person: hex(accounts.personLookup(nationalId)),
        card: hex(accounts.cardLookup(cardNumber)),
      };
      await database.transaction((queries) => queue.send(queries, job));
    },

    async handler({ person, card }) {
      const accountId = await accounts.findByCard(Buffer.from(person, 'hex'), Buffer.from(card, 'hex'));
      const contact = accountId === null ? null : await accounts.contact(accountId);
      if (accountId === null || contact === null) return;
      const secret = Array.from({ length: LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
      const secretHash = await passwords.hash(secret);
      const expiresAt = later(clock(), LIFETIME);
      const mac = keys.rowMacs.of('password-reset', [accountId, secretHash, expiresAt]);
      await database.transaction(async (queries) => {
        const mail = temporaryPasswordMail(contact.email, secret);
        // If no e-mail can be sent, the previous one-time password stays valid.
        if (!(await outbox.put(queries, mail, LIFETIME, { purpose: 'reset', accountId }))) return;
        await queries
          .insert(passwordResets)
          .values({ accountId, secretHash, expiresAt, mac })
          .onConflictDoUpdate({
            target: passwordResets.accountId,
            set: { secretHash, expiresAt, mac, attempts: 0 },
          });
      });
    },

    async complete(card, oneTimePassword, newPassword, network) {
      await checkNewPassword(policy, newPassword, [card.nationalId, card.cardNumber]);
      const account = await accountOf(card);
      const { nationalId, cardNumber } = card;
      const origin = { kind: 'mailed', network } as const;
      await throttle.guess({ nationalId, cardNumber, origin }, () =>
        choose(account, oneTimePassword, newPassword),
      );
    },

    async forgetExpired() {
      await database.queries.delete(passwordResets).where(lte(passwordResets.expiresAt, clock()));
    },
  };
}

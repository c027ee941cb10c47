import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { AccountDetails, ContactChange, PasswordChange } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import {
  maskEmail,
  maskName,
  maskNationalId,
  maskTelephone,
  type PasswordPolicy,
} from '@mhb-kit/core/identity';
import { later, type Clock } from '../scheduling/clock.js';
import type { Network } from '../limits/networks.js';
import { messageWithheld, type Outbox } from '../messages/outbox.js';
import { newMobileSms } from '../messages/texts.js';
import { openText, sealText } from '../secrets/cipher.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Database, Queries } from '../storage/database.js';
import { emailChanges, mobileChanges, type EmailField } from '../storage/schema.js';
import type { AccountChanges } from './account-changes.js';
import type { Accounts, Contact } from '../accounts/accounts.js';
import { checkNewPassword } from '../accounts/new-password.js';
import { emailContext, type EmailAnnouncements } from './email-announcements.js';
import type { Notices } from './notices.js';
import type { Passwords } from '../accounts/passwords.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, codeExpired, issueCode } from '../accounts/sms-codes.js';

/** The logged-in person, and the network from which the call comes. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly network: Network;
}

/**
 * Lets people change their account data (帳號資料異動) and password (健保卡註冊密碼變更). Every change requires the current
 * password.
 */
export interface OwnAccount {
  details(accountId: string): Promise<AccountDetails>;
  /**
   * Checks the password again, because someone else might be using a page that the person left open.
   * @throws {MhbError} `login-failed`, `too-many-attempts`
   */
  confirm(who: SignedIn, currentPassword: string): Promise<void>;
  /**
   * Changes contact data. New e-mail addresses and a new mobile number become valid once they are confirmed; other
   * changes take effect immediately.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `invalid-request`, `quota-reached`
   */
  changeContact(who: SignedIn, change: ContactChange): Promise<AccountDetails>;
  /**
   * Confirms a new mobile number with the code that was sent to it.
   * @throws {MhbError} `code-wrong`, `code-expired`
   */
  confirmMobile(accountId: string, code: string): Promise<AccountDetails>;
  /**
   * Changes the password, and ends every session except the current one.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `password-not-acceptable`, `password-guessable`
   */
  changePassword(who: SignedIn, change: PasswordChange): Promise<void>;
  /**
   * Releases the account's certificate, and ends every session except the current one. A later certificate can be
   * bound in the same way as the first.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `not-found`
   */
  releaseCertificate(who: SignedIn, currentPassword: string): Promise<void>;
  /**
   * Suspends the account, and ends every session. Nobody can log in until the account is resumed.
   * @throws {MhbError} `login-failed`, `too-many-attempts`
   */
  suspend(who: SignedIn, currentPassword: string): Promise<void>;
  /**
   * Confirms an e-mail address with the ticket from the message, and returns the account's id.
   * @throws {MhbError} `ticket-invalid`
   */
  confirmEmail(ticket: string): Promise<string>;
  forgetExpired(): Promise<void>;
}

export interface OwnAccountParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly sessions: Sessions;
  readonly throttle: LoginThrottle;
  readonly accountChanges: AccountChanges;
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly emailAnnouncements: EmailAnnouncements;
  readonly clock: Clock;
}

export function createOwnAccount(parts: OwnAccountParts): OwnAccount {
  const { database, keys, accounts, passwords, policy, sessions, throttle } = parts;
  const { accountChanges, emailAnnouncements, notices, outbox, clock } = parts;
  const mobileContext = (accountId: string): string => `account:${accountId}:new-mobile`;

  /** Checks the password again, so that a page left open is not enough to take over an account. */
  async function confirm({ accountId, network }: SignedIn, password: string): Promise<void> {
    const { nationalId } = await accounts.person(accountId);
    await throttle.guess({ nationalId, cardNumber: null, origin: { kind: 'session', network } }, async () =>
      (await passwords.matches(await accounts.passwordHash(accountId), password)) ? true : null,
    );
  }

  async function contactOf(accountId: string, within?: Queries): Promise<Contact> {
    const contact = await accounts.contact(accountId, within);
    if (contact === null) throw new MhbError('not-found', 'The account was created without contact data');
    return contact;
  }

  interface NewMobile {
    readonly mobile: string;
    readonly code: string;
    readonly codeHash: string;
  }

  /** Issues a code for a new mobile number; returns `null` if the number has not changed. */
  async function newMobileOf(accountId: string, mobile: string | undefined): Promise<NewMobile | null> {
    if (mobile === undefined || mobile === (await contactOf(accountId)).mobile) return null;
    await throttle.countCode(accountId);
    return { mobile, ...(await issueCode(passwords)) };
  }

  async function announceMobile(
    queries: Queries,
    accountId: string,
    { mobile, code, codeHash }: NewMobile,
  ): Promise<boolean> {
    const sms = newMobileSms(mobile, code);
    if (!(await outbox.put(queries, sms, CODE_LIFETIME, { purpose: 'unproved', accountId }))) return false;
    const change = {
      mobileSealed: sealText(keys.columns, mobile, mobileContext(accountId)),
      codeHash,
      attempts: 0,
      expiresAt: later(clock(), CODE_LIFETIME),
    };
    await queries
      .insert(mobileChanges)
      .values({ accountId, ...change })
      .onConflictDoUpdate({ target: mobileChanges.accountId, set: change });
    return true;
  }

  async function details(accountId: string): Promise<AccountDetails> {
    const { nationalId, name } = await accounts.person(accountId);
    const contact = await accounts.contact(accountId);
    const pending = await database.queries
      .select()
      .from(emailChanges)
      .where(and(eq(emailChanges.accountId, accountId), gt(emailChanges.expiresAt, clock())));
    const pendingOf = (wanted: EmailField): string | null => {
      const row = pending.find(({ field }) => field === wanted);
      return row === undefined
        ? null
        : maskEmail(openText(keys.columns, row.addressSealed, emailContext(accountId, wanted)));
    };
    const [newMobile] = await database.queries
      .select({ sealed: mobileChanges.mobileSealed })
      .from(mobileChanges)
      .where(and(eq(mobileChanges.accountId, accountId), gt(mobileChanges.expiresAt, clock())));
    const masked = (value: string | null | undefined, mask: (value: string) => string): string | null =>
      value === null || value === undefined ? null : mask(value);
    return {
      person: { nationalId: maskNationalId(nationalId), name: maskName(name) },
      telephone: masked(contact?.telephone, maskTelephone),
      mobile: masked(contact?.mobile, maskTelephone),
      email: masked(contact?.email, maskEmail),
      alternateEmail: masked(contact?.alternateEmail, maskEmail),
      pendingMobile:
        newMobile === undefined
          ? null
          : maskTelephone(openText(keys.columns, newMobile.sealed, mobileContext(accountId))),
      pendingEmail: pendingOf('email'),
      pendingAlternateEmail: pendingOf('alternateEmail'),
      certificate: await accounts.hasCertificate(accountId),
    };
  }

  return {
    details,
    confirm,

    async changeContact(who, { currentPassword, ...change }) {
      const { accountId } = who;
      await confirm(who, currentPassword);
      const { email, alternateEmail } = change;
      const newMobile = await newMobileOf(accountId, change.mobile);
      const isSent = await database.transaction(async (queries) => {
        const contact = await contactOf(accountId, queries);
        // Messages that can be refused are sent first, before anything else has changed.
        if (newMobile !== null && !(await announceMobile(queries, accountId, newMobile))) return false;
        const isNewEmail = email !== undefined && email !== contact.email;
        if (isNewEmail && !(await emailAnnouncements.announce(queries, accountId, 'email', email)))
          return false;
        const isNewAlternate =
          typeof alternateEmail === 'string' && alternateEmail !== contact.alternateEmail;
        if (
          isNewAlternate &&
          !(await emailAnnouncements.announce(queries, accountId, 'alternateEmail', alternateEmail))
        )
          return false;
        const { telephone = contact.telephone } = change;
        const changed: Contact = {
          ...contact,
          telephone,
          alternateEmail: alternateEmail === null ? null : contact.alternateEmail,
        };
        await accounts.setContact(queries, accountId, changed);
        if (telephone !== contact.telephone) await notices.tell(queries, accountId, contact, 'contact');
        if (isNewEmail) await notices.tell(queries, accountId, contact, 'email-asked');
        return true;
      });
      if (!isSent) throw messageWithheld();
      return details(accountId);
    },

    async confirmMobile(accountId, code) {
      const [counted] = await database.queries
        .update(mobileChanges)
        .set({ attempts: sql`${mobileChanges.attempts} + 1` })
        .where(
          and(
            eq(mobileChanges.accountId, accountId),
            gt(mobileChanges.expiresAt, clock()),
            lt(mobileChanges.attempts, CODE_ATTEMPTS),
          ),
        )
        .returning();
      const { mobileSealed, codeHash } = await checkCode(passwords, counted, code);
      const mobile = openText(keys.columns, mobileSealed, mobileContext(accountId));
      await database.transaction(async (queries) => {
        // This succeeds only once, and only if no other number was entered and the password was not changed in the
        // meantime.
        const used = await queries
          .delete(mobileChanges)
          .where(and(eq(mobileChanges.accountId, accountId), eq(mobileChanges.codeHash, codeHash)))
          .returning({ accountId: mobileChanges.accountId });
        if (used.length === 0) throw codeExpired();
        const contact = await contactOf(accountId, queries);
        await accounts.setContact(queries, accountId, { ...contact, mobile });
        // All passkeys are ended, because the person might have lost the phone on which one of them is stored.
        await accounts.endPasskeys(queries, accountId);
        await notices.tell(queries, accountId, contact, 'mobile');
      });
      await throttle.forgiveCodes(accountId);
      return details(accountId);
    },

    async changePassword(who, { currentPassword, newPassword }) {
      const { accountId, sessionId } = who;
      const { nationalId, name } = await accounts.person(accountId);
      const contact = await accounts.contact(accountId);
      await checkNewPassword(policy, newPassword, [nationalId, name, ...Object.values(contact ?? {})]);
      await confirm(who, currentPassword);
      const passwordHash = await passwords.hash(newPassword);
      await database.transaction(async (queries) => {
        await accounts.setPassword(queries, accountId, passwordHash);
        await sessions.closeAll(queries, accountId, sessionId);
        await notices.tell(queries, accountId, contact, 'password');
      });
    },

    async releaseCertificate(who, currentPassword) {
      await confirm(who, currentPassword);
      const { accountId, sessionId } = who;
      const released = await database.transaction((queries) =>
        accountChanges.releaseCertificate(queries, accountId, { sessionId, staff: null }),
      );
      if (!released) throw new MhbError('not-found', 'The account has no certificate');
    },

    async suspend(who, currentPassword) {
      await confirm(who, currentPassword);
      const { accountId, sessionId } = who;
      await database.transaction((queries) =>
        accountChanges.suspend(queries, accountId, { sessionId, staff: null }),
      );
    },

    async confirmEmail(ticket) {
      return database.transaction(async (queries) => {
        const [row] = await queries
          .delete(emailChanges)
          .where(and(eq(emailChanges.ticketHash, sha256(ticket)), gt(emailChanges.expiresAt, clock())))
          .returning();
        if (row === undefined) throw new MhbError('ticket-invalid', 'The ticket is unknown, used or expired');
        const { accountId, field } = row;
        const contact = await contactOf(accountId, queries);
        const address = openText(keys.columns, row.addressSealed, emailContext(accountId, field));
        await accounts.setContact(queries, accountId, { ...contact, [field]: address });
        if (field === 'email') await notices.tell(queries, accountId, contact, 'email');
        return accountId;
      });
    },

    async forgetExpired() {
      await database.queries.delete(emailChanges).where(lte(emailChanges.expiresAt, clock()));
      await database.queries.delete(mobileChanges).where(lte(mobileChanges.expiresAt, clock()));
    },
  };
}

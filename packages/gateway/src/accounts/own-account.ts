import { randomBytes } from 'node:crypto';
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
import { HOUR, later, type Clock } from '../clock.js';
import type { Message } from '../messages/message.js';
import type { Outbox } from '../messages/outbox.js';
import {
  changeNoticeMail,
  emailConfirmationMail,
  mobileChangedSms,
  newMobileSms,
  passwordChangedMail,
  type ContactChangeNotice,
} from '../messages/texts.js';
import { openText, sealText } from '../secrets/cipher.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Sessions } from '../sessions/sessions.js';
import type { Database, Queries } from '../storage/database.js';
import { emailChanges, mobileChanges, type EmailField } from '../storage/schema.js';
import type { Accounts, Contact } from './accounts.js';
import { checkNewPassword } from './new-password.js';
import type { Passwords } from './passwords.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, codeExpired, issueCode } from './sms-codes.js';

const CONFIRMATION_LIFETIME = 24 * HOUR;
const NOTICE_LIFETIME = 24 * HOUR;

/** Who is signed in, and from where. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
  readonly network: string;
}

/** 帳號資料異動 and 健保卡註冊密碼變更: every change takes the password once more. */
export interface OwnAccount {
  details(accountId: string): Promise<AccountDetails>;
  /**
   * New addresses and a new mobile number count once they are confirmed, the rest at once.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `invalid-request`
   */
  changeContact(who: SignedIn, change: ContactChange): Promise<AccountDetails>;
  /** The code that went to the new number came back. @throws {MhbError} `code-wrong`, `code-expired` */
  confirmMobile(accountId: string, code: string): Promise<AccountDetails>;
  /**
   * Every other session ends.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `password-not-acceptable`, `password-guessable`
   */
  changePassword(who: SignedIn, change: PasswordChange): Promise<void>;
  /** The link in the mail was opened; answers with the account. @throws {MhbError} `ticket-invalid` */
  confirmEmail(ticket: string): Promise<string>;
  /** Tells the person by mail what has changed. */
  tell(accountId: string, notice: ContactChangeNotice): Promise<void>;
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
  readonly outbox: Outbox;
  /** Page that the mail to a new address leads to; the ticket is its fragment. */
  readonly emailConfirmationUrl: () => string;
  readonly clock: Clock;
}

export function createOwnAccount(parts: OwnAccountParts): OwnAccount {
  const { database, keys, accounts, passwords, policy, sessions, throttle, outbox, clock } = parts;
  const context = (accountId: string, field: EmailField | 'mobile'): string =>
    `account:${accountId}:new-${field}`;

  /** The password once more: a page left open is not enough to take an account over. */
  async function confirm({ accountId, network }: SignedIn, password: string): Promise<void> {
    const { nationalId } = await accounts.person(accountId);
    const attempt = await throttle.attempt({ nationalId, cardNumber: `account:${accountId}`, network });
    if (!(await passwords.matches(await accounts.passwordHash(accountId), password))) throw attempt.failed();
    await attempt.succeeded();
  }

  async function contactOf(accountId: string, within?: Queries): Promise<Contact> {
    const contact = await accounts.contact(accountId, within);
    if (contact === null) throw new MhbError('not-found', 'The account was made without contact data');
    return contact;
  }

  async function announceEmail(
    queries: Queries,
    accountId: string,
    field: EmailField,
    address: string,
  ): Promise<void> {
    const ticket = randomBytes(32).toString('base64url');
    const change = {
      ticketHash: sha256(ticket),
      addressSealed: sealText(keys.columns, address, context(accountId, field)),
      expiresAt: later(clock(), CONFIRMATION_LIFETIME),
    };
    await queries
      .insert(emailChanges)
      .values({ accountId, field, ...change })
      .onConflictDoUpdate({ target: [emailChanges.accountId, emailChanges.field], set: change });
    const link = `${parts.emailConfirmationUrl()}#ticket=${ticket}`;
    await outbox.put(queries, emailConfirmationMail(address, link), CONFIRMATION_LIFETIME);
  }

  interface NewMobile {
    readonly mobile: string;
    readonly code: string;
    readonly codeHash: string;
  }

  /** A number that is not the one on record, with the code that is to go there. */
  async function newMobileOf(accountId: string, mobile: string | undefined): Promise<NewMobile | null> {
    if (mobile === undefined || mobile === (await contactOf(accountId)).mobile) return null;
    await throttle.countCode(accountId);
    return { mobile, ...(await issueCode(passwords)) };
  }

  async function announceMobile(
    queries: Queries,
    accountId: string,
    { mobile, code, codeHash }: NewMobile,
  ): Promise<void> {
    const change = {
      mobileSealed: sealText(keys.columns, mobile, context(accountId, 'mobile')),
      codeHash,
      attempts: 0,
      expiresAt: later(clock(), CODE_LIFETIME),
    };
    await queries
      .insert(mobileChanges)
      .values({ accountId, ...change })
      .onConflictDoUpdate({ target: mobileChanges.accountId, set: change });
    await outbox.put(queries, newMobileSms(mobile, code), CODE_LIFETIME);
  }

  const notify = (queries: Queries, message: Message): Promise<void> =>
    outbox.put(queries, message, NOTICE_LIFETIME);

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
        : maskEmail(openText(keys.columns, row.addressSealed, context(accountId, wanted)));
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
          : maskTelephone(openText(keys.columns, newMobile.sealed, context(accountId, 'mobile'))),
      pendingEmail: pendingOf('email'),
      pendingAlternateEmail: pendingOf('alternateEmail'),
      certificate: await accounts.hasCertificate(accountId),
    };
  }

  return {
    details,

    async changeContact(who, { currentPassword, ...change }) {
      const { accountId } = who;
      await confirm(who, currentPassword);
      const { email, alternateEmail } = change;
      const newMobile = await newMobileOf(accountId, change.mobile);
      await database.transaction(async (queries) => {
        const contact = await contactOf(accountId, queries);
        const { telephone = contact.telephone } = change;
        const changed: Contact = {
          ...contact,
          telephone,
          alternateEmail: alternateEmail === null ? null : contact.alternateEmail,
        };
        await accounts.setContact(queries, accountId, changed);
        if (telephone !== contact.telephone)
          await notify(queries, changeNoticeMail(contact.email, 'contact'));
        if (email !== undefined && email !== contact.email) {
          await announceEmail(queries, accountId, 'email', email);
          await notify(queries, changeNoticeMail(contact.email, 'email-asked'));
        }
        if (typeof alternateEmail === 'string' && alternateEmail !== contact.alternateEmail)
          await announceEmail(queries, accountId, 'alternateEmail', alternateEmail);
        if (newMobile !== null) await announceMobile(queries, accountId, newMobile);
      });
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
      const mobile = openText(keys.columns, mobileSealed, context(accountId, 'mobile'));
      await database.transaction(async (queries) => {
        // Once, and not after another number was asked for or the password changed in between.
        const used = await queries
          .delete(mobileChanges)
          .where(and(eq(mobileChanges.accountId, accountId), eq(mobileChanges.codeHash, codeHash)))
          .returning({ accountId: mobileChanges.accountId });
        if (used.length === 0) throw codeExpired();
        const contact = await contactOf(accountId, queries);
        await accounts.setContact(queries, accountId, { ...contact, mobile });
        await notify(queries, mobileChangedSms(contact.mobile));
        await notify(queries, changeNoticeMail(contact.email, 'contact'));
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
        if (contact !== null) await notify(queries, passwordChangedMail(contact.email));
      });
    },

    async confirmEmail(ticket) {
      return database.transaction(async (queries) => {
        const [row] = await queries
          .delete(emailChanges)
          .where(and(eq(emailChanges.ticketHash, sha256(ticket)), gt(emailChanges.expiresAt, clock())))
          .returning();
        if (row === undefined) throw new MhbError('ticket-invalid', 'The ticket is unknown, used or too old');
        const { accountId, field } = row;
        const contact = await contactOf(accountId, queries);
        const address = openText(keys.columns, row.addressSealed, context(accountId, field));
        await accounts.setContact(queries, accountId, { ...contact, [field]: address });
        if (field === 'email') await notify(queries, changeNoticeMail(contact.email, 'email'));
        return accountId;
      });
    },

    async tell(accountId, notice) {
      const contact = await accounts.contact(accountId);
      if (contact !== null) await notify(database.queries, changeNoticeMail(contact.email, notice));
    },

    async forgetExpired() {
      await database.queries.delete(emailChanges).where(lte(emailChanges.expiresAt, clock()));
      await database.queries.delete(mobileChanges).where(lte(mobileChanges.expiresAt, clock()));
    },
  };
}

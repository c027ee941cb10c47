import { randomUUID, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, isNotNull, isNull, lt, lte, sql } from 'drizzle-orm';
import {
  isLocalDate,
  isNationalId,
  maskName,
  maskNationalId,
  taipeiDate,
  type LocalDate,
  type PasswordPolicy,
} from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { OpenedApplication } from '@mhb-kit/core/gateway';
import type { Audit } from '../audit/audit.js';
import { DAY, HOUR, MINUTE, later, type Clock } from '../scheduling/clock.js';
import type { JobHandler, JobQueue } from '../jobs/jobs.js';
import { confirmationCodeSms, confirmationMail, notProvedMail } from '../messages/texts.js';
import type { Concern } from '../messages/message-limits.js';
import { messageWithheld, type Outbox } from '../messages/outbox.js';
import type { IdentityChecks } from '../register/identity-checks.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import { groupTicket, newTypedTicket, readTicket } from '../secrets/typed-ticket.js';
import type { AcceptedReading } from '../sessions/card-readings.js';
import type { Database, Queries } from '../storage/database.js';
import { applications } from '../storage/schema.js';
import { applicationMac, isBoundApplication } from '../accounts/bound-rows.js';
import type { Accounts, Contact } from '../accounts/accounts.js';
import { checkNewPassword } from '../accounts/new-password.js';
import type { EmailAnnouncements } from './email-announcements.js';
import type { Notices } from './notices.js';
import type { Passwords } from '../accounts/passwords.js';
import { sameName } from '../accounts/same-name.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, issueCode } from '../accounts/sms-codes.js';

/** An application that is not confirmed within five days becomes invalid (健保卡網路服務註冊). */
const APPLICATION_LIFETIME = 5 * DAY;
/** The codes sent for one ticket together allow 25 guesses among a million possible codes. */
const CODES_PER_TICKET = 5;
/** If the link is opened again within this time, no second message is sent. */
const CODE_PAUSE = MINUTE;
/** The gateway has not yet verified to whom this mailbox and mobile number belong. */
const UNPROVED: Concern = { purpose: 'unproved', accountId: null };

export interface Application extends Contact {
  readonly name: string;
  readonly birthDate: LocalDate;
  readonly password: string;
  /**
   * The website that sent the person here. The page that the link in the e-mail opens leads back to that website.
   */
  readonly sender: string | null;
}

/** A Citizen Digital Certificate that has been checked against the applicant's ID number. */
export interface ApplicantCertificate {
  /** The identifier that binds the certificate to one account. */
  readonly binding: string;
  readonly name: string;
}

/**
 * Opens accounts for people who prove their identity with the operator's register or with a certificate. Reading
 * a card proves nothing. The register is queried after the caller has received a response, so that the
 * response and its timing are the same for everyone. The result is sent to the e-mail address in the
 * application. If the identity was proved, the e-mail contains a ticket. Otherwise the e-mail is always the
 * same, whether the person is unknown, their details do not match the records, or they are already registered.
 */
export interface Registrations {
  /**
   * Accepts an application.
   * @throws {MhbError} `invalid-request`, `password-not-acceptable`, `password-guessable`, `card-mismatch`,
   *   `too-many-attempts`
   */
  apply(
    application: Application,
    card: AcceptedReading,
    certificate: ApplicantCertificate | null,
  ): Promise<void>;
  /** Queries the register about an accepted application. */
  readonly handler: JobHandler<ApplicationJob>;
  /**
   * Mails a new ticket (重寄確認信) if this person and card have a verified application. The old ticket becomes
   * invalid.
   */
  remind(card: AcceptedReading): Promise<void>;
  /**
   * Opens the application for a ticket, which was typed or taken from the link in the e-mail, and sends a code to
   * the mobile number.
   * @throws {MhbError} `ticket-invalid`, `quota-reached`
   */
  open(ticket: string): Promise<OpenedApplication>;
  /** @throws {MhbError} `ticket-invalid`, `code-expired`, `code-wrong`, `card-mismatch` */
  confirm(ticket: string, code: string, card: AcceptedReading): Promise<void>;
  forgetExpired(): Promise<void>;
}

export interface ApplicationJob {
  readonly applicationId: string;
}

export interface RegistrationsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly identityChecks: IdentityChecks;
  readonly emailAnnouncements: EmailAnnouncements;
  readonly notices: Notices;
  readonly audit: Audit;
  readonly outbox: Outbox;
  readonly queue: JobQueue<ApplicationJob>;
  /**
   * The URL of the confirmation page. The ticket is appended as the fragment, which browsers do not send to
   * servers.
   */
  readonly confirmationUrl: () => string;
  readonly clock: Clock;
}

interface Details extends Contact {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly birthDate: LocalDate;
  readonly name: string;
  /** Absent from applications that an earlier version stored. */
  readonly sender?: string | null;
}

type ApplicationRow = typeof applications.$inferSelect;

export function createRegistrations(parts: RegistrationsParts): Registrations {
  const {
    database,
    keys,
    accounts,
    passwords,
    policy,
    identityChecks,
    emailAnnouncements,
    notices,
    audit,
    outbox,
    queue,
    clock,
  } = parts;
  const context = (id: string): string => `application:${id}:details`;
  const detailsOf = (row: ApplicationRow): Details =>
    JSON.parse(openText(keys.columns, row.detailsSealed, context(row.id))) as Details;
  const invalidTicket = (): MhbError =>
    new MhbError('ticket-invalid', 'The ticket is unknown, used or expired');

  const hashOf = (ticket: string): Uint8Array => keys.lookup('registration-ticket', readTicket(ticket));
  function newTicket(): { readonly ticketHash: Uint8Array; readonly ticket: string } {
    const ticket = newTypedTicket();
    return { ticketHash: hashOf(ticket), ticket };
  }
  function mailTicket({ email, sender = null }: Details, ticket: string) {
    const link = new URL(parts.confirmationUrl());
    if (sender !== null) link.searchParams.set('client_id', sender);
    link.hash = `ticket=${ticket}`;
    return confirmationMail(email, link.href, groupTicket(ticket));
  }

  const ofPerson = (nationalId: string) =>
    eq(applications.nationalIdLookup, accounts.personLookup(nationalId));

  async function findByTicket(queries: Queries, ticket: string): Promise<ApplicationRow> {
    const [row] = await queries
      .select()
      .from(applications)
      .where(and(eq(applications.ticketHash, hashOf(ticket)), gt(applications.expiresAt, clock())));
    if (row === undefined || !isBoundApplication(keys.rowMacs, row)) throw invalidTicket();
    return row;
  }

  return {
    async apply({ name, birthDate, password, sender, ...contact }, card, certificate) {
      const { nationalId, cardNumber } = card;
      const isPast = isLocalDate(birthDate) && birthDate <= taipeiDate(clock());
      if (!isNationalId(nationalId) || !isPast)
        throw new MhbError('invalid-request', 'The national ID or the date of birth is not valid');
      const own = [nationalId, cardNumber, name, birthDate, ...Object.values(contact)];
      await checkNewPassword(policy, password, own);
      if ([card.name, certificate?.name ?? null].some((proved) => proved !== null && !sameName(proved, name)))
        throw new MhbError('card-mismatch', 'The name is not the one on the card');
      await identityChecks.count(nationalId);
      const passwordHash = await passwords.hash(password);
      const id = randomUUID();
      const now = clock();
      const details: Details = { ...contact, name, birthDate, nationalId, cardNumber, sender };
      await database.transaction(async (queries) => {
        await queries.insert(applications).values({
          id,
          nationalIdLookup: accounts.personLookup(nationalId),
          cardNumberLookup: accounts.cardLookup(cardNumber),
          detailsSealed: sealText(keys.columns, JSON.stringify(details), context(id)),
          passwordHash,
          certificateLookup: certificate === null ? null : accounts.certificateLookup(certificate.binding),
          createdAt: now,
          expiresAt: later(now, APPLICATION_LIFETIME),
        });
        await queue.send(queries, { applicationId: id });
      });
    },

    async handler({ applicationId }) {
      const waiting = and(
        eq(applications.id, applicationId),
        isNull(applications.proof),
        gt(applications.expiresAt, clock()),
      );
      const [row] = await database.queries.select().from(applications).where(waiting);
      if (row === undefined) return;
      const details = detailsOf(row);
      const { nationalId, email } = details;
      const account = await accounts.findForLogin(nationalId);
      const contact = account === null ? null : await accounts.contact(account.id);
      const byCertificate = row.certificateLookup !== null;
      const isProved = byCertificate || (await identityChecks.verify(details)) === 'match';
      const onRecord = isProved ? await identityChecks.contactOnRecord(nationalId) : null;
      await database.transaction(async (queries) => {
        if (account === null && isProved) {
          const { ticketHash, ticket } = newTicket();
          const proved = {
            proof: byCertificate ? ('certificate' as const) : ('register' as const),
            ticketHash,
          };
          const written = await queries
            .update(applications)
            .set({ ...proved, mac: applicationMac(keys.rowMacs, { ...row, ...proved }) })
            .where(waiting)
            .returning({ id: applications.id });
          if (written.length === 0) return;
          await outbox.put(queries, mailTicket(details, ticket), APPLICATION_LIFETIME, UNPROVED);
          await notices.tellOfApplication(queries, onRecord);
          return;
        }
        const refused = await queries.delete(applications).where(waiting).returning({ id: applications.id });
        if (refused.length === 0) return;
        if (account !== null) await notices.tell(queries, account.id, contact, 'application');
        // The owner of the account has already received a more detailed message.
        const isOwners = email === contact?.email || email === contact?.alternateEmail;
        if (!isOwners) await outbox.put(queries, notProvedMail(email), 24 * HOUR, UNPROVED);
      });
    },

    async remind(card) {
      await database.transaction(async (queries) => {
        const rows = await queries
          .select()
          .from(applications)
          .where(
            and(
              ofPerson(card.nationalId),
              eq(applications.cardNumberLookup, accounts.cardLookup(card.cardNumber)),
              isNotNull(applications.ticketHash),
              gt(applications.expiresAt, clock()),
            ),
          );
        for (const row of rows) {
          const { ticketHash, ticket } = newTicket();
          if (!isBoundApplication(keys.rowMacs, row)) continue;
          const mac = applicationMac(keys.rowMacs, { ...row, ticketHash });
          const lifetime = row.expiresAt.getTime() - clock().getTime();
          const mail = mailTicket(detailsOf(row), ticket);
          // If a new e-mail cannot be sent, the old ticket stays valid.
          if (await outbox.put(queries, mail, lifetime, UNPROVED))
            await queries.update(applications).set({ ticketHash, mac }).where(eq(applications.id, row.id));
        }
      });
    },

    async open(ticket) {
      const { code, codeHash } = await issueCode(passwords);
      const opened = await database.transaction(async (queries) => {
        const row = await findByTicket(queries, ticket);
        const details = detailsOf(row);
        const now = clock();
        const view = (codeExpiresAt: Date): OpenedApplication => ({
          person: { nationalId: maskNationalId(details.nationalId), name: maskName(details.name) },
          mobile: details.mobile.slice(-3),
          codeExpiresAt: codeExpiresAt.toISOString(),
        });
        const recent =
          row.codeExpiresAt !== null && later(row.codeExpiresAt, CODE_PAUSE - CODE_LIFETIME) > now;
        if (recent && row.codeExpiresAt !== null) return view(row.codeExpiresAt);
        if (row.codesIssued >= CODES_PER_TICKET) throw invalidTicket();
        const sms = confirmationCodeSms(details.mobile, code);
        if (!(await outbox.put(queries, sms, CODE_LIFETIME, UNPROVED))) return null;
        const codeExpiresAt = later(now, CODE_LIFETIME);
        const issued = await queries
          .update(applications)
          .set({
            codeHash,
            codeExpiresAt,
            attempts: 0,
            codesIssued: sql`${applications.codesIssued} + 1`,
          })
          .where(and(eq(applications.id, row.id), lt(applications.codesIssued, CODES_PER_TICKET)))
          .returning({ id: applications.id });
        if (issued.length === 0) throw invalidTicket();
        return view(codeExpiresAt);
      });
      if (opened === null) throw messageWithheld();
      return opened;
    },

    async confirm(ticket, code, card) {
      await findByTicket(database.queries, ticket);
      const [counted] = await database.queries
        .update(applications)
        .set({ attempts: sql`${applications.attempts} + 1` })
        .where(
          and(
            eq(applications.ticketHash, hashOf(ticket)),
            gt(applications.codeExpiresAt, clock()),
            lt(applications.attempts, CODE_ATTEMPTS),
          ),
        )
        .returning();
      const row = await checkCode(passwords, counted, code);
      if (!isBoundApplication(keys.rowMacs, row)) throw invalidTicket();
      const details = detailsOf(row);
      const samePerson = details.nationalId === card.nationalId;
      if (!samePerson || !timingSafeEqual(row.cardNumberLookup, accounts.cardLookup(card.cardNumber))) {
        throw new MhbError('card-mismatch', 'The card differs from the one in the application');
      }
      await database.transaction(async (queries) => {
        const { nationalId, cardNumber, name } = details;
        const { alternateEmail } = details;
        // The link in the e-mail and the code have verified the first mailbox and the mobile number, but not
        // the second mailbox.
        const contact = { ...contactOf(details), alternateEmail: null };
        // Other pending applications of the same person become invalid, because there is only one account.
        const used = await queries
          .delete(applications)
          .where(ofPerson(nationalId))
          .returning({ id: applications.id });
        if (!used.some(({ id }) => id === row.id)) throw invalidTicket();
        // Staff at a counter might have opened an account in the meantime.
        if ((await accounts.findForLogin(nationalId, queries)) !== null) throw invalidTicket();
        const { passwordHash, certificateLookup } = row;
        const accountId = await accounts.put(queries, {
          nationalId,
          cardNumber,
          name,
          passwordHash,
          contact,
        });
        if (certificateLookup !== null) await accounts.bindCertificate(accountId, certificateLookup, queries);
        await audit({ action: 'account.activate', accountId, sessionId: null, subject: row.proof }, queries);
        if (alternateEmail !== null && alternateEmail !== contact.email)
          await emailAnnouncements.announce(queries, accountId, 'alternateEmail', alternateEmail);
        await notices.tell(queries, accountId, contact, 'registered');
      });
    },

    async forgetExpired() {
      await database.queries.delete(applications).where(lte(applications.expiresAt, clock()));
    },
  };
}

/** Returns the data that the account stores. The birth date is no longer needed. */
function contactOf({
  householdNumber,
  registeredAddress,
  telephone,
  mobile,
  email,
  alternateEmail,
}: Details): Contact {
  return { householdNumber, registeredAddress, telephone, mobile, email, alternateEmail };
}

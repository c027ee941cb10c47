import { randomUUID, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { isNationalId, maskName, maskNationalId, type PasswordPolicy } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { HOUR, MINUTE, later, type Clock } from '../clock.js';
import { alreadyRegisteredMail, confirmationCodeSms, confirmationMail } from '../messages/texts.js';
import type { Outbox } from '../messages/outbox.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import { groupTicket, newTypedTicket, readTicket } from '../secrets/typed-ticket.js';
import type { AcceptedReading } from '../sessions/card-readings.js';
import type { Database, Queries } from '../storage/database.js';
import { applications } from '../storage/schema.js';
import type { Accounts, Contact } from './accounts.js';
import { checkNewPassword } from './new-password.js';
import type { Passwords } from './passwords.js';
import { sameName } from './same-name.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, issueCode } from './sms-codes.js';

/** Unconfirmed after five days, an application is void (健保卡網路服務註冊). */
const APPLICATION_LIFETIME = 5 * 24 * HOUR;
/** All codes of one ticket together leave 25 guesses in a million. */
const CODES_PER_TICKET = 5;
/** Opening the link again so soon sends no second message. */
const CODE_PAUSE = MINUTE;

export interface Application extends Contact {
  readonly name: string;
  readonly password: string;
}

/** What the confirmation page shows. */
export interface OpenedApplication {
  readonly person: { readonly nationalId: string; readonly name: string };
  /** Last digits of the mobile that got the code. */
  readonly mobile: string;
  readonly codeExpiresAt: string;
}

export interface Registrations {
  /**
   * Takes an application. Whether the person is registered already is told to that person by mail, not to the caller.
   * @throws {MhbError} `invalid-request`, `password-not-acceptable`, `password-guessable`, `card-mismatch`
   */
  apply(application: Application, card: AcceptedReading): Promise<void>;
  /** 重寄確認信: a new ticket by mail, if there is an application of this person and card; the old ticket dies. */
  remind(card: AcceptedReading): Promise<void>;
  /** The link of the mail was opened, or its ticket typed: a code goes to the mobile. @throws {MhbError} `ticket-invalid` */
  open(ticket: string): Promise<OpenedApplication>;
  /** @throws {MhbError} `ticket-invalid`, `code-expired`, `code-wrong`, `card-mismatch` */
  confirm(ticket: string, code: string, card: AcceptedReading): Promise<void>;
  forgetExpired(): Promise<void>;
}

export interface RegistrationsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly outbox: Outbox;
  /** Page that hosts the confirmation; the ticket is appended as its fragment, which no server gets to see. */
  readonly confirmationUrl: () => string;
  readonly clock: Clock;
}

interface Details extends Contact {
  readonly nationalId: string;
  readonly cardNumber: string;
  readonly name: string;
}

type ApplicationRow = typeof applications.$inferSelect;

export function createRegistrations(parts: RegistrationsParts): Registrations {
  const { database, keys, accounts, passwords, policy, outbox, confirmationUrl, clock } = parts;
  const context = (id: string): string => `application:${id}:details`;
  const detailsOf = (row: ApplicationRow): Details =>
    JSON.parse(openText(keys.columns, row.detailsSealed, context(row.id))) as Details;
  const invalidTicket = (): MhbError =>
    new MhbError('ticket-invalid', 'The ticket is unknown, used or too old');

  const hashOf = (ticket: string): Uint8Array => keys.lookup('registration-ticket', readTicket(ticket));
  function newTicket(): { readonly ticketHash: Uint8Array; readonly ticket: string } {
    const ticket = newTypedTicket();
    return { ticketHash: hashOf(ticket), ticket };
  }
  const mailTicket = (to: string, ticket: string) =>
    confirmationMail(to, `${confirmationUrl()}#ticket=${ticket}`, groupTicket(ticket));

  const ofPerson = (card: AcceptedReading) =>
    eq(applications.nationalIdLookup, accounts.personLookup(card.nationalId));

  async function findByTicket(queries: Queries, ticket: string): Promise<ApplicationRow> {
    const [row] = await queries
      .select()
      .from(applications)
      .where(and(eq(applications.ticketHash, hashOf(ticket)), gt(applications.expiresAt, clock())));
    if (row === undefined) throw invalidTicket();
    return row;
  }

  return {
    async apply({ name, password, ...contact }, card) {
      if (!isNationalId(card.nationalId)) throw new MhbError('invalid-request', 'Not a national ID');
      const own = [card.nationalId, card.cardNumber, name, ...Object.values(contact)];
      await checkNewPassword(policy, password, own);
      if (card.name !== null && !sameName(card.name, name)) {
        throw new MhbError('card-mismatch', 'The name is not the one on the card');
      }
      const passwordHash = await passwords.hash(password);
      const account = await accounts.findForLogin(card.nationalId);
      const known = account === null ? null : await accounts.contact(account.id);
      await database.transaction(async (queries) => {
        if (account !== null) {
          if (known !== null) await outbox.put(queries, alreadyRegisteredMail(known.email), 24 * HOUR);
          return;
        }
        await queries.delete(applications).where(ofPerson(card));
        const id = randomUUID();
        const now = clock();
        const { ticketHash, ticket } = newTicket();
        const details: Details = {
          ...contact,
          name,
          nationalId: card.nationalId,
          cardNumber: card.cardNumber,
        };
        await queries.insert(applications).values({
          id,
          nationalIdLookup: accounts.personLookup(card.nationalId),
          cardNumberLookup: accounts.cardLookup(card.cardNumber),
          detailsSealed: sealText(keys.columns, JSON.stringify(details), context(id)),
          passwordHash,
          ticketHash,
          createdAt: now,
          expiresAt: later(now, APPLICATION_LIFETIME),
        });
        await outbox.put(queries, mailTicket(contact.email, ticket), APPLICATION_LIFETIME);
      });
    },

    async remind(card) {
      await database.transaction(async (queries) => {
        const { ticketHash, ticket } = newTicket();
        const [row] = await queries
          .update(applications)
          .set({ ticketHash })
          .where(
            and(
              ofPerson(card),
              eq(applications.cardNumberLookup, accounts.cardLookup(card.cardNumber)),
              gt(applications.expiresAt, clock()),
            ),
          )
          .returning();
        if (row === undefined) return;
        const lifetime = row.expiresAt.getTime() - clock().getTime();
        await outbox.put(queries, mailTicket(detailsOf(row).email, ticket), lifetime);
      });
    },

    async open(ticket) {
      const { code, codeHash } = await issueCode(passwords);
      return database.transaction(async (queries) => {
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
        await outbox.put(queries, confirmationCodeSms(details.mobile, code), CODE_LIFETIME);
        return view(codeExpiresAt);
      });
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
      const details = detailsOf(row);
      const samePerson = details.nationalId === card.nationalId;
      if (!samePerson || !timingSafeEqual(row.cardNumberLookup, accounts.cardLookup(card.cardNumber))) {
        throw new MhbError('card-mismatch', 'The card is not the one of the application');
      }
      await database.transaction(async (queries) => {
        const used = await queries.delete(applications).where(eq(applications.id, row.id)).returning();
        if (used.length === 0) throw invalidTicket();
        const { nationalId, cardNumber, name, ...contact } = details;
        const accountId = await accounts.put(queries, {
          nationalId,
          cardNumber,
          name,
          passwordHash: row.passwordHash,
          contact,
        });
        // Card and code have met at this reader: from now on it needs no code.
        if (card.bridge !== null) await accounts.rememberBridge(accountId, card.bridge, queries);
      });
    },

    async forgetExpired() {
      await database.queries.delete(applications).where(lte(applications.expiresAt, clock()));
    },
  };
}

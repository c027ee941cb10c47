import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { timingSafeEqual } from 'node:crypto';
import type { LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { DAY, MINUTE, later, type Clock } from '../scheduling/clock.js';
import type { Network } from '../limits/networks.js';
import { messageWithheld, type Outbox } from '../messages/outbox.js';
import { mobileRecoveryLetter, newMobileSms } from '../messages/texts.js';
import type { IdentityChecks } from '../register/identity-checks.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import { groupTicket, newTypedTicket, readTicket } from '../secrets/typed-ticket.js';
import type { AcceptedReading } from '../sessions/card-readings.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Database } from '../storage/database.js';
import { mobileRecoveries } from '../storage/schema.js';
import type { AccountChanges } from './account-changes.js';
import type { Accounts, LoginRecord } from '../accounts/accounts.js';
import type { Notices } from './notices.js';
import type { Passwords } from '../accounts/passwords.js';
import { notConfirmed } from './recoveries.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, issueCode } from '../accounts/sms-codes.js';

/** The lifetime allows for mail delivery and for a person who is away. */
const LETTER_LIFETIME = 21 * DAY;
const CODES_PER_LETTER = 5;
/** If a request is repeated within this time, no second message is sent. */
const CODE_PAUSE = MINUTE;

export interface MobileRecoveryRequest {
  readonly password: string;
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
  /** The new mobile number. */
  readonly mobile: string;
}

export interface OpenedMobileRecovery {
  /** The last digits of the new number, to which a code was sent. */
  readonly mobile: string;
  readonly codeExpiresAt: string;
}

/**
 * Sets a new mobile number for a person who has lost the old number and therefore receives no codes. This requires
 * the card, the password, a match in the register, a code mailed by letter to the address in the operator's
 * records, and a code sent by text message to the new number. The person is first notified at the old number.
 */
export interface MobileRecoveries {
  /**
   * Requests a letter. @throws {MhbError} `login-failed`, `too-many-attempts`, `identity-not-confirmed`,
   * `service-unavailable`
   */
  request(request: MobileRecoveryRequest, card: AcceptedReading, network: Network): Promise<void>;
  /**
   * Accepts the code in the letter, and sends a code to the new number.
   * @throws {MhbError} `ticket-invalid`, `quota-reached`
   */
  open(letterCode: string, card: AcceptedReading): Promise<OpenedMobileRecovery>;
  /** @throws {MhbError} `ticket-invalid`, `code-wrong`, `code-expired` */
  confirm(letterCode: string, code: string, card: AcceptedReading): Promise<void>;
  forgetExpired(): Promise<void>;
}

export interface MobileRecoveriesParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly identityChecks: IdentityChecks;
  readonly throttle: LoginThrottle;
  readonly accountChanges: AccountChanges;
  readonly notices: Notices;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

type Row = typeof mobileRecoveries.$inferSelect;

export function createMobileRecoveries(parts: MobileRecoveriesParts): MobileRecoveries {
  const { database, keys, accounts, passwords, identityChecks, throttle, accountChanges, notices } = parts;
  const { outbox, clock } = parts;
  const context = (accountId: string): string => `account:${accountId}:recovered-mobile`;
  const hashOf = (letterCode: string): Uint8Array => keys.lookup('letter-code', readTicket(letterCode));
  const invalid = (): MhbError => new MhbError('ticket-invalid', 'The code is unknown, used or expired');

  async function accountOf({ nationalId, cardNumber }: AcceptedReading): Promise<LoginRecord | null> {
    const account = await accounts.findForLogin(nationalId);
    const matches =
      account?.status === 'active' &&
      timingSafeEqual(account.cardNumberLookup, accounts.cardLookup(cardNumber));
    return matches ? account : null;
  }

  /**
   * Finds the recovery to which the code in a letter belongs. Throws unless the card belongs to the same account.
   */
  async function find(letterCode: string, card: AcceptedReading): Promise<Row> {
    const account = await accountOf(card);
    const [row] = await database.queries
      .select()
      .from(mobileRecoveries)
      .where(
        and(eq(mobileRecoveries.letterHash, hashOf(letterCode)), gt(mobileRecoveries.expiresAt, clock())),
      );
    if (row === undefined || row.accountId !== account?.id) throw invalid();
    return row;
  }
  const mobileOf = ({ accountId, mobileSealed }: Row): string =>
    openText(keys.columns, mobileSealed, context(accountId));

  return {
    async request({ password, householdNumber, birthDate, mobile }, card, network) {
      const { nationalId, cardNumber } = card;
      const found = await accountOf(card);
      const origin = await throttle.originOf(card, found?.id ?? null, network);
      const account = await throttle.guess({ nationalId, cardNumber, origin }, async () =>
        (await passwords.matches(found?.passwordHash ?? null, password)) ? found : null,
      );
      // Only an attempt with the correct password counts, so that nobody else can exhaust the person's attempts.
      await identityChecks.count(nationalId);
      const contact = await accounts.contact(account.id);
      const { name } = await accounts.person(account.id);
      const applicant = { nationalId, cardNumber, householdNumber, birthDate, name, registeredAddress: null };
      if (contact === null || (await identityChecks.verify(applicant)) !== 'match') throw notConfirmed();
      const address = (await identityChecks.contactOnRecord(nationalId))?.postalAddress ?? null;
      const letterCode = newTypedTicket();
      const recovery = {
        mobileSealed: sealText(keys.columns, mobile, context(account.id)),
        letterHash: hashOf(letterCode),
        expiresAt: later(clock(), LETTER_LIFETIME),
        codeHash: null,
        codeExpiresAt: null,
        attempts: 0,
        codesIssued: 0,
      };
      await database.transaction(async (queries) => {
        await queries
          .insert(mobileRecoveries)
          .values({ accountId: account.id, ...recovery })
          .onConflictDoUpdate({ target: mobileRecoveries.accountId, set: recovery });
        await outbox.putLetter(
          queries,
          mobileRecoveryLetter(name, address, groupTicket(letterCode)),
          LETTER_LIFETIME,
        );
        await notices.tell(queries, account.id, contact, 'mobile-asked');
      });
    },

    async open(letterCode, card) {
      const row = await find(letterCode, card);
      const now = clock();
      const mobile = mobileOf(row);
      const view = (expiresAt: Date): OpenedMobileRecovery => ({
        mobile: mobile.slice(-3),
        codeExpiresAt: expiresAt.toISOString(),
      });
      const { codeExpiresAt } = row;
      if (codeExpiresAt !== null && later(codeExpiresAt, CODE_PAUSE - CODE_LIFETIME) > now)
        return view(codeExpiresAt);
      const { code, codeHash } = await issueCode(passwords);
      const expiresAt = later(now, CODE_LIFETIME);
      const isSent = await database.transaction(async (queries) => {
        const concern = { purpose: 'unproved', accountId: row.accountId } as const;
        if (!(await outbox.put(queries, newMobileSms(mobile, code), CODE_LIFETIME, concern))) return false;
        const issued = await queries
          .update(mobileRecoveries)
          .set({
            codeHash,
            codeExpiresAt: expiresAt,
            attempts: 0,
            codesIssued: sql`${mobileRecoveries.codesIssued} + 1`,
          })
          .where(
            and(
              eq(mobileRecoveries.letterHash, row.letterHash),
              lt(mobileRecoveries.codesIssued, CODES_PER_LETTER),
            ),
          )
          .returning({ accountId: mobileRecoveries.accountId });
        if (issued.length === 0) throw invalid();
        return true;
      });
      if (!isSent) throw messageWithheld();
      return view(expiresAt);
    },

    async confirm(letterCode, code, card) {
      const { letterHash } = await find(letterCode, card);
      const mine = eq(mobileRecoveries.letterHash, letterHash);
      const [counted] = await database.queries
        .update(mobileRecoveries)
        .set({ attempts: sql`${mobileRecoveries.attempts} + 1` })
        .where(
          and(
            mine,
            gt(mobileRecoveries.codeExpiresAt, clock()),
            lt(mobileRecoveries.attempts, CODE_ATTEMPTS),
          ),
        )
        .returning();
      const row = await checkCode(passwords, counted, code);
      await database.transaction(async (queries) => {
        const used = await queries
          .delete(mobileRecoveries)
          .where(mine)
          .returning({ accountId: mobileRecoveries.accountId });
        if (used.length === 0) throw invalid();
        const by = { sessionId: null, staff: null };
        await accountChanges.replaceMobile(queries, row.accountId, mobileOf(row), by);
      });
    },

    async forgetExpired() {
      await database.queries.delete(mobileRecoveries).where(lte(mobileRecoveries.expiresAt, clock()));
    },
  };
}

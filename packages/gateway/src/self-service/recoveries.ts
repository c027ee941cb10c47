import { randomBytes, timingSafeEqual } from 'node:crypto';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { isNationalId, type LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { later, type Clock } from '../scheduling/clock.js';
import type { Network } from '../limits/networks.js';
import { messageWithheld, type Outbox } from '../messages/outbox.js';
import { recoveryCodeSms } from '../messages/texts.js';
import type { IdentityChecks } from '../register/identity-checks.js';
import { openText, sealText } from '../secrets/cipher.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { AcceptedReading } from '../sessions/card-readings.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Database } from '../storage/database.js';
import { accountRecoveries } from '../storage/schema.js';
import type { AccountChanges } from './account-changes.js';
import type { Accounts, IdentifyingCard } from '../accounts/accounts.js';
import type { Passwords } from '../accounts/passwords.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, codeExpired, issueCode } from '../accounts/sms-codes.js';

/** The data that people submit if their card does not belong, or no longer belongs, to their account. */
export interface RecoveryRequest {
  readonly password: string;
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
  /**
   * The ID number with which the account was opened if it differs from the number on the card; otherwise `null`.
   */
  readonly formerNationalId: string | null;
}

export interface IssuedRecoveryCode {
  readonly handle: string;
  /** The last digits of the mobile number. */
  readonly mobile: string;
  readonly expiresAt: Date;
}

/**
 * Lets people register another card or a changed ID number, or end a suspension. They need the currently valid
 * card, the password and the mobile number, and the card must match the operator's records. Recovery therefore
 * never requires weaker proof than opening the account.
 */
export interface Recoveries {
  /**
   * Sends a code to the mobile number on file. A caller without the password learns nothing, not even whether
   * there is an account.
   * @throws {MhbError} `login-failed`, `too-many-attempts`, `guesses-used-up`, `identity-not-confirmed`,
   *   `quota-reached`
   */
  begin(request: RecoveryRequest, card: AcceptedReading, network: Network): Promise<IssuedRecoveryCode>;
  /**
   * Queries the register and assigns the card to the account.
   * @throws {MhbError} `code-wrong`, `code-expired`, `identity-not-confirmed`, `service-unavailable`
   */
  confirm(handle: string, code: string): Promise<void>;
  forgetExpired(): Promise<void>;
}

export interface RecoveriesParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly identityChecks: IdentityChecks;
  readonly throttle: LoginThrottle;
  readonly accountChanges: AccountChanges;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

interface Details extends IdentifyingCard {
  readonly householdNumber: string;
  readonly birthDate: LocalDate;
}

export const notConfirmed = (): MhbError =>
  new MhbError('identity-not-confirmed', 'The register does not confirm the person’s identity');

export function createRecoveries(parts: RecoveriesParts): Recoveries {
  const { database, keys, accounts, passwords, identityChecks, throttle, accountChanges, outbox, clock } =
    parts;
  const context = (accountId: string): string => `account:${accountId}:recovery`;

  return {
    async begin({ password, householdNumber, birthDate, formerNationalId }, card, network) {
      const { nationalId, cardNumber } = card;
      const accountOwner = formerNationalId ?? nationalId;
      if (!isNationalId(nationalId) || !isNationalId(accountOwner))
        throw new MhbError('invalid-request', 'Not a national ID');
      const found = await accounts.findForLogin(accountOwner);
      const origin = await throttle.originOf(card, found?.id ?? null, network);
      const account = await throttle.guess({ nationalId: accountOwner, cardNumber, origin }, async () =>
        (await passwords.matches(found?.passwordHash ?? null, password)) ? found : null,
      );
      // Count an attempt only after the correct password, so that nobody else can exhaust the owner's attempts.
      await identityChecks.count(accountOwner);
      const contact = await accounts.contact(account.id);
      const isTaken = nationalId !== accountOwner && (await accounts.findForLogin(nationalId)) !== null;
      // If the account has no number for a code, or if two accounts would have to be merged, a staff member has to
      // help.
      if (contact === null || isTaken) throw notConfirmed();
      await throttle.countCode(account.id);
      const handle = randomBytes(32).toString('base64url');
      const { code, codeHash } = await issueCode(passwords);
      const expiresAt = later(clock(), CODE_LIFETIME);
      const details: Details = { nationalId, cardNumber, householdNumber, birthDate };
      const isSent = await database.transaction(async (queries) => {
        const concern = { purpose: 'code', accountId: account.id } as const;
        if (!(await outbox.put(queries, recoveryCodeSms(contact.mobile, code), CODE_LIFETIME, concern)))
          return false;
        await queries.insert(accountRecoveries).values({
          handleHash: sha256(handle),
          accountId: account.id,
          detailsSealed: sealText(keys.columns, JSON.stringify(details), context(account.id)),
          codeHash,
          expiresAt,
        });
        return true;
      });
      if (!isSent) throw messageWithheld();
      return { handle, mobile: contact.mobile.slice(-3), expiresAt };
    },

    async confirm(handle, code) {
      const mine = eq(accountRecoveries.handleHash, sha256(handle));
      const [counted] = await database.queries
        .update(accountRecoveries)
        .set({ attempts: sql`${accountRecoveries.attempts} + 1` })
        .where(
          and(mine, gt(accountRecoveries.expiresAt, clock()), lt(accountRecoveries.attempts, CODE_ATTEMPTS)),
        )
        .returning();
      const { accountId, detailsSealed } = await checkCode(passwords, counted, code);
      const details = JSON.parse(openText(keys.columns, detailsSealed, context(accountId))) as Details;
      const { name, nationalId } = await accounts.person(accountId);
      const answer = await identityChecks.verify({ ...details, name, registeredAddress: null });
      await database.transaction(async (queries) => {
        const used = await queries
          .delete(accountRecoveries)
          .where(eq(accountRecoveries.accountId, accountId))
          .returning({ accountId: accountRecoveries.accountId });
        if (used.length === 0) throw codeExpired();
        if (answer !== 'match') return;
        const by = { sessionId: null, staff: null };
        const account = await accounts.findForLogin(nationalId, queries);
        if (account === null) throw codeExpired();
        const isNewNumber = nationalId !== details.nationalId;
        const isNewCard = !timingSafeEqual(account.cardNumberLookup, accounts.cardLookup(details.cardNumber));
        if (isNewNumber || isNewCard)
          await accountChanges.replaceCard(queries, accountId, details, isNewNumber, by);
        if (account.status === 'suspended') await accountChanges.resume(queries, accountId, by);
      });
      if (answer !== 'match') throw notConfirmed();
      await throttle.forgiveCodes(accountId);
    },

    async forgetExpired() {
      await database.queries.delete(accountRecoveries).where(lte(accountRecoveries.expiresAt, clock()));
    },
  };
}

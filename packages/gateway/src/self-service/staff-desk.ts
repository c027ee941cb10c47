import { randomBytes } from 'node:crypto';
import { isNationalId, MOBILE_PATTERN, normalizeNationalId } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Audit } from '../audit/audit.js';
import type { Database } from '../storage/database.js';
import type { AccountChanges, ChangedBy } from './account-changes.js';
import type { Accounts, Contact, LoginRecord } from '../accounts/accounts.js';
import type { Notices } from './notices.js';
import type { Passwords } from '../accounts/passwords.js';

/** A person whose identity document a staff member has seen. */
export interface PersonSeen {
  readonly nationalId: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly contact: Contact;
}

/** The staff member who saw the document, and the reason for the action. Both are recorded with the action. */
export interface Witness {
  readonly staff: string;
  readonly reason: string;
}

/**
 * Actions that a staff member takes for a person whose identity document they have seen. This is one of three ways
 * to prove an identity for a new account. It is also the fallback if a card, phone, certificate or number was lost
 * and the other proofs are not sufficient. Each method rejects with `not-found` if the account does not exist.
 */
export interface StaffDesk {
  /**
   * Opens an account. The person then sets a password through “forgot password”.
   * @throws {MhbError} `invalid-request`
   */
  add(person: PersonSeen, witness: Witness): Promise<void>;
  suspend(nationalId: string, witness: Witness): Promise<void>;
  resume(nationalId: string, witness: Witness): Promise<void>;
  newCard(nationalId: string, cardNumber: string, witness: Witness): Promise<void>;
  newMobile(nationalId: string, mobile: string, witness: Witness): Promise<void>;
  /**
   * Replaces the ID number of an account; records are then requested with the new number.
   * @throws {MhbError} `invalid-request` if the new number already has an account, which must be closed first
   */
  changeId(nationalId: string, newNationalId: string, cardNumber: string, witness: Witness): Promise<void>;
  releaseCertificate(nationalId: string, witness: Witness): Promise<void>;
}

export interface StaffDeskParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly accountChanges: AccountChanges;
  readonly notices: Notices;
  readonly audit: Audit;
}

/**
 * Returns the staff member and the reason as written in the audit trail.
 * @throws {MhbError} `invalid-request`
 */
export function staffOf({ staff, reason }: Witness): string {
  if (staff.trim() === '' || reason.trim() === '')
    throw new MhbError('invalid-request', 'The staff member and the reason must be recorded');
  return `${staff.trim()}: ${reason.trim()}`;
}

export function createStaffDesk(parts: StaffDeskParts): StaffDesk {
  const { database, accounts, passwords, accountChanges, notices, audit } = parts;

  const byOf = (witness: Witness): ChangedBy & { readonly staff: string } => ({
    sessionId: null,
    staff: staffOf(witness),
  });
  async function accountOf(nationalId: string): Promise<LoginRecord> {
    const account = await accounts.findForLogin(nationalId);
    if (account === null) throw new MhbError('not-found', 'There is no account with this ID');
    return account;
  }
  function requireCard(nationalId: string, cardNumber: string): void {
    if (!isNationalId(nationalId) || !/^\d{12}$/.test(cardNumber))
      throw new MhbError('invalid-request', 'The ID number or the card number is not valid');
  }
  function requireMobile(mobile: string): void {
    if (!new RegExp(MOBILE_PATTERN).test(mobile))
      throw new MhbError('invalid-request', 'The mobile number is not 09 followed by eight digits');
  }

  return {
    async add({ name, cardNumber, contact, ...person }, witness) {
      const by = byOf(witness);
      const nationalId = normalizeNationalId(person.nationalId);
      requireCard(nationalId, cardNumber);
      requireMobile(contact.mobile);
      if (name.trim() === '' || !contact.email.includes('@'))
        throw new MhbError('invalid-request', 'The name or the mailbox is missing');
      // Nobody knows this random password. The person sets one with the card and a one-time password sent by
      // e-mail.
      const passwordHash = await passwords.hash(randomBytes(32).toString('base64url'));
      await database.transaction(async (queries) => {
        if ((await accounts.findForLogin(nationalId, queries)) !== null)
          throw new MhbError('invalid-request', 'There is already an account with this ID');
        const accountId = await accounts.put(queries, {
          nationalId,
          name,
          cardNumber,
          passwordHash,
          contact,
        });
        await audit({ action: 'account.add', accountId, sessionId: null, subject: by.staff }, queries);
        await notices.tell(queries, accountId, contact, 'opened');
      });
    },
    async suspend(nationalId, witness) {
      const { id, status } = await accountOf(nationalId);
      if (status === 'suspended') return;
      await database.transaction((queries) => accountChanges.suspend(queries, id, byOf(witness)));
    },
    async resume(nationalId, witness) {
      const { id, status } = await accountOf(nationalId);
      if (status === 'active') return;
      await database.transaction((queries) => accountChanges.resume(queries, id, byOf(witness)));
    },
    async newCard(typed, cardNumber, witness) {
      const nationalId = normalizeNationalId(typed);
      requireCard(nationalId, cardNumber);
      const { id } = await accountOf(nationalId);
      await database.transaction((queries) =>
        accountChanges.replaceCard(queries, id, { nationalId, cardNumber }, false, byOf(witness)),
      );
    },
    async newMobile(nationalId, mobile, witness) {
      requireMobile(mobile);
      const { id } = await accountOf(nationalId);
      if ((await accounts.contact(id)) === null)
        throw new MhbError('invalid-request', 'The account was created without contact data');
      await database.transaction((queries) =>
        accountChanges.replaceMobile(queries, id, mobile, byOf(witness)),
      );
    },
    async changeId(typed, newTyped, cardNumber, witness) {
      const nationalId = normalizeNationalId(newTyped);
      requireCard(nationalId, cardNumber);
      const { id } = await accountOf(typed);
      await database.transaction(async (queries) => {
        const other = await accounts.findForLogin(nationalId, queries);
        if (other !== null && other.id !== id)
          throw new MhbError(
            'invalid-request',
            'The new number already has a separate account; close one of the two accounts first',
          );
        await accountChanges.replaceCard(queries, id, { nationalId, cardNumber }, true, byOf(witness));
      });
    },
    async releaseCertificate(nationalId, witness) {
      const { id } = await accountOf(nationalId);
      await database.transaction((queries) => accountChanges.releaseCertificate(queries, id, byOf(witness)));
    },
  };
}

import { randomUUID } from 'node:crypto';
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { isNationalId, normalizeNationalId, type PasswordPolicy } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Clock } from '../scheduling/clock.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import {
  accounts,
  emailChanges,
  mobileChanges,
  passkeyEnrolments,
  passkeys,
  trustedReaders,
  type AccountStatus,
} from '../storage/schema.js';
import { accountColumns, accountMac, isBoundAccount, type AccountRow } from './bound-rows.js';
import { checkNewPassword } from './new-password.js';
import type { Passwords } from './passwords.js';

/** A person whom the operator has already identified, so that the account is active immediately. */
export interface ActivatedPerson {
  readonly nationalId: string;
  readonly name: string;
  /** 12 digits. */
  readonly cardNumber: string;
  readonly password: string;
  /**
   * Optional contact data. Without it, no code can be sent to a new account, and an existing account keeps its
   * contact data.
   */
  readonly contact?: Contact;
}

/** The contact data from the registration form, without the data about the person, the card and the password. */
export interface Contact {
  readonly householdNumber: string;
  readonly registeredAddress: string;
  readonly telephone: string | null;
  readonly mobile: string;
  readonly email: string;
  readonly alternateEmail: string | null;
}

export interface NewAccount {
  readonly nationalId: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly passwordHash: string;
  readonly contact: Contact | null;
}

/** The data on a card that identifies its holder. */
export interface IdentifyingCard {
  readonly nationalId: string;
  readonly cardNumber: string;
}

/** The stored values against which a login is checked. */
export interface LoginRecord {
  readonly id: string;
  readonly passwordHash: string;
  readonly cardNumberLookup: Uint8Array;
  /** The keyed hash of the account's certificate; `null` if the account has no certificate yet. */
  readonly certificateLookup: Uint8Array | null;
  readonly status: AccountStatus;
}

export interface Person {
  readonly nationalId: string;
  readonly name: string;
}

export interface Accounts {
  /** Creates or renews an account that is active immediately. Returns the ID of the account. */
  activate(person: ActivatedPerson): Promise<string>;
  /** Creates or renews an account like `activate`, but for a person whose password is already hashed. */
  put(queries: Queries, person: NewAccount): Promise<string>;
  findForLogin(nationalId: string, within?: Queries): Promise<LoginRecord | null>;
  /**
   * Finds the active account that belongs to a person and a card, given the keyed hashes of both numbers. Returns
   * the ID of the account.
   */
  findByCard(person: Uint8Array, card: Uint8Array): Promise<string | null>;
  /**
   * Sets a new password. Also deletes the passkeys, the trusted card readers, and pending changes to contact data,
   * because anyone who knew the old password could have added them.
   */
  setPassword(queries: Queries, accountId: string, passwordHash: string): Promise<void>;
  /**
   * Returns the keyed hash by which a person is found. `cardLookup` and `certificateLookup` are the corresponding
   * functions for cards and certificates.
   */
  personLookup(nationalId: string): Uint8Array;
  cardLookup(cardNumber: string): Uint8Array;
  certificateLookup(binding: string): Uint8Array;
  /**
   * Binds a certificate to an account. Returns `false` if the account already has a certificate, or if the
   * certificate is bound to a different account.
   */
  bindCertificate(accountId: string, certificateLookup: Uint8Array, within?: Queries): Promise<boolean>;
  /**
   * Replaces the card on record and, if it has changed, the ID number. The old card and the old number become
   * invalid.
   */
  replaceCard(queries: Queries, accountId: string, card: IdentifyingCard): Promise<void>;
  /** Locks the account against changes until the transaction ends. Returns whether the account is active. */
  holdActive(queries: Queries, accountId: string): Promise<boolean>;
  setStatus(queries: Queries, accountId: string, status: AccountStatus): Promise<void>;
  /** Unbinds the account's certificate. Returns whether the account had one. */
  releaseCertificate(queries: Queries, accountId: string): Promise<boolean>;
  setContact(queries: Queries, accountId: string, contact: Contact): Promise<void>;
  /** Removes all of the account's passkeys, and ends the sessions that were opened with these passkeys. */
  endPasskeys(queries: Queries, accountId: string): Promise<void>;
  passwordHash(accountId: string): Promise<string | null>;
  hasCertificate(accountId: string): Promise<boolean>;
  /**
   * Returns the person's contact data, if known. With `within`, the data is read in a transaction that is going to
   * change the account.
   */
  contact(accountId: string, within?: Queries): Promise<Contact | null>;
  /** @throws {MhbError} `not-found` */
  person(accountId: string): Promise<Person>;
  findPerson(accountId: string): Promise<Person | null>;
}

const others = alias(accounts, 'other');

export interface AccountsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly clock: Clock;
}

export function createAccounts({ database, keys, passwords, policy, clock }: AccountsParts): Accounts {
  const column = (id: string, name: string): string => `account:${id}:${name}`;
  const personLookup = (nationalId: string): Uint8Array => keys.lookup('national-id', nationalId);
  const cardLookup = (cardNumber: string): Uint8Array => keys.lookup('card-number', cardNumber);

  /** This query is prepared once, because every request and every archive needs it. */
  const personOf = database.queries
    .select({ nationalId: accounts.nationalIdSealed, name: accounts.nameSealed })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('accountId')))
    .prepare('person-of-account');

  const sealContact = (id: string, contact: Contact): Uint8Array =>
    sealText(keys.columns, JSON.stringify(contact), column(id, 'contact'));

  async function rowOf(nationalId: string, queries: Queries = database.queries): Promise<AccountRow | null> {
    const [row] = await queries
      .select(accountColumns)
      .from(accounts)
      .where(eq(accounts.nationalIdLookup, personLookup(normalizeNationalId(nationalId))));
    return row ?? null;
  }

  /** Returns the row, or `null` if the row was changed outside the gateway, so that it is treated as missing. */
  const ours = (row: AccountRow | null | undefined): AccountRow | null =>
    row !== null && row !== undefined && isBoundAccount(keys.rowMacs, row) ? row : null;

  const findForLogin = async (nationalId: string, queries?: Queries): Promise<LoginRecord | null> =>
    ours(await rowOf(nationalId, queries));

  async function ownRow(accountId: string, queries: Queries = database.queries): Promise<AccountRow | null> {
    const [row] = await queries.select(accountColumns).from(accounts).where(eq(accounts.id, accountId));
    return ours(row);
  }

  /** Changes columns that control logins, and recomputes the MAC of the row. */
  async function change(
    queries: Queries,
    accountId: string,
    changes: Partial<Omit<AccountRow, 'id' | 'mac'>>,
    alsoSealed: { readonly nationalIdSealed?: Uint8Array } = {},
  ): Promise<void> {
    const [row] = await queries
      .select(accountColumns)
      .from(accounts)
      .where(eq(accounts.id, accountId))
      .for('update');
    const before = ours(row);
    if (before === null)
      throw new MhbError('not-found', 'The account does not exist, or was changed outside the gateway');
    const mac = accountMac(keys.rowMacs, { ...before, ...changes });
    await queries
      .update(accounts)
      .set({ ...changes, ...alsoSealed, mac })
      .where(eq(accounts.id, accountId));
  }

  /**
   * Deletes all passkeys, because someone who knew the password might have added one, or one might be on a lost
   * phone.
   */
  async function endPasskeys(queries: Queries, accountId: string): Promise<void> {
    await queries.delete(passkeyEnrolments).where(eq(passkeyEnrolments.accountId, accountId));
    await queries.delete(passkeys).where(eq(passkeys.accountId, accountId));
  }

  async function put(queries: Queries, person: NewAccount): Promise<string> {
    const existing = await rowOf(person.nationalId, queries);
    const id = existing?.id ?? randomUUID();
    const now = clock();
    const { nationalId, name, cardNumber, passwordHash, contact } = person;
    const deciding = {
      nationalIdLookup: personLookup(nationalId),
      cardNumberLookup: cardLookup(cardNumber),
      passwordHash,
      status: 'active' as const,
      certificateLookup: ours(existing)?.certificateLookup ?? null,
    };
    const values = {
      ...deciding,
      mac: accountMac(keys.rowMacs, { id, ...deciding }),
      nationalIdSealed: sealText(keys.columns, nationalId, column(id, 'national-id')),
      nameSealed: sealText(keys.columns, name, column(id, 'name')),
      activatedAt: now,
      ...(contact === null ? {} : { contactSealed: sealContact(id, contact) }),
    };
    if (existing === null) {
      const created = await queries
        .insert(accounts)
        .values({ id, ...values, createdAt: now })
        .onConflictDoNothing({ target: accounts.nationalIdLookup })
        .returning({ id: accounts.id });
      // Another process can have created the account meanwhile.
      if (created.length === 0) return put(queries, person);
    } else {
      await queries.update(accounts).set(values).where(eq(accounts.id, id));
      await endPasskeys(queries, id);
    }
    return id;
  }

  async function findPerson(accountId: string): Promise<Person | null> {
    const [row] = await personOf.execute({ accountId });
    if (row === undefined) return null;
    return {
      nationalId: openText(keys.columns, row.nationalId, column(accountId, 'national-id')),
      name: openText(keys.columns, row.name, column(accountId, 'name')),
    };
  }

  return {
    cardLookup,
    personLookup,
    findForLogin,
    async findByCard(person, card) {
      const [row] = await database.queries
        .select(accountColumns)
        .from(accounts)
        .where(
          and(
            eq(accounts.nationalIdLookup, person),
            eq(accounts.cardNumberLookup, card),
            eq(accounts.status, 'active'),
          ),
        );
      return ours(row)?.id ?? null;
    },
    put,
    endPasskeys,
    async activate(person) {
      const nationalId = normalizeNationalId(person.nationalId);
      if (!isNationalId(nationalId) || !/^\d{12}$/.test(person.cardNumber)) {
        throw new MhbError('invalid-request', 'The ID number or the card number is not valid');
      }
      const { cardNumber, name, contact } = person;
      await checkNewPassword(policy, person.password, [
        nationalId,
        cardNumber,
        name,
        ...Object.values(contact ?? {}),
      ]);
      const passwordHash = await passwords.hash(person.password);
      return put(database.queries, { ...person, nationalId, passwordHash, contact: contact ?? null });
    },
    async setPassword(queries, accountId, passwordHash) {
      await change(queries, accountId, { passwordHash });
      await queries.delete(emailChanges).where(eq(emailChanges.accountId, accountId));
      await queries.delete(mobileChanges).where(eq(mobileChanges.accountId, accountId));
      await queries.delete(trustedReaders).where(eq(trustedReaders.accountId, accountId));
      await endPasskeys(queries, accountId);
    },
    certificateLookup: (binding) => keys.lookup('certificate', binding),
    async bindCertificate(accountId, certificateLookup, within) {
      const bind = async (queries: Queries): Promise<boolean> => {
        const [row] = await queries
          .select(accountColumns)
          .from(accounts)
          .where(
            and(
              eq(accounts.id, accountId),
              isNull(accounts.certificateLookup),
              notExists(
                queries
                  .select({ id: others.id })
                  .from(others)
                  .where(eq(others.certificateLookup, certificateLookup)),
              ),
            ),
          )
          .for('update', { of: accounts });
        if (ours(row) === null) return false;
        await change(queries, accountId, { certificateLookup });
        return true;
      };
      return within === undefined ? database.transaction(bind) : bind(within);
    },
    async replaceCard(queries, accountId, { nationalId, cardNumber }) {
      await change(
        queries,
        accountId,
        { nationalIdLookup: personLookup(nationalId), cardNumberLookup: cardLookup(cardNumber) },
        { nationalIdSealed: sealText(keys.columns, nationalId, column(accountId, 'national-id')) },
      );
    },
    async holdActive(queries, accountId) {
      const [row] = await queries
        .select(accountColumns)
        .from(accounts)
        .where(eq(accounts.id, accountId))
        .for('share');
      return ours(row)?.status === 'active';
    },
    setStatus: (queries, accountId, status) => change(queries, accountId, { status }),
    async releaseCertificate(queries, accountId) {
      const row = await ownRow(accountId, queries);
      if (row === null || row.certificateLookup === null) return false;
      await change(queries, accountId, { certificateLookup: null });
      return true;
    },
    async setContact(queries, accountId, contact) {
      await queries
        .update(accounts)
        .set({ contactSealed: sealContact(accountId, contact) })
        .where(eq(accounts.id, accountId));
    },
    passwordHash: async (accountId) => (await ownRow(accountId))?.passwordHash ?? null,
    async hasCertificate(accountId) {
      const row = await ownRow(accountId);
      return row !== null && row.certificateLookup !== null;
    },
    async contact(accountId, within) {
      const found = (within ?? database.queries)
        .select({ contact: accounts.contactSealed })
        .from(accounts)
        .where(eq(accounts.id, accountId));
      const [row] = await (within === undefined ? found : found.for('update'));
      if (row === undefined || row.contact === null) return null;
      return JSON.parse(openText(keys.columns, row.contact, column(accountId, 'contact'))) as Contact;
    },
    async person(accountId) {
      const person = await findPerson(accountId);
      if (person === null) throw new MhbError('not-found', 'No such account');
      return person;
    },
    findPerson,
  };
}

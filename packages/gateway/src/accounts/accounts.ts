import { randomUUID } from 'node:crypto';
import { and, eq, isNull, notExists, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/pg-core';
import { isNationalId, normalizeNationalId, type PasswordPolicy } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Clock } from '../clock.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database, Queries } from '../storage/database.js';
import {
  accountBridges,
  accounts,
  emailChanges,
  mobileChanges,
  type AccountStatus,
} from '../storage/schema.js';
import { checkNewPassword } from './new-password.js';
import type { Passwords } from './passwords.js';

/** A person as an operator enrols them, already identified: active at once. */
export interface ActivatedPerson {
  readonly nationalId: string;
  readonly name: string;
  /** 12 digits. */
  readonly cardNumber: string;
  readonly password: string;
  /** Without it no code can be sent, and what is on record already stays. */
  readonly contact?: Contact;
}

/** What the registration form asks for beside person, card and password. */
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

/** What a login compares with. */
export interface LoginRecord {
  readonly id: string;
  readonly passwordHash: string;
  readonly cardNumberLookup: Uint8Array;
  /** `null`: no certificate belongs to the account yet. */
  readonly certificateLookup: Uint8Array | null;
  readonly status: AccountStatus;
}

export interface Person {
  readonly nationalId: string;
  readonly name: string;
}

export interface Accounts {
  /** Makes or renews an account that is active at once; answers with its id. */
  activate(person: ActivatedPerson): Promise<string>;
  /** The same for someone whose password is hashed already. */
  put(queries: Queries, person: NewAccount): Promise<string>;
  findForLogin(nationalId: string): Promise<LoginRecord | null>;
  /** The active account of a person and a card, by their keyed hashes. */
  findByCard(person: Uint8Array, card: Uint8Array): Promise<string | null>;
  /** Addresses and numbers that were asked for under the old password are forgotten: whoever knew it may have asked. */
  setPassword(queries: Queries, accountId: string, passwordHash: string): Promise<void>;
  /** Keyed hashes by which a person and a card are found. */
  personLookup(nationalId: string): Uint8Array;
  cardLookup(cardNumber: string): Uint8Array;
  certificateLookup(binding: string): Uint8Array;
  /** Makes a certificate the account's own, once and for all; whether it was free. */
  bindCertificate(accountId: string, certificateLookup: Uint8Array): Promise<boolean>;
  /** Whether readings by this bridge need no code any more. */
  knowsBridge(accountId: string, keyThumbprint: string): Promise<boolean>;
  rememberBridge(accountId: string, keyThumbprint: string, within?: Queries): Promise<void>;
  setContact(queries: Queries, accountId: string, contact: Contact): Promise<void>;
  passwordHash(accountId: string): Promise<string | null>;
  hasCertificate(accountId: string): Promise<boolean>;
  /** How to reach the person, if we know; within a transaction that is about to change it, for that one alone. */
  contact(accountId: string, within?: Queries): Promise<Contact | null>;
  person(accountId: string): Promise<Person>;
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

  /** Prepared once, as it is asked for every request and every archive. */
  const personOf = database.queries
    .select({ nationalId: accounts.nationalIdSealed, name: accounts.nameSealed })
    .from(accounts)
    .where(eq(accounts.id, sql.placeholder('accountId')))
    .prepare('person-of-account');

  const sealContact = (id: string, contact: Contact): Uint8Array =>
    sealText(keys.columns, JSON.stringify(contact), column(id, 'contact'));

  async function findForLogin(
    nationalId: string,
    queries: Queries = database.queries,
  ): Promise<LoginRecord | null> {
    const [row] = await queries
      .select({
        id: accounts.id,
        passwordHash: accounts.passwordHash,
        cardNumberLookup: accounts.cardNumberLookup,
        certificateLookup: accounts.certificateLookup,
        status: accounts.status,
      })
      .from(accounts)
      .where(eq(accounts.nationalIdLookup, personLookup(normalizeNationalId(nationalId))));
    return row ?? null;
  }

  async function put(queries: Queries, person: NewAccount): Promise<string> {
    const existing = await findForLogin(person.nationalId, queries);
    const id = existing?.id ?? randomUUID();
    const now = clock();
    const { nationalId, name, cardNumber, passwordHash, contact } = person;
    const values = {
      nationalIdLookup: personLookup(nationalId),
      nationalIdSealed: sealText(keys.columns, nationalId, column(id, 'national-id')),
      nameSealed: sealText(keys.columns, name, column(id, 'name')),
      cardNumberLookup: cardLookup(cardNumber),
      passwordHash,
      status: 'active' as const,
      activatedAt: now,
      ...(contact === null ? {} : { contactSealed: sealContact(id, contact) }),
    };
    if (existing === null) await queries.insert(accounts).values({ id, ...values, createdAt: now });
    else await queries.update(accounts).set(values).where(eq(accounts.id, id));
    return id;
  }

  return {
    cardLookup,
    personLookup,
    findForLogin,
    async findByCard(person, card) {
      const [row] = await database.queries
        .select({ id: accounts.id })
        .from(accounts)
        .where(
          and(
            eq(accounts.nationalIdLookup, person),
            eq(accounts.cardNumberLookup, card),
            eq(accounts.status, 'active'),
          ),
        );
      return row?.id ?? null;
    },
    put,
    async activate(person) {
      const nationalId = normalizeNationalId(person.nationalId);
      if (!isNationalId(nationalId) || !/^\d{12}$/.test(person.cardNumber)) {
        throw new MhbError('invalid-request', 'The ID number or the card number is not acceptable');
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
      await queries.update(accounts).set({ passwordHash }).where(eq(accounts.id, accountId));
      await queries.delete(emailChanges).where(eq(emailChanges.accountId, accountId));
      await queries.delete(mobileChanges).where(eq(mobileChanges.accountId, accountId));
    },
    certificateLookup: (binding) => keys.lookup('certificate', binding),
    async bindCertificate(accountId, certificateLookup) {
      const bound = await database.queries
        .update(accounts)
        .set({ certificateLookup })
        .where(
          and(
            eq(accounts.id, accountId),
            isNull(accounts.certificateLookup),
            notExists(
              database.queries
                .select({ id: others.id })
                .from(others)
                .where(eq(others.certificateLookup, certificateLookup)),
            ),
          ),
        )
        .returning({ id: accounts.id });
      return bound.length === 1;
    },
    async knowsBridge(accountId, keyThumbprint) {
      const found = await database.queries
        .select({ accountId: accountBridges.accountId })
        .from(accountBridges)
        .where(and(eq(accountBridges.accountId, accountId), eq(accountBridges.keyThumbprint, keyThumbprint)));
      return found.length === 1;
    },
    async rememberBridge(accountId, keyThumbprint, within = database.queries) {
      await within
        .insert(accountBridges)
        .values({ accountId, keyThumbprint, addedAt: clock() })
        .onConflictDoNothing();
    },
    async setContact(queries, accountId, contact) {
      await queries
        .update(accounts)
        .set({ contactSealed: sealContact(accountId, contact) })
        .where(eq(accounts.id, accountId));
    },
    async passwordHash(accountId) {
      const [row] = await database.queries
        .select({ passwordHash: accounts.passwordHash })
        .from(accounts)
        .where(eq(accounts.id, accountId));
      return row?.passwordHash ?? null;
    },
    async hasCertificate(accountId) {
      const [row] = await database.queries
        .select({ lookup: accounts.certificateLookup })
        .from(accounts)
        .where(eq(accounts.id, accountId));
      return row !== undefined && row.lookup !== null;
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
      const [row] = await personOf.execute({ accountId });
      if (row === undefined) throw new MhbError('not-found', 'No such account');
      return {
        nationalId: openText(keys.columns, row.nationalId, column(accountId, 'national-id')),
        name: openText(keys.columns, row.name, column(accountId, 'name')),
      };
    },
  };
}

import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { isNationalId, normalizeNationalId } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Clock } from '../clock.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { accounts, type AccountStatus } from '../storage/schema.js';
import { meetsPolicy, type PasswordPolicy, type Passwords } from './passwords.js';

/** A person as an operator enrols them, already identified: no e-mail, no code. */
export interface ActivatedPerson {
  readonly nationalId: string;
  readonly name: string;
  /** 12 digits. */
  readonly cardNumber: string;
  readonly password: string;
}

/** What a login compares with. */
export interface LoginRecord {
  readonly id: string;
  readonly passwordHash: string;
  readonly cardNumberLookup: Uint8Array;
  readonly status: AccountStatus;
}

export interface Person {
  readonly nationalId: string;
  readonly name: string;
}

export interface Accounts {
  /** Makes or renews an account that is active at once; answers with its id. */
  activate(person: ActivatedPerson): Promise<string>;
  findForLogin(nationalId: string): Promise<LoginRecord | null>;
  cardLookup(cardNumber: string): Uint8Array;
  person(accountId: string): Promise<Person>;
}

export interface AccountsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly passwords: Passwords;
  readonly policy: PasswordPolicy;
  readonly clock: Clock;
}

export function createAccounts({ database, keys, passwords, policy, clock }: AccountsParts): Accounts {
  const column = (id: string, name: string): string => `account:${id}:${name}`;
  const cardLookup = (cardNumber: string): Uint8Array => keys.lookup('card-number', cardNumber);

  async function findForLogin(nationalId: string): Promise<LoginRecord | null> {
    const [row] = await database.queries
      .select({
        id: accounts.id,
        passwordHash: accounts.passwordHash,
        cardNumberLookup: accounts.cardNumberLookup,
        status: accounts.status,
      })
      .from(accounts)
      .where(eq(accounts.nationalIdLookup, keys.lookup('national-id', normalizeNationalId(nationalId))));
    return row ?? null;
  }

  return {
    cardLookup,
    findForLogin,
    async activate(person) {
      const nationalId = normalizeNationalId(person.nationalId);
      if (
        !isNationalId(nationalId) ||
        !/^\d{12}$/.test(person.cardNumber) ||
        !meetsPolicy(policy, person.password)
      ) {
        throw new MhbError(
          'invalid-request',
          'The ID number, the card number or the password is not acceptable',
        );
      }
      const existing = await findForLogin(nationalId);
      const id = existing?.id ?? randomUUID();
      const now = clock();
      const values = {
        nationalIdLookup: keys.lookup('national-id', nationalId),
        nationalIdSealed: sealText(keys.columns, nationalId, column(id, 'national-id')),
        nameSealed: sealText(keys.columns, person.name, column(id, 'name')),
        cardNumberLookup: cardLookup(person.cardNumber),
        passwordHash: await passwords.hash(person.password),
        status: 'active' as const,
        activatedAt: now,
      };
      if (existing === null)
        await database.queries.insert(accounts).values({ id, ...values, createdAt: now });
      else await database.queries.update(accounts).set(values).where(eq(accounts.id, id));
      return id;
    },
    async person(accountId) {
      const [row] = await database.queries
        .select({ nationalId: accounts.nationalIdSealed, name: accounts.nameSealed })
        .from(accounts)
        .where(eq(accounts.id, accountId));
      if (row === undefined) throw new MhbError('not-found', 'No such account');
      return {
        nationalId: openText(keys.columns, row.nationalId, column(accountId, 'national-id')),
        name: openText(keys.columns, row.name, column(accountId, 'name')),
      };
    },
  };
}

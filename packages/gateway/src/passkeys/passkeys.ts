import { randomUUID, timingSafeEqual } from 'node:crypto';
import { and, asc, count, eq } from 'drizzle-orm';
import type {
  Passkey,
  PasskeyCredentials,
  PasskeyLoginOptions,
  SessionAssurance,
} from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import type { Accounts, Contact } from '../accounts/accounts.js';
import type { Notices } from '../self-service/notices.js';
import type { Audit } from '../audit/audit.js';
import { MINUTE, type Clock } from '../scheduling/clock.js';
import { openText, sealText } from '../secrets/cipher.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { ColumnValue } from '../secrets/row-macs.js';
import type { Caller, Challenges } from '../sessions/challenges.js';
import type { Database, Queries } from '../storage/database.js';
import { passkeys } from '../storage/schema.js';
import type { PasskeyPolicy } from './policy.js';
import { readClientData, refused, verifyAssertion, type NewCredential } from './web-authn.js';

/** The time for which the challenge for a signature is valid. */
export const TIME_TO_SIGN = 3 * MINUTE;
const KEYS_PER_ACCOUNT = 10;

/** The person whom a passkey has logged in, and the assurance of that login. */
export interface PasskeyHolder {
  readonly accountId: string;
  readonly passkeyId: string;
  readonly assurance: SessionAssurance;
}

/** The session in which a key is added, and the contact data of the person. */
export interface EnrollingSession {
  readonly id: string;
  readonly assurance: SessionAssurance;
  readonly contact: Contact | null;
}

/** A key that a device has created in an enrollment. */
export interface NewPasskey extends NewCredential {
  readonly name: string;
}

export interface Passkeys {
  /** @throws {MhbError} `login-method-unavailable` on a page of another origin */
  loginOptions(caller: Caller): Promise<PasskeyLoginOptions>;
  /**
   * Verifies the signature of a device, and calls `enter` within a transaction in which the key cannot be removed.
   * If the signature count has not increased, removes the key, because it must have been copied.
   * @throws {MhbError} `login-failed`, `passkey-refused`, `challenge-expired`, and the errors of `enter`
   */
  use<T>(
    credential: PasskeyCredentials['credential'],
    caller: Caller,
    enter: (holder: PasskeyHolder, queries: Queries) => Promise<T>,
  ): Promise<T>;
  /** Returns the account's passkeys in the order in which they were added. */
  list(accountId: string): Promise<readonly Passkey[]>;
  credentialIds(accountId: string): Promise<readonly string[]>;
  /** @throws {MhbError} `quota-reached` */
  requireRoom(accountId: string): Promise<void>;
  /**
   * Adds a key. Must be called within a transaction that has locked the account.
   * @throws {MhbError} `passkey-refused` if any account already has this key
   */
  add(queries: Queries, accountId: string, key: NewPasskey, session: EnrollingSession): Promise<void>;
  /**
   * Removes a passkey and ends every session that was opened with it. Returns whether the account had this
   * passkey.
   */
  remove(accountId: string, id: string, sessionId: string): Promise<boolean>;
  /** Returns the user handle that a device stores for the key, which reveals nothing about the person. */
  userHandle(accountId: string): string;
}

export interface PasskeysParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly challenges: Challenges;
  readonly notices: Notices;
  readonly audit: Audit;
  readonly policy: PasskeyPolicy;
  readonly clock: Clock;
}

interface Details {
  readonly credentialId: string;
  /** The public key in COSE format, as base64url. */
  readonly publicKey: string;
  readonly name: string;
}

type Row = typeof passkeys.$inferSelect;

const boundColumns = (row: Omit<Row, 'mac' | 'lastUsedAt'>): readonly ColumnValue[] => [
  row.id,
  row.accountId,
  row.credentialLookup,
  row.detailsSealed,
  row.assurance,
  row.counter,
  String(row.synced),
  row.addedAt,
];

export function createPasskeys(parts: PasskeysParts): Passkeys {
  const { database, keys, accounts, challenges, notices, audit, policy, clock } = parts;
  const credentialLookup = (id: string): Uint8Array => keys.lookup('passkey', id);
  const context = (id: string): string => `passkey:${id}`;
  const macOf = (row: Omit<Row, 'mac' | 'lastUsedAt'>): Uint8Array =>
    keys.rowMacs.of('passkey', boundColumns(row));
  const isOurs = (row: Row): boolean => keys.rowMacs.fits('passkey', boundColumns(row), row.mac);
  const detailsOf = (row: Row): Details =>
    JSON.parse(openText(keys.columns, row.detailsSealed, context(row.id))) as Details;
  const userHandle = (accountId: string): string =>
    Buffer.from(keys.lookup('passkey-user', accountId)).toString('base64url');

  async function ownRows(accountId: string): Promise<readonly Row[]> {
    const rows = await database.queries
      .select()
      .from(passkeys)
      .where(eq(passkeys.accountId, accountId))
      .orderBy(asc(passkeys.addedAt));
    return rows.filter(isOurs);
  }

  function requirePage({ origin }: Caller): void {
    if (!policy.origins.has(origin))
      throw new MhbError('login-method-unavailable', 'Passkeys are not accepted on this page');
  }

  const isOwner = (accountId: string, handle: string | null): boolean => {
    // A device that stores no user handle has created the key for one account only.
    if (handle === null) return true;
    const [given, right] = [Buffer.from(handle), Buffer.from(userHandle(accountId))];
    return given.length === right.length && timingSafeEqual(given, right);
  };

  async function findRow(id: string): Promise<Row> {
    const [row] = await database.queries
      .select()
      .from(passkeys)
      .where(eq(passkeys.credentialLookup, credentialLookup(id)));
    if (row === undefined || !isOurs(row)) throw refused('No such key');
    return row;
  }

  /** Removes a key that must have been copied, because two devices have it. */
  async function end(queries: Queries, { id, accountId }: Row, contact: Contact | null): Promise<void> {
    await queries.delete(passkeys).where(eq(passkeys.id, id));
    await notices.tell(queries, accountId, contact, 'passkey-ended');
    await audit({ action: 'passkey.end', accountId, sessionId: null, subject: id }, queries);
  }

  return {
    userHandle,

    async loginOptions(caller) {
      requirePage(caller);
      const { nonce } = await challenges.issue(caller);
      return { challenge: nonce, rpId: policy.rpId, timeout: TIME_TO_SIGN, userVerification: 'required' };
    },

    async use(credential, caller, enter) {
      requirePage(caller);
      const { challenge } = readClientData(credential.response.clientDataJSON);
      if (!(await challenges.consume(challenge, caller)))
        throw new MhbError(
          'challenge-expired',
          'The challenge is unknown, used, expired or from another page',
        );
      const found = await findRow(credential.id);
      const { accountId, synced } = found;
      const { credentialId, publicKey } = detailsOf(found);
      const { counter } = await verifyAssertion(
        credential,
        { challenge, origin: caller.origin, rpId: policy.rpId },
        { credentialId, publicKey: Buffer.from(publicKey, 'base64url') },
      );
      if (!isOwner(accountId, credential.response.userHandle))
        throw refused('The key belongs to another account');
      if (synced && !policy.acceptsSynced) throw refused('Synced keys are not accepted here');
      const contact = await accounts.contact(accountId);
      const outcome = await database.transaction(async (queries) => {
        // As in every change to an account, the account is locked first.
        if (!(await accounts.holdActive(queries, accountId)))
          throw new MhbError('account-suspended', 'The account is suspended');
        const [row] = await queries.select().from(passkeys).where(eq(passkeys.id, found.id)).for('update');
        if (row === undefined || !isOurs(row)) throw refused('No such key');
        const { assurance } = row;
        if ((counter > 0 || row.counter > 0) && counter <= row.counter) {
          await end(queries, row, contact);
          return null;
        }
        await queries
          .update(passkeys)
          .set({ counter, lastUsedAt: clock(), mac: macOf({ ...row, counter }) })
          .where(eq(passkeys.id, row.id));
        return { entered: await enter({ accountId, passkeyId: row.id, assurance }, queries) };
      });
      if (outcome === null) throw refused('The signature count did not increase: the key was copied');
      return outcome.entered;
    },

    async list(accountId) {
      return (await ownRows(accountId)).map((row) => ({
        id: row.id,
        name: detailsOf(row).name,
        assurance: row.assurance,
        synced: row.synced,
        addedAt: row.addedAt.toISOString(),
        lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      }));
    },

    credentialIds: async (accountId) => (await ownRows(accountId)).map((row) => detailsOf(row).credentialId),

    async requireRoom(accountId) {
      const [found] = await database.queries
        .select({ keys: count() })
        .from(passkeys)
        .where(eq(passkeys.accountId, accountId));
      if ((found?.keys ?? 0) >= KEYS_PER_ACCOUNT)
        throw new MhbError('quota-reached', 'The account has the maximum number of passkeys');
    },

    async add(queries, accountId, { credentialId, publicKey, counter, synced, name }, session) {
      const id = randomUUID();
      const { assurance, contact } = session;
      const details: Details = {
        credentialId,
        publicKey: Buffer.from(publicKey).toString('base64url'),
        name,
      };
      const row = {
        id,
        accountId,
        credentialLookup: credentialLookup(credentialId),
        detailsSealed: sealText(keys.columns, JSON.stringify(details), context(id)),
        assurance,
        counter,
        synced,
        addedAt: clock(),
      };
      const added = await queries
        .insert(passkeys)
        .values({ ...row, mac: macOf(row) })
        .onConflictDoNothing()
        .returning({ id: passkeys.id });
      if (added.length === 0) throw refused('The key is enrolled already');
      await notices.tell(queries, accountId, contact, 'passkey-added');
      await audit({ action: 'passkey.add', accountId, sessionId: session.id, subject: id }, queries);
    },

    async remove(accountId, id, sessionId) {
      const contact = await accounts.contact(accountId);
      return database.transaction(async (queries) => {
        const removed = await queries
          .delete(passkeys)
          .where(and(eq(passkeys.accountId, accountId), eq(passkeys.id, id)))
          .returning({ id: passkeys.id });
        if (removed.length === 0) return false;
        await notices.tell(queries, accountId, contact, 'passkey-removed');
        await audit({ action: 'passkey.remove', accountId, sessionId, subject: id }, queries);
        return true;
      });
    },
  };
}

import { randomBytes, randomInt, randomUUID } from 'node:crypto';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type {
  OpenedPasskeyEnrolment,
  PasskeyCompletion,
  PasskeyEnrolment,
  PasskeyEnrolmentState,
} from '@mhb-kit/core/gateway';
import { maskName } from '@mhb-kit/core/identity';
import type { Accounts } from '../accounts/accounts.js';
import type { OwnAccount } from '../self-service/own-account.js';
import { MINUTE, later, type Clock } from '../scheduling/clock.js';
import type { Network } from '../limits/networks.js';
import { openText, sealText } from '../secrets/cipher.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { ColumnValue } from '../secrets/row-macs.js';
import { isAtLeast, requireProofAgain, tooLow } from '../sessions/assurance.js';
import type { Caller, Challenges } from '../sessions/challenges.js';
import type { ActiveSession, Sessions } from '../sessions/sessions.js';
import type { Database, Queries } from '../storage/database.js';
import { passkeyEnrolments } from '../storage/schema.js';
import { TIME_TO_SIGN, type NewPasskey, type Passkeys } from './passkeys.js';
import type { PasskeyPolicy } from './policy.js';
import { readClientData, refused, signatureAlgorithms, verifyAttestation } from './web-authn.js';

/** Five minutes are long enough to get the phone, scan the code and use a fingerprint. */
const LIFETIME = 5 * MINUTE;
const CODE_ATTEMPTS = 3;
/** The name that devices show for the key. */
const SERVICE_NAME = '健康存摺';

/**
 * Adds a passkey on a device. A session in which the person's identity was proved creates a ticket, and one device
 * opens the ticket and creates the key. If the session is on another device, the device with the key shows a code,
 * and the person types this code into the session. Someone who only photographed the ticket cannot get the code
 * confirmed. A key never has a higher assurance than the session.
 */
export interface PasskeyEnrolments {
  /**
   * Starts an enrollment, and invalidates earlier enrollments of the account.
   * @throws {MhbError} `stronger-login-required`, `assurance-too-low`, `quota-reached`, `login-failed`,
   * `too-many-attempts`
   */
  begin(session: ActiveSession, currentPassword: string, network: Network): Promise<PasskeyEnrolment>;
  /** @throws {MhbError} `not-found` */
  state(session: ActiveSession, id: string): Promise<PasskeyEnrolmentState>;
  /** @throws {MhbError} `code-wrong`, `code-expired`, `passkey-refused` */
  confirm(session: ActiveSession, id: string, code: string): Promise<void>;
  /**
   * Opens the ticket on a device. From then on, only this device can continue the enrollment.
   * @throws {MhbError} `ticket-invalid`, `login-method-unavailable`
   */
  open(ticket: string, caller: Caller): Promise<OpenedPasskeyEnrolment>;
  /**
   * Returns the code to type on the other device; `null` if no code is needed.
   * @throws {MhbError} `ticket-invalid`, `passkey-refused`
   */
  complete(completion: PasskeyCompletion, caller: Caller): Promise<string | null>;
  forgetExpired(): Promise<void>;
}

export interface PasskeyEnrolmentsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly challenges: Challenges;
  readonly passkeys: Passkeys;
  /** Checks the password, so that a page left open is not enough to add a key. */
  readonly confirmPassword: OwnAccount['confirm'];
  readonly policy: PasskeyPolicy;
  /** Returns the address of the gateway's page on which a device opens an enrollment. */
  readonly pageUrl: () => string;
  readonly clock: Clock;
}

type Row = typeof passkeyEnrolments.$inferSelect;

const boundColumns = (row: Omit<Row, 'mac' | 'attempts'>): readonly ColumnValue[] => [
  row.id,
  row.accountId,
  row.sessionId,
  row.sessionKey,
  row.embedder,
  row.assurance,
  row.ticketHash,
  row.expiresAt,
  row.openerKey,
  row.challengeHash,
  row.createdSealed,
  row.codeLookup,
];

export function createPasskeyEnrolments(parts: PasskeyEnrolmentsParts): PasskeyEnrolments {
  const { database, keys, accounts, sessions, challenges, passkeys, policy } = parts;
  const { confirmPassword, pageUrl, clock } = parts;
  const macOf = (row: Omit<Row, 'mac' | 'attempts'>): Uint8Array =>
    keys.rowMacs.of('passkey-enrolment', boundColumns(row));
  const isOurs = (row: Row): boolean => keys.rowMacs.fits('passkey-enrolment', boundColumns(row), row.mac);
  const context = (id: string): string => `passkey-enrolment:${id}`;
  const codeLookup = (id: string, code: string): Uint8Array => keys.lookup('passkey-code', `${id}\0${code}`);
  const invalid = (): MhbError => new MhbError('ticket-invalid', 'The ticket is unknown, used or expired');
  const isSame = (one: Uint8Array, other: Uint8Array | null): boolean =>
    other !== null && Buffer.from(one).equals(other);

  /** Finds the enrollment that a ticket belongs to. Throws if the session that started it is no longer open. */
  async function find(ticket: string): Promise<Row> {
    const [row] = await database.queries
      .select()
      .from(passkeyEnrolments)
      .where(and(eq(passkeyEnrolments.ticketHash, sha256(ticket)), gt(passkeyEnrolments.expiresAt, clock())));
    if (row === undefined || !isOurs(row) || !(await sessions.isOpen(row.sessionId))) throw invalid();
    return row;
  }

  const own = ({ id: sessionId, accountId }: ActiveSession, id: string) =>
    and(
      eq(passkeyEnrolments.id, id),
      eq(passkeyEnrolments.accountId, accountId),
      eq(passkeyEnrolments.sessionId, sessionId),
      gt(passkeyEnrolments.expiresAt, clock()),
    );

  /** Updates a row, but only if it has not changed since it was read. Returns whether the row was updated. */
  async function goOn(before: Row, changes: Partial<Row>): Promise<boolean> {
    const row = { ...before, ...changes };
    const gone = await database.queries
      .update(passkeyEnrolments)
      .set({ ...changes, mac: macOf(row) })
      .where(and(eq(passkeyEnrolments.id, before.id), eq(passkeyEnrolments.mac, before.mac)))
      .returning({ id: passkeyEnrolments.id });
    return gone.length === 1;
  }

  /**
   * Adds the key to the account. This succeeds only once, and only if the row has not changed since it was
   * checked.
   */
  async function add(row: Row, key: NewPasskey): Promise<void> {
    const { id, accountId, sessionId, assurance } = row;
    const contact = await accounts.contact(accountId);
    await database.transaction(async (queries: Queries) => {
      // As in every change to an account, the account is locked first.
      if (!(await accounts.holdActive(queries, accountId))) throw invalid();
      const ended = await queries
        .delete(passkeyEnrolments)
        .where(and(eq(passkeyEnrolments.id, id), eq(passkeyEnrolments.mac, row.mac)))
        .returning({ id: passkeyEnrolments.id });
      if (ended.length === 0) throw invalid();
      await passkeys.add(queries, accountId, key, { id: sessionId, assurance, contact });
    });
  }

  return {
    async begin(session, currentPassword, network) {
      requireProofAgain(session);
      const { id: sessionId, accountId, keyThumbprint: sessionKey, assurance, embedder } = session;
      if (!isAtLeast(assurance, policy.enrolFrom)) throw tooLow(assurance, policy.enrolFrom);
      await passkeys.requireRoom(accountId);
      await confirmPassword({ accountId, sessionId, network }, currentPassword);
      const ticket = randomBytes(32).toString('base64url');
      const row = {
        id: randomUUID(),
        accountId,
        sessionId,
        sessionKey,
        embedder,
        assurance,
        ticketHash: sha256(ticket),
        expiresAt: later(clock(), LIFETIME),
        openerKey: null,
        challengeHash: null,
        createdSealed: null,
        codeLookup: null,
      };
      const values = { ...row, attempts: 0, mac: macOf(row) };
      await database.queries
        .insert(passkeyEnrolments)
        .values(values)
        .onConflictDoUpdate({ target: passkeyEnrolments.accountId, set: values });
      return {
        id: row.id,
        ticket,
        address: `${pageUrl()}#ticket=${ticket}`,
        expiresAt: row.expiresAt.toISOString(),
      };
    },

    async state(session, id) {
      const [row] = await database.queries.select().from(passkeyEnrolments).where(own(session, id));
      if (row === undefined || !isOurs(row))
        throw new MhbError('not-found', 'The enrolment no longer exists');
      if (row.createdSealed !== null) return { status: 'created' };
      return { status: row.openerKey === null ? 'waiting' : 'opened' };
    },

    async confirm(session, id, code) {
      const expired = (): MhbError =>
        new MhbError('code-expired', 'The code has expired or has no attempts left');
      const [row] = await database.queries
        .update(passkeyEnrolments)
        .set({ attempts: sql`${passkeyEnrolments.attempts} + 1` })
        .where(and(own(session, id), lt(passkeyEnrolments.attempts, CODE_ATTEMPTS)))
        .returning();
      if (row === undefined || !isOurs(row) || row.createdSealed === null) throw expired();
      if (!isSame(codeLookup(id, code), row.codeLookup))
        throw new MhbError('code-wrong', 'The code differs from the one on the other device', {
          details: { attemptsLeft: CODE_ATTEMPTS - row.attempts },
        });
      const { publicKey, ...key } = JSON.parse(
        openText(keys.columns, row.createdSealed, context(id)),
      ) as Omit<NewPasskey, 'publicKey'> & { readonly publicKey: string };
      await add(row, { ...key, publicKey: Buffer.from(publicKey, 'base64url') });
    },

    async open(ticket, caller) {
      if (!policy.origins.has(caller.origin))
        throw new MhbError('login-method-unavailable', 'Passkeys cannot be added on this page');
      const row = await find(ticket);
      if (row.openerKey !== null) throw invalid();
      const { nonce } = await challenges.issue(caller);
      const { keyThumbprint: openerKey } = caller;
      if (!(await goOn(row, { openerKey, challengeHash: sha256(nonce) }))) throw invalid();
      const { accountId, embedder } = row;
      const name = maskName((await accounts.person(accountId)).name);
      const ids = await passkeys.credentialIds(accountId);
      return {
        person: { name },
        embedder,
        options: {
          challenge: nonce,
          rp: { id: policy.rpId, name: SERVICE_NAME },
          user: { id: passkeys.userHandle(accountId), name, displayName: name },
          pubKeyCredParams: signatureAlgorithms.map((alg) => ({ type: 'public-key', alg })),
          timeout: TIME_TO_SIGN,
          excludeCredentials: ids.map((id) => ({ type: 'public-key', id })),
          authenticatorSelection: {
            residentKey: 'required',
            requireResidentKey: true,
            userVerification: 'required',
          },
          attestation: 'none',
        },
      };
    },

    async complete({ ticket, name, credential }, caller) {
      const row = await find(ticket);
      if (row.openerKey !== caller.keyThumbprint || row.createdSealed !== null) throw invalid();
      const { challenge } = readClientData(credential.response.clientDataJSON);
      if (!isSame(sha256(challenge), row.challengeHash) || !(await challenges.consume(challenge, caller)))
        throw new MhbError(
          'challenge-expired',
          'The challenge is unknown, used, expired or from another page',
        );
      const expected = { challenge, origin: caller.origin, rpId: policy.rpId };
      const key = { ...(await verifyAttestation(credential, expected)), name };
      if (key.synced && !policy.acceptsSynced) throw refused('Synced keys are not accepted here');
      if (row.openerKey === row.sessionKey) {
        await add(row, key);
        return null;
      }
      const code = String(randomInt(10_000)).padStart(4, '0');
      const kept = { ...key, publicKey: Buffer.from(key.publicKey).toString('base64url') };
      const createdSealed = sealText(keys.columns, JSON.stringify(kept), context(row.id));
      if (!(await goOn(row, { createdSealed, codeLookup: codeLookup(row.id, code) }))) throw invalid();
      return code;
    },

    async forgetExpired() {
      await database.queries.delete(passkeyEnrolments).where(lte(passkeyEnrolments.expiresAt, clock()));
    },
  };
}

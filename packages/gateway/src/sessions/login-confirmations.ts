import { randomBytes } from 'node:crypto';
import { and, eq, gt, lt, lte, sql } from 'drizzle-orm';
import type { Passwords } from '../accounts/passwords.js';
import { CODE_ATTEMPTS, CODE_LIFETIME, checkCode, codeExpired, issueCode } from '../accounts/sms-codes.js';
import { later, type Clock } from '../scheduling/clock.js';
import { messageWithheld, type Outbox } from '../messages/outbox.js';
import { loginCodeSms } from '../messages/texts.js';
import { sha256, type GatewayKeys } from '../secrets/gateway-keys.js';
import type { ColumnValue } from '../secrets/row-macs.js';
import type { Database } from '../storage/database.js';
import { loginConfirmations } from '../storage/schema.js';
import type { LoginThrottle } from './login-throttle.js';
import type { SessionGrant } from './sessions.js';

/** A login that still needs a code by SMS, with the data to store in the account once the code is entered. */
export interface UnconfirmedLogin extends SessionGrant {
  readonly bridgeThumbprint: string | null;
  readonly certificateLookup: Uint8Array | null;
}

export interface IssuedCode {
  readonly handle: string;
  /** The last digits of the mobile number. */
  readonly mobile: string;
  readonly expiresAt: Date;
}

export interface LoginConfirmations {
  /**
   * Sends a code.
   * @throws {MhbError} `too-many-attempts` if too many codes were sent but not used, `quota-reached`
   */
  ask(login: UnconfirmedLogin, mobile: string): Promise<IssuedCode>;
  /**
   * Returns the login that the holder of this key has started.
   * @throws {MhbError} `code-wrong`, `code-expired`
   */
  take(handle: string, code: string, keyThumbprint: string): Promise<UnconfirmedLogin>;
  forgetExpired(): Promise<void>;
}

export interface LoginConfirmationsParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  readonly passwords: Passwords;
  readonly throttle: LoginThrottle;
  readonly outbox: Outbox;
  readonly clock: Clock;
}

const boundColumns = (
  row: Omit<typeof loginConfirmations.$inferSelect, 'mac' | 'attempts'>,
): readonly ColumnValue[] => [
  row.handleHash,
  row.accountId,
  row.keyThumbprint,
  row.embedder,
  row.scopes.join(' '),
  row.assurance,
  row.bridgeThumbprint,
  row.certificateLookup,
  row.codeHash,
  row.expiresAt,
];

export function createLoginConfirmations(parts: LoginConfirmationsParts): LoginConfirmations {
  const { database, keys, passwords, throttle, outbox, clock } = parts;
  return {
    async ask(login, mobile) {
      await throttle.countCode(login.accountId);
      const handle = randomBytes(32).toString('base64url');
      const { code, codeHash } = await issueCode(passwords);
      const expiresAt = later(clock(), CODE_LIFETIME);
      const isSent = await database.transaction(async (queries) => {
        const concern = { purpose: 'code', accountId: login.accountId } as const;
        if (!(await outbox.put(queries, loginCodeSms(mobile, code), CODE_LIFETIME, concern))) return false;
        const row = { ...login, handleHash: sha256(handle), codeHash, expiresAt };
        await queries
          .insert(loginConfirmations)
          .values({ ...row, mac: keys.rowMacs.of('login-confirmation', boundColumns(row)) });
        return true;
      });
      if (!isSent) throw messageWithheld();
      return { handle, mobile: mobile.slice(-3), expiresAt };
    },

    async take(handle, code, keyThumbprint) {
      const mine = and(
        eq(loginConfirmations.handleHash, sha256(handle)),
        eq(loginConfirmations.keyThumbprint, keyThumbprint),
      );
      const [counted] = await database.queries
        .update(loginConfirmations)
        .set({ attempts: sql`${loginConfirmations.attempts} + 1` })
        .where(
          and(
            mine,
            gt(loginConfirmations.expiresAt, clock()),
            lt(loginConfirmations.attempts, CODE_ATTEMPTS),
          ),
        )
        .returning();
      const row = await checkCode(passwords, counted, code);
      if (!keys.rowMacs.fits('login-confirmation', boundColumns(row), row.mac)) throw codeExpired();
      const used = await database.queries.delete(loginConfirmations).where(mine).returning();
      if (used.length === 0) throw codeExpired();
      await throttle.forgiveCodes(row.accountId);
      return row;
    },

    async forgetExpired() {
      await database.queries.delete(loginConfirmations).where(lte(loginConfirmations.expiresAt, clock()));
    },
  };
}

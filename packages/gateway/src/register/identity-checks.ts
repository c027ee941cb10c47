import { MhbError } from '@mhb-kit/core/error';
import { SECOND, type Clock } from '../scheduling/clock.js';
import type { GatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { createIdentityAttempts } from './identity-attempts.js';
import type { Applicant, ContactOnRecord, Register, RegisterAnswer } from './register.js';

/** Checks a person's identity with the operator's register. */
export interface IdentityChecks {
  /**
   * Counts an attempt to prove an identity. Must be called before anything is compared.
   * @throws {MhbError} `too-many-attempts`
   */
  count(nationalId: string): Promise<void>;
  /**
   * Verifies an applicant with the register. Without a register, the answer is always `see-a-person`.
   * @throws {MhbError} `service-unavailable`
   */
  verify(applicant: Applicant): Promise<RegisterAnswer>;
  /** Whether the register can supply contact data. */
  readonly hasContacts: boolean;
  /** @throws {MhbError} `service-unavailable` */
  contactOnRecord(nationalId: string): Promise<ContactOnRecord | null>;
  forgetOld(): Promise<void>;
}

export interface IdentityChecksParts {
  readonly database: Database;
  readonly keys: GatewayKeys;
  /** `null` if the operator has no register. */
  readonly register: Register | null;
  /** The maximum number of attempts per day to prove one person's identity. */
  readonly attemptsPerDay: number;
  readonly clock: Clock;
}

/** The time limit for every register. A register may have a shorter time limit. */
const LONGEST_ANSWER = 30 * SECOND;

export function createIdentityChecks(parts: IdentityChecksParts): IdentityChecks {
  const { database, keys, register, attemptsPerDay, clock } = parts;
  const attempts = createIdentityAttempts(database, keys, clock, attemptsPerDay);
  const limit = (): AbortSignal => AbortSignal.timeout(LONGEST_ANSWER);
  const unavailable = (cause: unknown): never => {
    throw cause instanceof MhbError
      ? cause
      : new MhbError('service-unavailable', 'The register does not respond', { retriable: true, cause });
  };
  return {
    count: (nationalId) => attempts.count(nationalId),
    async verify(applicant) {
      return register === null
        ? 'see-a-person'
        : register.verifyApplicant(applicant, limit()).catch(unavailable);
    },
    hasContacts: register?.contactOnRecord !== undefined,
    async contactOnRecord(nationalId) {
      return (await register?.contactOnRecord?.(nationalId, limit()).catch(unavailable)) ?? null;
    },
    forgetOld: () => attempts.forgetOld(),
  };
}

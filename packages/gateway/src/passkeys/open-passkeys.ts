import { MhbError } from '@mhb-kit/core/error';
import type { SessionAssurance } from '@mhb-kit/core/gateway';
import type { SelfService } from '../self-service/self-service.js';
import {
  createPasskeyEnrolments,
  type PasskeyEnrolments,
  type PasskeyEnrolmentsParts,
} from './enrolments.js';
import { createPasskeys, type Passkeys, type PasskeysParts } from './passkeys.js';
import { passkeyPolicy, type PasskeyOptions } from './policy.js';

export interface PasskeyRoom {
  readonly keys: Passkeys;
  readonly enrolments: PasskeyEnrolments;
  /**
   * Whether people can log in with a passkey on pages of this origin; `undefined` stands for the gateway's own
   * pages.
   */
  countsOn(origin: string | undefined): boolean;
}

export interface OpenPasskeysParts
  extends
    Omit<PasskeysParts, 'notices' | 'policy'>,
    Omit<PasskeyEnrolmentsParts, 'passkeys' | 'policy' | 'confirmPassword' | 'pageUrl'> {
  readonly publicUrl: string | undefined;
  /** The minimum assurance that the operator requires for logins. */
  readonly minimumAssurance: SessionAssurance;
  readonly selfService: SelfService | null;
}

/** @throws {MhbError} `configuration-invalid` */
export function openPasskeys(options: PasskeyOptions, parts: OpenPasskeysParts): PasskeyRoom {
  const { selfService, publicUrl, minimumAssurance } = parts;
  if (selfService === null)
    throw new MhbError(
      'configuration-invalid',
      'passkeys: registration must be set, so that people are notified of a new key and can remove it',
    );
  const policy = passkeyPolicy(options, publicUrl, minimumAssurance);
  const passkeys = createPasskeys({ ...parts, policy, notices: selfService.notices });
  return {
    keys: passkeys,
    enrolments: createPasskeyEnrolments({
      ...parts,
      policy,
      passkeys,
      confirmPassword: (who, password) => selfService.ownAccount.confirm(who, password),
      pageUrl: () => `${publicUrl}/passkey`,
    }),
    countsOn: (origin) => origin === undefined || policy.origins.has(origin),
  };
}

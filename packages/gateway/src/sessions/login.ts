import { timingSafeEqual } from 'node:crypto';
import type { NhiCardCredentials, SessionAssurance } from '@mhb-kit/core/gateway';
import { normalizeNationalId } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import type { Accounts } from '../accounts/accounts.js';
import type { Passwords } from '../accounts/passwords.js';
import type { Attestations } from './attestation.js';
import type { Challenges } from './challenges.js';
import type { LoginThrottle } from './login-throttle.js';
import type { ActiveSession, Sessions } from './sessions.js';

const strength: readonly SessionAssurance[] = ['card-read', 'card-read-enrolled', 'certificate'];

export interface LoginContext {
  /** Thumbprint of the key that the session will be bound to. */
  readonly keyThumbprint: string;
  readonly origin: string | null;
  readonly network: string;
}

export type LogIn = (
  credentials: NhiCardCredentials,
  context: LoginContext,
) => Promise<{ readonly session: ActiveSession; readonly accessToken: string }>;

export interface LoginParts {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly attestations: Attestations;
  readonly challenges: Challenges;
  readonly throttle: LoginThrottle;
  readonly sessions: Sessions;
  /** The operator's floor. */
  readonly minimumAssurance: SessionAssurance;
}

/**
 * Login with an NHI card and its password. Whoever is not let in learns nothing about whom: unknown person, other
 * card and wrong password give the same answer after the same work. What is refused earlier (challenge, attestation,
 * floor, delay) does not depend on the account.
 */
export function createLogin(parts: LoginParts): LogIn {
  const { accounts, passwords, attestations, challenges, throttle, sessions, minimumAssurance } = parts;

  return async (credentials, { keyThumbprint, origin, network }) => {
    const { password, cardNumber, nonce, attestation } = credentials;
    const nationalId = normalizeNationalId(credentials.nationalId);
    if (!(await challenges.consume(nonce))) {
      throw new MhbError('challenge-expired', 'The challenge is unknown, used or too old');
    }
    const enrolled = await attestations.isEnrolledReading(attestation, {
      cardNumber,
      nationalId: credentials.nationalId,
      nonce,
      origin,
    });
    const assurance: SessionAssurance = enrolled ? 'card-read-enrolled' : 'card-read';
    if (strength.indexOf(assurance) < strength.indexOf(minimumAssurance)) {
      throw new MhbError('assurance-too-low', 'The operator asks for a stronger login', {
        details: { assurance, minimumAssurance },
      });
    }
    const attempt = await throttle.attempt({ nationalId, cardNumber, network });
    const account = await accounts.findForLogin(nationalId);
    const cardMatches = timingSafeEqual(
      account?.cardNumberLookup ?? accounts.cardLookup(''),
      accounts.cardLookup(cardNumber),
    );
    const passwordMatches = await passwords.matches(account?.passwordHash ?? null, password);
    if (account?.status !== 'active' || !cardMatches || !passwordMatches) {
      throw new MhbError('login-failed', 'Person, card and password do not belong together', {
        details: { attemptsLeft: attempt.attemptsLeft, retryAfterSeconds: attempt.retryAfterSeconds },
      });
    }
    await attempt.succeeded();
    return sessions.open(account.id, keyThumbprint, assurance);
  };
}

import { timingSafeEqual } from 'node:crypto';
import type { Accounts } from '../accounts/accounts.js';
import type { Passwords } from '../accounts/passwords.js';
import type { CardReading, CardReadings } from './card-readings.js';
import type { LoginThrottle } from './login-throttle.js';
import type { ActiveSession, Sessions } from './sessions.js';

export interface LoginContext {
  /** Thumbprint of the key that the session will be bound to. */
  readonly keyThumbprint: string;
  readonly origin: string | null;
  readonly network: string;
}

export type LogIn = (
  credentials: CardReading & { readonly password: string },
  context: LoginContext,
) => Promise<{ readonly session: ActiveSession; readonly accessToken: string }>;

export interface LoginParts {
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly readings: CardReadings;
  readonly throttle: LoginThrottle;
  readonly sessions: Sessions;
}

/**
 * Login with an NHI card and its password. Whoever is not let in learns nothing about whom: unknown person, other
 * card and wrong password give the same answer after the same work.
 */
export function createLogin({ accounts, passwords, readings, throttle, sessions }: LoginParts): LogIn {
  return async (credentials, { keyThumbprint, origin, network }) => {
    const { nationalId, cardNumber, assurance } = await readings.accept(credentials, origin);
    const attempt = await throttle.attempt({ nationalId, cardNumber, network });
    const account = await accounts.findForLogin(nationalId);
    const cardMatches = timingSafeEqual(
      account?.cardNumberLookup ?? accounts.cardLookup(''),
      accounts.cardLookup(cardNumber),
    );
    const passwordMatches = await passwords.matches(account?.passwordHash ?? null, credentials.password);
    if (account?.status !== 'active' || !cardMatches || !passwordMatches) throw attempt.failed();
    await attempt.succeeded();
    return sessions.open(account.id, keyThumbprint, assurance);
  };
}

import { normalizeNationalId } from '@mhb-kit/core/identity';
import type { Network } from '../limits/networks.js';
import type { LoginThrottle } from '../sessions/login-throttle.js';
import type { Database } from '../storage/database.js';
import type { AccountChanges } from './account-changes.js';
import type { Accounts } from '../accounts/accounts.js';
import type { Passwords } from '../accounts/passwords.js';

/**
 * Suspends an account immediately, for a person who has lost the card and cannot log in. `Recoveries` ends
 * the suspension.
 */
export interface Suspensions {
  /** @throws {MhbError} `login-failed`, `too-many-attempts`, `guesses-used-up` */
  suspend(nationalId: string, password: string, network: Network): Promise<void>;
}

export interface SuspensionsParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly passwords: Passwords;
  readonly throttle: LoginThrottle;
  readonly accountChanges: AccountChanges;
}

export function createSuspensions(parts: SuspensionsParts): Suspensions {
  const { database, accounts, passwords, throttle, accountChanges } = parts;
  return {
    async suspend(typed, password, network) {
      const nationalId = normalizeNationalId(typed);
      // Attempts count toward the login limits, so that nobody can guess a password this way.
      const account = await throttle.guess(
        { nationalId, cardNumber: null, origin: { kind: 'unknown', network } },
        async () => {
          const found = await accounts.findForLogin(nationalId);
          return (await passwords.matches(found?.passwordHash ?? null, password)) ? found : null;
        },
      );
      if (account.status === 'suspended') return;
      await database.transaction((queries) =>
        accountChanges.suspend(queries, account.id, { sessionId: null, staff: null }),
      );
    },
  };
}

import { hash, verify } from '@node-rs/argon2';

/** Parameters for argon2id. OWASP recommends 19 MiB and two passes. The pepper is passed as argon2's secret. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /**
   * Checks a password against a stored hash, which is `null` if the account does not exist. The check takes the
   * same time in both cases.
   */
  matches(stored: string | null, password: string): Promise<boolean>;
}

export function createPasswords(pepper: Uint8Array): Passwords {
  const options = { ...parameters, secret: pepper };
  // A hash that matches nobody's password. Its computation begins when the gateway starts.
  const nobodys = hash('', options);
  return {
    hash: (password) => hash(password, options),
    async matches(stored, password) {
      const right = await verify(stored ?? (await nobodys), password, { secret: pepper });
      return right && stored !== null;
    },
  };
}

import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes, as OWASP recommends; the pepper is argon2's secret. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes the same time whether or not there is a stored hash (`null` if there is none). */
  matches(stored: string | null, password: string): Promise<boolean>;
}

export function createPasswords(pepper: Uint8Array): Passwords {
  const options = { ...parameters, secret: pepper };
  // Computed while the gateway starts.
  const nobodys = hash('', options);
  return {
    hash: (password) => hash(password, options),
    async matches(stored, password) {
      const right = await verify(stored ?? (await nobodys), password, { secret: pepper });
      return right && stored !== null;
    },
  };
}

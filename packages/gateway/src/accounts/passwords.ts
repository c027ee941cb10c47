import { hash, verify } from '@node-rs/argon2';

/** argon2id with 19 MiB and two passes (OWASP's first choice of parameters), and the pepper as its secret. */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/**
 * - `nhi-legacy`: 6 to 12 ASCII letters and digits, as the NHI's registration form has it;
 * - `asvs`: 8 to 64 characters of any kind (OWASP ASVS 5.0, 6.2.1, 6.2.5, 6.2.9).
 */
export type PasswordPolicy = 'nhi-legacy' | 'asvs';

const policies: Readonly<Record<PasswordPolicy, (password: string) => boolean>> = {
  'nhi-legacy': (password) => /^[A-Za-z0-9]{6,12}$/.test(password),
  asvs: (password) => {
    const { length } = [...password];
    return length >= 8 && length <= 64;
  },
};

export function meetsPolicy(policy: PasswordPolicy, password: string): boolean {
  return policies[policy](password);
}

export interface Passwords {
  hash(password: string): Promise<string>;
  /** Takes as long when there is nothing to compare with (`null`) as when there is. */
  matches(stored: string | null, password: string): Promise<boolean>;
}

export async function createPasswords(pepper: Uint8Array): Promise<Passwords> {
  const options = { ...parameters, secret: pepper };
  const nobodys = await hash('', options);
  return {
    hash: (password) => hash(password, options),
    async matches(stored, password) {
      const right = await verify(stored ?? nobodys, password, { secret: pepper });
      return right && stored !== null;
    },
  };
}

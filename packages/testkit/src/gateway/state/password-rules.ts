import { MhbError } from '@mhb-kit/core/error';
import { meetsPasswordPolicy, type PasswordPolicy } from '@mhb-kit/core/identity';

/**
 * Checks a password only against the policy. The list of common passwords, which the real gateway also refuses
 * under `asvs`, is not included in the page.
 * @throws {MhbError} `password-not-acceptable`
 */
export function requireGoodPassword(policy: PasswordPolicy, password: string): void {
  if (meetsPasswordPolicy(policy, password)) return;
  throw new MhbError('password-not-acceptable', 'The password does not meet the policy', {
    details: { policy },
  });
}

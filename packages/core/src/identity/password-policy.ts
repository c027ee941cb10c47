/**
 * The policies for account passwords, one of which the operator chooses:
 * - `nhi-legacy`: 6 to 12 ASCII letters and digits, as on the NHI's registration form;
 * - `asvs`: 8 to 64 characters of any kind (OWASP ASVS 5.0, 6.2.1, 6.2.5, 6.2.9). The gateway also refuses
 *   common passwords and passwords derived from the person's data (6.2.4, 6.2.11).
 */
export const passwordPolicies = ['nhi-legacy', 'asvs'] as const;
export type PasswordPolicy = (typeof passwordPolicies)[number];

const policies: Readonly<Record<PasswordPolicy, (password: string) => boolean>> = {
  'nhi-legacy': (password) => /^[A-Za-z0-9]{6,12}$/.test(password),
  asvs: (password) => {
    const { length } = [...password];
    return length >= 8 && length <= 64;
  },
};

export function meetsPasswordPolicy(policy: PasswordPolicy, password: string): boolean {
  return policies[policy](password);
}

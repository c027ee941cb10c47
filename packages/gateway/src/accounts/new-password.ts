import { MhbError } from '@mhb-kit/core/error';
import { meetsPasswordPolicy, type PasswordPolicy } from '@mhb-kit/core/identity';

/** Words related to the service (OWASP ASVS 5.0, 6.1.2), which attackers try first. */
const serviceWords = ['健康存摺', '健保', 'myhealthbank', 'healthbank', 'mhbkit', 'mhb', 'nhi'];
/** Shorter parts of a person's data occur in any password. */
const SHORTEST_OWN_WORD = 4;
/** Minimum length of a password without such words (ASVS 6.2.1). */
const LEAST = 8;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

let common: Promise<ReadonlySet<string>> | undefined;
/**
 * About 49,000 passwords that leaks have shown to be common. Loaded when the first password is chosen, not at
 * every start.
 */
const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(folded)),
  ));

/**
 * Checks whether a password may be chosen. The `asvs` policy also refuses common ones (ASVS 6.2.4), and those
 * that consist mainly of words related to the service or the person's data (6.2.11); the NHI's own policy
 * refuses neither.
 * @param own the person's data: ID and card number, name, telephone numbers, mail addresses
 * @throws {MhbError} `password-not-acceptable`, `password-guessable`
 */
export async function checkNewPassword(
  policy: PasswordPolicy,
  password: string,
  own: readonly (string | null)[],
): Promise<void> {
  if (!meetsPasswordPolicy(policy, password)) {
    throw new MhbError('password-not-acceptable', 'The password does not meet the policy', {
      details: { policy },
    });
  }
  if (policy === 'nhi-legacy') return;
  if (isLittleMoreThan(wordsOf(own), password) || (await commonPasswords()).has(folded(password))) {
    throw new MhbError('password-guessable', "The password is common, or consists of the person's data");
  }
}

/** For a mail address also its mailbox, and for a phone number its digits. */
function wordsOf(own: readonly (string | null)[]): readonly string[] {
  const forms = own
    .filter((value) => value !== null)
    .flatMap((value) => [value, value.split('@')[0] ?? '', value.replaceAll(/\D/g, '')]);
  return [...forms.filter((word) => word.length >= SHORTEST_OWN_WORD), ...serviceWords]
    .map(folded)
    .toSorted((one, other) => other.length - one.length);
}

function isLittleMoreThan(words: readonly string[], password: string): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), folded(password));
  return rest !== folded(password) && [...rest].length < LEAST;
}

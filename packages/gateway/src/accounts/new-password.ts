import { MhbError } from '@mhb-kit/core/error';
import { meetsPasswordPolicy, type PasswordPolicy } from '@mhb-kit/core/identity';

/** Words that are related to the service and that attackers try first (OWASP ASVS 5.0, 6.1.2). */
const serviceWords = ['健康存摺', '健保', 'myhealthbank', 'healthbank', 'mhbkit', 'mhb', 'nhi'];
/**
 * The minimum length of a word from a person's data. Shorter words are ignored, because they can occur in any
 * password.
 */
const SHORTEST_OWN_WORD = 4;
/** The minimum number of characters that must be left of a password after these words are removed (ASVS 6.2.1). */
const LEAST = 8;

const folded = (text: string): string => text.normalize('NFKC').toLowerCase();

let common: Promise<ReadonlySet<string>> | undefined;
/**
 * Loads about 49,000 passwords that are common in leaks. They are loaded when a person first chooses a password,
 * rather than at every start.
 */
const commonPasswords = (): Promise<ReadonlySet<string>> =>
  (common ??= import('@zxcvbn-ts/language-common').then(
    ({ dictionary }) => new Set(dictionary['passwords-common'].map(folded)),
  ));

/**
 * Checks whether a new password meets the policy. The `asvs` policy also refuses common passwords (ASVS 6.2.4), and
 * passwords that consist mainly of words related to the service or to the person (6.2.11). The NHI's policy refuses
 * neither.
 * @param own the person's data: ID number, card number, name, telephone numbers, e-mail addresses
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

/**
 * Returns the words that a password must not mainly consist of. They are the words in a person's data, including
 * the part of an e-mail address before the `@` and the digits of a number, and words related to the service.
 */
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

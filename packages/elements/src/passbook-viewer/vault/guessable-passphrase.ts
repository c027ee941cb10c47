/**
 * Detects passphrases that an attacker who has the disk would try first. Only patterns are checked, because full
 * lists of leaked passwords are larger than the viewer.
 */

/** Words that are frequent in lists of leaked passwords, and words that describe the service. */
const commonWords: readonly string[] = [
  ...[
    'password',
    'passw0rd',
    'p@ssw0rd',
    'passphrase',
    'qwertyuiop',
    'qwerty',
    'asdfghjkl',
    'zxcvbnm',
    '1q2w3e4r5t',
    '1qaz2wsx',
  ],
  ...[
    'iloveyou',
    'letmein',
    'welcome',
    'sunshine',
    'princess',
    'football',
    'baseball',
    'dragon',
    'monkey',
    'superman',
    'batman',
  ],
  ...[
    'administrator',
    'admin',
    'master',
    'secret',
    'abc123',
    'ji32k7au4a83',
    'taiwan',
    'taipei',
    'woaini',
    '5201314',
    '1314520',
  ],
  ...['myhealthbank', 'healthbank', 'passbook', 'health', '健康存摺', '健保卡', '健保', '密碼', '密語'],
];

/** Minimum number of characters that must be left of a passphrase after common words and sequences are removed. */
const LEAST_REST = 6;
const DISTINCT = 5;
/** Sequences on the keyboard and in the alphabet, in both directions. */
const rows: readonly string[] = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
].flatMap((row) => [row, [...row].reverse().join('')]);
const ROW_PIECE = 4;

export function isGuessable(passphrase: string): boolean {
  const folded = passphrase.normalize('NFKC').toLowerCase();
  const compact = folded.replace(/[\s._-]/g, '');
  if (new Set(compact).size < DISTINCT || isRepeated(compact)) return true;
  // A string of this form could be a date, a phone number or an ID number. An attacker can guess ten digits within
  // an hour.
  if (/^[a-z]{0,2}\d+[a-z]?$/.test(compact)) return true;
  const rest = withoutRows(commonWords.reduce((left, word) => left.replaceAll(word, ''), compact));
  return rest !== compact && [...rest].length < LEAST_REST;
}

/** Checks whether the text consists of a single part that is repeated, such as `passpasspass`. */
const isRepeated = (text: string): boolean => `${text}${text}`.indexOf(text, 1) < text.length;

/** Removes sequences of four or more characters, such as `efgh` and `9876`. */
function withoutRows(text: string): string {
  let rest = '';
  for (let at = 0; at < text.length;) {
    const length = rowAt(text, at);
    if (length < ROW_PIECE) {
      rest += text.charAt(at);
      at += 1;
    } else at += length;
  }
  return rest;
}

/** Returns the length of the sequence that starts at the given position. */
function rowAt(text: string, at: number): number {
  let length = 0;
  while (at + length < text.length && rows.some((row) => row.includes(text.slice(at, at + length + 1))))
    length += 1;
  return length;
}

/**
 * The kinds of identity numbers in Taiwan: the national ID (國民身分證統一編號), and the resident number
 * (統一證號) in the form issued since 2021-01-02 or in its old form with two letters.
 */
export type NationalIdKind = 'citizen' | 'resident' | 'resident-legacy';

/** The two-digit value of the leading letter, which stands for the county or city that issued the number. */
// prettier-ignore
const LETTER_VALUES: Readonly<Record<string, number>> = {
  A: 10, B: 11, C: 12, D: 13, E: 14, F: 15, G: 16, H: 17, I: 34, J: 18, K: 19, L: 20, M: 21,
  N: 22, O: 35, P: 23, Q: 24, R: 25, S: 26, T: 27, U: 28, V: 29, W: 32, X: 30, Y: 31, Z: 33,
};

const PATTERNS: readonly (readonly [NationalIdKind, RegExp])[] = [
  ['citizen', /^[A-Z][12]\d{8}$/],
  ['resident', /^[A-Z][89]\d{8}$/],
  ['resident-legacy', /^[A-Z][A-D]\d{8}$/],
];

/**
 * Normalizes a number that a person typed: converts it to half-width uppercase characters and removes spaces.
 */
export function normalizeNationalId(input: string): string {
  return input.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Returns the kind of a normalized number, or `null` if its format or its checksum is wrong. */
export function nationalIdKind(id: string): NationalIdKind | null {
  const kind = PATTERNS.find(([, pattern]) => pattern.test(id))?.[0];
  return kind !== undefined && checksum(id) % 10 === 0 ? kind : null;
}

export function isNationalId(id: string): boolean {
  return nationalIdKind(id) !== null;
}

/**
 * Returns the sum of the two digits of the letter and the nine digits that follow, weighted by 1, 9, 8 … 1, 1.
 * The number is valid if the sum is divisible by ten.
 */
function checksum(id: string): number {
  const letter = LETTER_VALUES[id.charAt(0)] ?? 0;
  const second = id.charAt(1);
  const digits = [
    Math.floor(letter / 10),
    letter % 10,
    // An old resident number has a second letter. Only the last digit of its value is used.
    (LETTER_VALUES[second] ?? Number(second)) % 10,
    ...[...id.slice(2)].map(Number),
  ];
  return digits.reduce(
    (sum, digit, index) => sum + digit * (index === 0 || index === 10 ? 1 : 10 - index),
    0,
  );
}

/** Masks the last four digits of the number, as the NHI prints it: `A12345****`. */
export function maskNationalId(id: string): string {
  return id.slice(0, -4) + '*'.repeat(Math.min(4, id.length));
}

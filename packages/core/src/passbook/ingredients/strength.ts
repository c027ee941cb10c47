/**
 * Reads strengths in the names of NHI drug items: `５毫克`, `5MG`, `160/5 MG`, `0.5公克`, `1%`,
 * `250毫克/5毫升`.
 */

/**
 * The factor and the resulting unit for each unit in names. Masses are converted to milligrams; other
 * quantities keep their unit.
 */
const units = new Map<string, readonly [factor: number, unit: string]>([
  ['毫克', [1, 'mg']],
  ['公絲', [1, 'mg']],
  ['MG', [1, 'mg']],
  ['公克', [1000, 'mg']],
  ['克', [1000, 'mg']],
  ['GM', [1000, 'mg']],
  ['G', [1000, 'mg']],
  ['微克', [0.001, 'mg']],
  ['MCG', [0.001, 'mg']],
  ['UG', [0.001, 'mg']],
  ['國際單位', [1, 'IU']],
  ['單位', [1, 'IU']],
  ['IU', [1, 'IU']],
  ['U', [1, 'IU']],
  ['毫升', [1, 'mL']],
  ['公撮', [1, 'mL']],
  ['ML', [1, 'mL']],
  ['%', [1, '%']],
]);

// A constant, so that the test of all regular expressions can judge `amount`.
const unitPattern = '毫克|公絲|MCG|MG|公克|克|GM|G|微克|UG|國際單位|單位|IU|U|毫升|公撮|ML|%';
const amount = new RegExp(
  `(\\d+(?:\\.\\d+)?(?:\\s*[/+-]\\s*\\d+(?:\\.\\d+)?)*)\\s*(${unitPattern})(?![A-Z])`,
  'g',
);

/** Rounds a number to six digits, because a product such as 0.07 · 1000 is not exact. */
const rounded = (value: number): number =>
  Number.isInteger(value) && value < 1_000_000 ? value : Number(value.toPrecision(6));

/**
 * The maximum length of a drug name. A longer string is something else, and matching `amount` against it would
 * be slow.
 */
const LONGEST_NAME = 300;

/**
 * Returns the strength that a folded name states, in a uniform notation (`5 mg`, `5 mg + 160 mg`), or `null` if
 * the name states none.
 */
export function strengthOf(name: string): string | null {
  const parts: string[] = [];
  if (name.length > LONGEST_NAME) return null;
  amount.lastIndex = 0;
  for (let match = amount.exec(name); match !== null; match = amount.exec(name)) {
    const { 1: numbers = '', 2: written = '' } = match;
    const [factor, unit] = units.get(written) ?? [1, written];
    // In `5/160MG`, the unit applies to both numbers.
    for (const number of numbers.split(/[/+-]/)) {
      const part = `${rounded(Number(number) * factor)} ${unit}`;
      if (!parts.includes(part)) parts.push(part);
    }
  }
  return parts.length === 0 ? null : parts.join(' + ');
}

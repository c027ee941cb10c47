/**
 * Reference ranges as hospitals write them into r7.12: two brackets `[low][high]` of which either may say 無, hold a
 * comparison, a whole range or a list of stages; or a plain `3.8-10`, `<150`.
 */

export interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
}

export interface Interval {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

export interface ReferenceStage extends Interval {
  /** As written: `N`, `s3`. */
  readonly label: string;
}

export interface ReferenceRange extends Interval {
  /** As written. */
  readonly text: string;
  /** The normal result of a test that is not a number: `-`, `Negative`. */
  readonly expected: string | null;
  /** Several intervals with names; `low` and `high` are those of the normal one, if one is called so. */
  readonly stages: readonly ReferenceStage[];
}

const none: Interval = { low: null, high: null };
const nothing = /^(?:無|null|none|n\/?a|nil|)$/i;
const decimal = String.raw`[+-]?\d+(?:\.\d+)?`;
const wholeNumber = new RegExp(`^${decimal}$`);
const span = new RegExp(`^(${decimal})\\s*(?:-|~|–|—|to|至)\\s*(${decimal})$`, 'i');
const comparison = new RegExp(`^(<=|>=|=<|=>|[<>≤≥≦≧])\\s*(${decimal})$`);
const words: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`^(?:小於|低於|under)\\s*(${decimal})$`, 'i'), '<'],
  [new RegExp(`^(?:大於|高於|over)\\s*(${decimal})$`, 'i'), '>'],
];

/** One form for full width, tildes, thousands and a unit or a name in parentheses around it. */
const tidy = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[∼〜～]/g, '~')
    .replace(/(\d),(?=\d{3}(?!\d))/g, '$1')
    .trim();

/** The range of a text, or `null` if it states none (`[無][無]`, blank). */
export function parseReferenceRange(text: string | null): ReferenceRange | null {
  if (text === null) return null;
  const parts = bracketed(tidy(text));
  const [first = '', second = ''] = parts.map((part) => (nothing.test(part) ? '' : part));
  if (first === '' && second === '') return null;
  const stages = stagesOf(first) ?? stagesOf(second);
  if (stages !== null) return { text, ...normalOf(stages), expected: null, stages };
  const [low, high] = [intervalOf(first), intervalOf(second)];
  const range = combine(first, low, second, high);
  const expected = range.low === null && range.high === null ? first || second : null;
  return { text, ...range, expected: expected === '' ? null : expected, stages: [] };
}

/** `[a][b]` → a, b; anything else → itself. */
function bracketed(text: string): readonly string[] {
  const two = /^\[([^\]]*)\]\s*\[([^\]]*)\]$/.exec(text);
  if (two !== null) return [(two[1] ?? '').trim(), (two[2] ?? '').trim()];
  return [text.replace(/^\[([^\]]*)\]$/, '$1').trim()];
}

/** A comparison or a range says which bound it is; a bare number is what its place says. */
function combine(first: string, low: Interval | null, second: string, high: Interval | null): Interval {
  const bare = (part: string): Bound | null =>
    wholeNumber.test(part) ? { value: Number(part), inclusive: true } : null;
  const lowest = bare(first) ?? low?.low ?? high?.low ?? null;
  const highest = bare(second) ?? high?.high ?? low?.high ?? null;
  return { low: lowest, high: highest };
}

function intervalOf(part: string): Interval | null {
  const inner = part.replace(/^\((.*)\)$/, '$1').trim();
  const range = span.exec(inner);
  if (range !== null) {
    return {
      low: { value: Number(range[1]), inclusive: true },
      high: { value: Number(range[2]), inclusive: true },
    };
  }
  const compared = comparison.exec(inner);
  if (compared !== null) return boundOf(compared[1] ?? '', Number(compared[2]));
  for (const [pattern, sign] of words) {
    const match = pattern.exec(inner);
    if (match !== null) return boundOf(sign, Number(match[1]));
  }
  return null;
}

function boundOf(sign: string, value: number): Interval {
  const bound = { value, inclusive: sign.includes('=') || /[≤≥≦≧]/.test(sign) };
  return /[<≤≦]/.test(sign) ? { ...none, high: bound } : { ...none, low: bound };
}

/** `N:≧60,s3:30~59,…`; every part must be a name and an interval. */
function stagesOf(part: string): ReferenceStage[] | null {
  const pieces = part.split(/[,;、]/).map((piece) => /^([^:]+):(.+)$/.exec(piece.trim()));
  if (pieces.length < 2) return null;
  const stages: ReferenceStage[] = [];
  for (const piece of pieces) {
    const interval = intervalOf((piece?.[2] ?? '').trim());
    if (piece === null || interval === null) return null;
    stages.push({ label: (piece[1] ?? '').trim(), ...interval });
  }
  return stages;
}

function normalOf(stages: readonly ReferenceStage[]): Interval {
  const normal = stages.find(({ label }) => /^(?:n|normal|正常)$/i.test(label));
  return normal === undefined ? none : { low: normal.low, high: normal.high };
}

export interface Quantity {
  /** `<` or `>` in front of the number, as `>300`. */
  readonly comparator: '<' | '<=' | '>' | '>=' | null;
  readonly value: number;
}

const signs: Readonly<Record<string, Quantity['comparator']>> = {
  '<': '<',
  '>': '>',
  '≦': '<=',
  '≤': '<=',
  '<=': '<=',
  '≧': '>=',
  '≥': '>=',
  '>=': '>=',
};

/** The number of a result value, or `null` if it is not one (`陰性`, `1:40 SP`, `1+`). */
export function parseQuantity(text: string | null): Quantity | null {
  const match = /^(<=|>=|[<>≤≥≦≧])?\s*([+-]?\d+(?:\.\d+)?)$/.exec(tidy(text ?? ''));
  return match === null ? null : { comparator: signs[match[1] ?? ''] ?? null, value: Number(match[2]) };
}

/** Where a result lies in its stated range; `null` if the range does not decide it. */
export function positionIn(
  range: ReferenceRange | null,
  quantity: Quantity | null,
): 'below' | 'within' | 'above' | null {
  if (range === null || quantity === null || (range.low === null && range.high === null)) return null;
  const { low, high } = range;
  const { value, comparator } = quantity;
  const above =
    high !== null &&
    (value > high.value || (value === high.value && (!high.inclusive || comparator === '>')));
  const below =
    low !== null && (value < low.value || (value === low.value && (!low.inclusive || comparator === '<')));
  const upwards = comparator === '>' || comparator === '>=';
  const downwards = comparator === '<' || comparator === '<=';
  // "> 300" is above 200, but whether "> 100" is cannot be told.
  if (above) return downwards ? null : 'above';
  if (below) return upwards ? null : 'below';
  if ((upwards && high !== null) || (downwards && low !== null)) return null;
  return 'within';
}

import { gradesIn } from './grade.js';
import { scanNumber, scanUnit, skipSpace } from './number.js';

/** Reads one part of a reference range: a number, an interval or a word. */

export interface Bound {
  readonly value: number;
  readonly inclusive: boolean;
}

export interface Interval {
  readonly low: Bound | null;
  readonly high: Bound | null;
}

/** The content of one part of a range. */
export type Body =
  | { readonly kind: 'number'; readonly value: number; readonly unit: string | null }
  | {
      readonly kind: 'interval';
      readonly interval: Interval;
      readonly titre: boolean;
      readonly unit: string | null;
    }
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'unread' };

export const open: Interval = { low: null, high: null };

export const withoutParentheses = (text: string): string => {
  const inner = /^\(([^()]*)\)$/.exec(text)?.[1];
  return inner === undefined ? text : inner.trim();
};

const signAt = /^(<=|>=|<|>)\s*/;
const spanAt = /^\s*(?:-{1,2}|~|to(?![a-z])|至|到|and(?![a-z])|且|&)\s*/i;
const suffixes: readonly (readonly [RegExp, string])[] = [
  [/^\s*(?:\(含\)|含)?(?:以上|and (?:above|over|more)|or (?:above|more|higher|greater))$/i, '>='],
  [/^\s*(?:\(含\)|含)?(?:以下|以內|之內|and (?:below|under)|or (?:below|less|lower))$/i, '<='],
  [/^\s*未滿$/, '<'],
];

export const boundOf = (sign: string, value: number): Interval => {
  const bound = { value, inclusive: sign.includes('=') };
  return sign.startsWith('<') ? { low: null, high: bound } : { low: bound, high: null };
};
const closedInterval = (low: number, high: number): Interval => ({
  low: { value: low, inclusive: true },
  high: { value: high, inclusive: true },
});

/** Reads a part of a range that has no label. Returns `null` if the part is not understood. */
export function bodyOf(given: string): Body | null {
  // A parenthesis between two numbers separates them.
  const text = withoutParentheses(given).replace(/(?<![\d.])\(([+-]?\d+(?:\.\d+)?)\)(?![\d.])/g, '$1');
  if (text === '') return null;
  const titre = titreOf(text);
  if (titre !== null) return titre;
  const sign = signAt.exec(text);
  const first = measureAt(text, sign?.[0].length ?? /^=\s*/.exec(text)?.[0].length ?? 0);
  if (first === null) return isWord(text) ? { kind: 'word', text: given } : null;
  const rest = text.slice(first.end);
  const end = rest.trim().replace(/[.。]$/, '');
  if (sign !== null) {
    if (end === '') return interval(boundOf(sign[1] ?? '', first.value), first.unit);
    const second = comparisonAt(text, first.end);
    if (second === null) return null;
    return joinBodies(
      interval(boundOf(sign[1] ?? '', first.value), first.unit),
      interval(boundOf(second.sign, second.value), second.unit),
    );
  }
  if (end === '') return { kind: 'number', value: first.value, unit: first.unit };
  for (const [pattern, suffix] of suffixes)
    if (pattern.test(rest)) return interval(boundOf(suffix, first.value), first.unit);
  const chained = /^ ?(<=?)[^\d<>=]{0,20}(<=?) ?/.exec(rest);
  if (chained !== null) {
    const last = measureAt(text, first.end + chained[0].length);
    if (last === null || last.end !== text.length) return null;
    return interval(
      {
        low: { value: first.value, inclusive: chained[1] === '<=' },
        high: { value: last.value, inclusive: chained[2] === '<=' },
      },
      last.unit ?? first.unit,
    );
  }
  const span = spanAt.exec(rest);
  if (span === null) return null;
  const last = measureAt(text, first.end + span[0].length);
  if (
    last === null ||
    text
      .slice(last.end)
      .trim()
      .replace(/[.。]$/, '') !== ''
  )
    return null;
  return interval(closedInterval(first.value, last.value), last.unit ?? first.unit);
}

export const interval = (value: Interval, unit: string | null): Body & { readonly kind: 'interval' } => ({
  kind: 'interval',
  interval: value,
  titre: false,
  unit,
});

/** Checks whether a string contains only grades (`-`, `Negative`, `1+`) and no bound. */
const isWord = (text: string): boolean =>
  !/[\d<>=]/.test(text.replace(/[1-5]\+|\+[1-5]/g, '')) && gradesIn(text).length > 0;

/** Reads a number and the unit after it, if there is one. */
function measureAt(
  text: string,
  at: number,
): { readonly value: number; readonly unit: string | null; readonly end: number } | null {
  const number = scanNumber(text, skipSpace(text, at));
  if (number === null) return null;
  const unit = scanUnit(text, number.end);
  return { value: number.value, unit: unit?.unit ?? null, end: unit?.end ?? number.end };
}

/** Reads a comparison that follows another one, such as `<5.1` in `>3.5 且 <5.1` or `<=5.1` in `>=3.5~<=5.1`. */
function comparisonAt(text: string, at: number): { sign: string; value: number; unit: string | null } | null {
  const rest = text.slice(at);
  const joint = spanAt.exec(rest)?.[0] ?? /^\s*/.exec(rest)?.[0] ?? '';
  const sign = signAt.exec(rest.slice(joint.length));
  if (sign === null) return null;
  const measure = measureAt(text, at + joint.length + sign[0].length);
  return measure !== null && text.slice(measure.end).trim() === ''
    ? { sign: sign[1] ?? '', value: measure.value, unit: measure.unit }
    : null;
}

/** Reads a range of titers, such as `<1:80`, `1:40X(-)` or `80X 以下`. */
function titreOf(text: string): Body | null {
  const match =
    /^(<=|>=|<|>)? ?(?:(?:1 ?: ?(\d{1,6}) ?X?)|(\d{1,6}) ?X) ?(以下|以上|未滿)? ?(?:\( ?- ?\)|\(neg(?:ative)?\))?$/i.exec(
      text,
    );
  if (match === null) return null;
  const [, before, diluted, times, after] = match;
  const sign =
    before ?? (after === '以上' ? '>=' : after === '以下' ? '<=' : after === '未滿' ? '<' : undefined);
  if (sign === undefined) return { kind: 'unread' };
  return {
    kind: 'interval',
    interval: boundOf(sign, Number(diluted ?? times)),
    titre: true,
    unit: null,
  };
}

/** Checks for an upper bound that consists of nines, which means "no limit", as in `[60][999]`. */
const limitless = (value: number): boolean => value >= 999 && /^9+(?:\.9+)?$/.test(String(value));

/**
 * Joins the low and the high half of one part. A plain number is the lower bound in the low half and the upper
 * bound in the high half.
 */
export function joinBodies(low: Body, high: Body): Body | null {
  if (low.kind === 'unread' || high.kind === 'unread') return null;
  if (low.kind === 'word' || high.kind === 'word') return joinWords(low, high);
  if (low.unit !== null && high.unit !== null && low.unit.toLowerCase() !== high.unit.toLowerCase())
    return null;
  const unit = high.unit ?? low.unit;
  if (low.kind === 'number' && high.kind === 'number') {
    if (limitless(high.value)) return low.value > 0 ? interval(boundOf('>=', low.value), unit) : null;
    return interval(closedInterval(low.value, high.value), unit);
  }
  const [from, to] = [sides(low, 'low'), sides(high, 'high')];
  const titre = [low, high].some((body) => body.kind === 'interval' && body.titre);
  const lowest = sameBound(from.low, to.low);
  const highest = sameBound(from.high, to.high);
  if (lowest === undefined || highest === undefined) return null;
  return { kind: 'interval', interval: { low: lowest, high: highest }, titre, unit };
}

const sides = (body: Body & { readonly kind: 'number' | 'interval' }, place: 'low' | 'high'): Interval =>
  body.kind === 'interval' ? body.interval : { ...open, [place]: { value: body.value, inclusive: true } };

/** Merges the bounds that the two halves state. Returns `undefined` if they contradict each other. */
function sameBound(a: Bound | null, b: Bound | null): Bound | null | undefined {
  if (a === null || b === null) return a ?? b;
  return a.value === b.value ? (a.inclusive ? b : a) : undefined;
}

/**
 * Joins two words into one range, such as `[-][+/-]`, which extends from negative to borderline. If both words are
 * the same, the range is that word.
 */
function joinWords(low: Body, high: Body): Body | null {
  if (low.kind !== 'word' || high.kind !== 'word') return null;
  const grades = [...gradesIn(low.text), ...gradesIn(high.text)];
  if (low.text.toLowerCase() === high.text.toLowerCase()) return low;
  if (grades.length === 0) return null;
  return grades.every((grade) => grade < 1) ? { kind: 'word', text: `${low.text} ~ ${high.text}` } : null;
}

import { isUnit } from './number.js';
import { LONGEST_READ, tidyText } from './tidy-text.js';

/**
 * Converts results in words to a scale: 0 for negative, 0.5 for results in between (trace, borderline), 1 for
 * positive without a degree, and otherwise the number of plus signs.
 */

const NEGATIVE = 0;
const BETWEEN = 0.5;
const POSITIVE = 1;

/**
 * Expressions of several words, each of which is mapped to one word. Longer expressions come before the shorter
 * ones that they contain.
 */
const phrases: readonly (readonly [RegExp, string])[] = [
  [
    /non[- ]?reactive|not (?:detected|found|seen|present|isolated)|none (?:seen|found|detected)|no growth|undetect(?:able|ed)/g,
    ' negative ',
  ],
  [/未檢測?出|未檢測到|檢測不到|未發現|未見|[無未]反應|不反應|陰性(?:反應)?|阴性/g, ' negative '],
  [/(?:weak(?:ly)?|strong(?:ly)?) (?:positive|reactive)|[弱強]?陽性?(?:反應)?|阳性|有反應/g, ' positive '],
  [
    /gr[ae]y ?zone|border ?line|equivocal|indeterminate|inconclusive|灰色地帶|無法判定|不確定|(?:極)?微量|\+\/-|-\/\+|±/g,
    ' trace ',
  ],
];

const grades: Readonly<Record<string, number>> = {
  negative: NEGATIVE,
  neg: NEGATIVE,
  nr: NEGATIVE,
  'n.r': NEGATIVE,
  '-': NEGATIVE,
  陰: NEGATIVE,
  none: NEGATIVE,
  nil: NEGATIVE,
  absent: NEGATIVE,
  normal: NEGATIVE,
  norm: NEGATIVE,
  正常: NEGATIVE,
  trace: BETWEEN,
  tr: BETWEEN,
  positive: POSITIVE,
  pos: POSITIVE,
  reactive: POSITIVE,
  r: POSITIVE,
  '+': POSITIVE,
  detected: POSITIVE,
  found: POSITIVE,
  present: POSITIVE,
  abnormal: POSITIVE,
  異常: POSITIVE,
};
const flags = new Set([
  'h',
  'l',
  'hh',
  'll',
  'high',
  'low',
  '*',
  '**',
  '#',
  '!',
  '↑',
  '↓',
  'or',
  '或',
  '~',
  'to',
  '至',
]);
const degree = /^(?:([1-5])\+|\+([1-5]))$/;

function gradeOfToken(token: string): number | null {
  const known = grades[token];
  if (known !== undefined) return known;
  const match = degree.exec(token);
  if (match !== null) return Number(match[1] ?? match[2]);
  return /^\+{1,5}$/.test(token) ? token.length : null;
}

/**
 * Returns all grades that a text names. Returns none if the text contains anything else; only numbers, units
 * and flags are allowed next to grades.
 */
export function gradesIn(text: string): readonly number[] {
  if (text.length > LONGEST_READ) return [];
  let words = tidyText(text).toLowerCase();
  for (const [pattern, word] of phrases) words = words.replace(pattern, word);
  const tokens = words
    .replace(/(\d)\s+\+(?!\s?\d)/g, '$1+')
    .split(/[\s()[\]{},;:=<>*#!↑↓▲▼]+/)
    .filter((token) => token !== '');
  const found: number[] = [];
  for (const token of tokens) {
    const grade = gradeOfToken(token.replace(/\.$/, ''));
    if (grade !== null) found.push(grade);
    else if (!flags.has(token) && !/^[\d.]+[x%]?$/.test(token) && !isUnit(token)) return [];
  }
  return found;
}

/**
 * Returns the grade of a result in words; `null` if the text names no grade or contradicts itself (`陰性(+)`).
 */
export function gradeOf(text: string): number | null {
  const found = gradesIn(text);
  if (found.length === 0) return null;
  const [least, most] = [Math.min(...found), Math.max(...found)];
  return least === most || least >= POSITIVE ? most : null;
}

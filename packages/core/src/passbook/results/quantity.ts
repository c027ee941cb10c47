import { gradeOf } from './grade.js';
import { scanNumber, scanUnit, skipSpace } from './number.js';
import { LONGEST_READ, tidyText } from './tidy-text.js';

export type Comparator = '<' | '<=' | '>' | '>=';

export interface Quantity {
  /** The comparison sign before the number, such as `>` in `>300`. */
  readonly comparator: Comparator | null;
  readonly value: number;
  /** The unit that is written with the number. It is absent in nearly every passbook. */
  readonly unit?: string;
}

const leadingFlag = /^(?:[*#!↑↓▲▼△▽]+|\(?(?:HH|LL|H|L)\)?(?=[ *]*(?:[<>]=?)? ?[\d.]))\s*/;
const comparatorAt = /^(<=|>=|<|>)?\s*/;
const flag =
  /^(?:[*#!↑↓▲▼△▽]+|(?:HH?|LL?|high|low|abnormal|critical|panic|[ACNPR])(?![A-Za-z])|[偏過]?[高低]|異常|正常|溶血|已?複驗|再驗|已?確認|(?:re-?check(?:ed)?|repeat(?:ed)?|verified|confirmed)(?![a-z]))/i;
const stage = /^(?:ckd\s*)?(?:stage|[sg])\s*[1-5][ab]?(?![a-z\d])|^第?[一二三四五1-5]期/i;
const aside = /^(?:\([^()]*\)|\[[^[\]]*\])/;
/**
 * A power of ten, such as `x 10^5`. If a slash follows, the power is part of a unit (`x10^3/uL`); if nothing
 * follows, it could be either a factor or a unit.
 */
const exponent = /^ ?[x×*] ?10 ?(?:\^|\*\*|e)? ?\(?(-?\d{1,2})\)? ?/i;
const suffixes: readonly (readonly [RegExp, Comparator])[] = [
  [/^\(?含?\)?以上|^and (?:above|over)/, '>='],
  [/^\(?含?\)?以[下內]|^and (?:below|under)/, '<='],
  [/^未滿/, '<'],
];

/**
 * Returns the number in a result value, or `null` if the value is not a number (`陰性`, `1:40 SP`, `1+`, `5-10`).
 * The number may be accompanied by a unit, flags, a stage, a remark in parentheses and an assessment in words.
 */
export function parseQuantity(text: string | null): Quantity | null {
  if (text === null || text.length > LONGEST_READ) return null;
  const tidy = tidyText(text).replace(leadingFlag, '').replace(leadingFlag, '');
  const [start = '', sign] = comparatorAt.exec(tidy) ?? [];
  const number = scanNumber(tidy, start.length);
  if (number === null) return null;
  let comparator = (sign as Comparator | undefined) ?? null;
  let { value, end } = number;
  // One of these characters directly after the number means that the text is a span, a grade, a titer, a date or a
  // blood pressure.
  if (/^(?:[+~:]|-|\/\s?\d)/.test(tidy.slice(end)) && !/^-+$/.test(tidy.slice(end))) return null;
  const raised = exponent.exec(tidy.slice(end));
  if (raised !== null) {
    const next = end + raised[0].length;
    if (next >= tidy.length) return null;
    if (tidy.charAt(next) !== '/') {
      value *= 10 ** Number(raised[1]);
      end = next;
    }
  }
  let unit: string | undefined;
  for (end = skipSpace(tidy, end); end < tidy.length; end = skipSpace(tidy, end)) {
    const rest = tidy.slice(end);
    const suffix = suffixes.find(([pattern]) => pattern.test(rest));
    if (suffix !== undefined && comparator === null) {
      comparator = suffix[1];
      end += suffix[0].exec(rest)?.[0].length ?? 0;
      continue;
    }
    const measured = unit === undefined ? scanUnit(tidy, end) : null;
    if (measured !== null) {
      ({ unit, end } = measured);
      continue;
    }
    const known = aside.exec(rest) ?? flag.exec(rest) ?? stage.exec(rest) ?? /^[,;.。]/.exec(rest);
    if (known === null) {
      // The number may be followed by its interpretation ("0.35 Nonreactive"), but not by a bare sign, because "3
      // +" is a grade.
      if (/^[+-]/.test(rest) || gradeOf(rest) === null) return null;
      break;
    }
    end += known[0].length;
  }
  return unit === undefined ? { comparator, value } : { comparator, value, unit };
}

import { gradeOf, gradesIn } from './grade.js';
import { parseQuantity, type Quantity } from './quantity.js';
import type { Interval, ReferenceRange } from './reference-range.js';
import { LONGEST_READ, tidyText } from './tidy-text.js';

/**
 * Where a result lies relative to its expected range. A result that is `above` or `below` is outside the range (a
 * positive result is above an expected negative one), and one that is `within` is inside. `null` means that the
 * position is undecided.
 */
export type Position = 'below' | 'within' | 'above' | null;

/** Compares a number with its stated range. Returns `null` if the range does not determine the position. */
export function positionIn(range: ReferenceRange | null, quantity: Quantity | null): Position {
  if (range === null || quantity === null) return null;
  if (range.parts.length > 0) return agreed(range.parts.map((part) => inInterval(part, quantity)));
  return inInterval(range, quantity);
}

function inInterval({ low, high }: Interval, { value, comparator }: Quantity): Position {
  if (low === null && high === null) return null;
  const above =
    high !== null &&
    (value > high.value ||
      (value === high.value && (high.inclusive ? comparator === '>' : comparator !== '<')));
  const below =
    low !== null &&
    (value < low.value || (value === low.value && (low.inclusive ? comparator === '<' : comparator !== '>')));
  const upwards = comparator === '>' || comparator === '>=';
  const downwards = comparator === '<' || comparator === '<=';
  // For example, "> 300" is above 200, but it is unknown whether "> 100" is.
  if (above) return downwards ? null : 'above';
  if (below) return upwards ? null : 'below';
  if ((upwards && high !== null) || (downwards && low !== null)) return null;
  return 'within';
}

const agreed = (positions: readonly Position[]): Position => {
  const [first = null] = positions;
  return positions.every((each) => each === first) ? first : null;
};

/** The possible readings of a result value. At most one or two of them are present. */
export interface ResultValue {
  readonly quantity: Quantity | null;
  /** The titer as a number, such as 80 for `1:80`. */
  readonly titre: Quantity | null;
  /** The ends of a span such as `5-10`, which is common in microscopic counts. */
  readonly span: { readonly low: number; readonly high: number } | null;
  /** The grade of the result, as `gradeOf` returns it. */
  readonly grade: number | null;
  readonly text: string;
}

const spanPattern = /^(\d+(?:\.\d+)?) ?[-~] ?(\d+(?:\.\d+)?) ?(?:\/? ?[HL]PF|\/? ?[uμ]L)?$/i;
const titrePattern =
  /(<=|>=|<|>)? ?(?:(?<![\d.])1 ?: ?(\d{1,6})(?![\d.])|(?<![\d.])(\d{1,6}) ?X(?![A-Za-z]))/i;

export function readResultValue(text: string | null): ResultValue | null {
  if (text === null || text.length > LONGEST_READ) return null;
  const quantity = parseQuantity(text);
  const tidy = tidyText(text);
  const grade = gradeOf(tidy);
  if (quantity !== null) return { quantity, titre: null, span: null, grade, text: tidy };
  return { quantity, titre: titreIn(tidy, grade), span: spanIn(tidy), grade, text: tidy };
}

/** A negative result at a dilution means that the titer is lower: `1:20(-)` is `<1:20`. */
function titreIn(text: string, grade: number | null): Quantity | null {
  const match = titrePattern.exec(text);
  if (match === null) return null;
  const comparator = (match[1] as Quantity['comparator'] | undefined) ?? (grade === 0 ? '<' : null);
  return { comparator, value: Number(match[2] ?? match[3]) };
}

function spanIn(text: string): ResultValue['span'] {
  const match = spanPattern.exec(text);
  const [low, high] = [Number(match?.[1]), Number(match?.[2])];
  return match !== null && low <= high ? { low, high } : null;
}

/** Returns the position of a result in any form, or `null` if two readings contradict each other. */
export function positionOf(range: ReferenceRange | null, value: ResultValue | null): Position {
  if (range === null || value === null) return null;
  const found = [
    positionIn(range, value.quantity),
    range.titre === null || value.titre === null ? null : inInterval(range.titre, value.titre),
    spanPosition(range, value.span),
    wordPosition(range, value),
  ].filter((position) => position !== null);
  return found.length === 0 ? null : agreed(found);
}

/** Returns the position of a span, or `null` if its two ends have different positions. */
function spanPosition(range: ReferenceRange, span: ResultValue['span']): Position {
  if (span === null) return null;
  const at = (value: number): Position => positionIn(range, { comparator: null, value });
  return agreed([at(span.low), at(span.high)]);
}

function wordPosition(range: ReferenceRange, { grade, text, quantity }: ResultValue): Position {
  const { expected, low, high } = range;
  if (expected === null) {
    // "Negative" is within any range that has an upper limit and no lower limit above zero. A bare sign is ignored
    // here, because in a numeric result it means "no value".
    const counts = grade !== null && quantity === null && high !== null && (low === null || low.value <= 0);
    if (!counts || !/[a-z\u4e00-\u9fff]/i.test(text)) return null;
    return grade === 0 ? 'within' : grade >= 1 ? 'above' : null;
  }
  const expectations = gradesIn(expected);
  if (expectations.length === 0 || grade === null)
    return text.toLowerCase() === expected.toLowerCase() ? 'within' : null;
  const [least, most] = [Math.min(...expectations), Math.max(...expectations)];
  if (grade >= least && grade <= most) return 'within';
  // A trace is neither negative nor positive.
  if (grade > most) return grade >= 1 ? 'above' : null;
  return grade === 0 && least >= 1 ? 'below' : null;
}

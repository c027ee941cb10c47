import { gradeOf } from './grade.js';
import { isUnit, scanUnit, skipSpace } from './number.js';
import {
  bodyOf,
  boundOf,
  interval,
  joinBodies,
  open,
  withoutParentheses,
  type Body,
  type Bound,
  type Interval,
} from './range-body.js';
import {
  everybody,
  isGeneral,
  mayApply,
  readRangeLabel,
  sameCondition,
  type RangeCondition,
  type RangeLabel,
  type RangeSubject,
} from './range-condition.js';
import { LONGEST_READ, tidyText } from './tidy-text.js';

export type { Bound, Interval };

/**
 * Reads reference ranges in the forms that hospitals use in laboratory results. Most consist of two brackets,
 * `[low][high]`, either of which may contain 無, a comparison, a complete range, or parts by sex, age or stage.
 * Others are plain, such as `3.8-10` or `<150`.
 *
 * If a range cannot be understood, both bounds stay open. This is the case if one half is neither empty nor
 * readable, if the low bound is above the high bound, or if a single number could be either bound. A range of two
 * zeros counts as no range.
 */

export interface ReferenceStage extends Interval {
  /** The label as written in the file, such as `N` or `s3`. */
  readonly label: string;
}

/** A part of a range that applies only to some people or at some times. */
export interface ReferencePart extends Interval, RangeCondition {}

export interface ReferenceRange extends Interval {
  /** The range as written in the file. */
  readonly text: string;
  /** The normal result of a test whose result is not a number, such as `-` or `Negative`. */
  readonly expected: string | null;
  /**
   * The named intervals, if there are several. If one of them is named normal, `low` and `high` are its bounds.
   */
  readonly stages: readonly ReferenceStage[];
  /**
   * The parts by sex, age or time that may apply to the person. A result can be judged if all these parts lead to
   * the same judgment. Empty if a single interval applies.
   */
  readonly parts: readonly ReferencePart[];
  /** The bounds of a titer, as reciprocals: for `<1:80`, the upper bound is 80. */
  readonly titre: Interval | null;
  /** The unit as written in the range, if there is one. */
  readonly unit: string | null;
  /**
   * The numbers in a range that cannot be used to judge a result. They show the order of magnitude but not what is
   * normal. Empty if the range can be used to judge a result.
   */
  readonly figures: readonly number[];
}

const nothing =
  /^(?:[.\-*/\\_?~]{2,}|[.*/\\_?~]|無|無(?:參考[值範圍]*|資料|設定|標準值?)|未(?:提供|設定|訂定|列)|不適用|[見詳如]+(?:報告|備註|說明)|請?[參見]+(?:報告|備註|說明)|null|n\/?a|nil|undefined|unknown|see (?:report|comment|note|below)s?|refer to report|not (?:applicable|available|established|defined))?$/i;

/** Reads the range in a string. Returns `null` if the string states no range (`[無][無]`, `[0][0]`, blank). */
export function parseReferenceRange(
  text: string | null,
  subject: RangeSubject = { sex: null, age: null },
): ReferenceRange | null {
  if (text === null) return null;
  if (text.length > LONGEST_READ) return undecided(text);
  const halves = halvesOf(tidyText(text));
  if (halves === null) return undecided(text);
  const [first = '', second = ''] = halves.map((half) => (isNothing(half) ? '' : half));
  if (first === '' && second === '') return null;
  const low = partsOf(first);
  const high = partsOf(second);
  const joined =
    low === null || high === null ? null : joinHalves(first, low, second, high, halves.length === 2);
  if (joined === 'none') return null;
  return (joined === null ? null : rangeOf(text, joined, subject)) ?? undecided(text);
}

const undecided = (text: string): ReferenceRange => ({
  text,
  ...open,
  expected: null,
  stages: [],
  parts: [],
  titre: null,
  unit: null,
  figures: figuresIn(text),
});

function figuresIn(text: string): readonly number[] {
  if (text.length > LONGEST_READ) return [];
  return (tidyText(text).match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}

const isNothing = (half: string): boolean => nothing.test(half);

/**
 * Splits `[a][b]` into a and b, even if every bracket is doubled. Returns text without brackets unchanged, and
 * `null` if there are three or more parts.
 */
function halvesOf(text: string): readonly string[] | null {
  const groups = bracketGroups(text);
  if (groups === null) return [text];
  const [first = '', ...more] = groups;
  if (more.length === 0) {
    // Either the outer brackets contain two further pairs, or there is only one pair.
    const inner = bracketGroups(first);
    return inner !== null && inner.length === 2 ? inner.map(unwrap) : [unwrap(first)];
  }
  const unit = more.length === 2 ? (more[1] ?? '') : '';
  const [second = ''] = more;
  // A number in front of a unit is a bound, even if it looks like a power of ten, as in `[70][100 mg/dL]`.
  if (more.length === 1 && /^[^\d<>=.-]/.test(second) && isUnit(second))
    return [`${unwrap(first)} ${second}`];
  if (more.length > 2 || (unit !== '' && !isNothing(unit) && scanUnit(unit, 0)?.end !== unit.length))
    return null;
  return [unwrap(first), unwrap(more[0] ?? '')];
}

/**
 * Returns the contents of consecutive brackets. Returns `null` unless the brackets make up the whole text, except
 * for a unit at the end.
 */
function bracketGroups(text: string): string[] | null {
  const groups: string[] = [];
  let at = 0;
  while (text.charAt(at) === '[') {
    const end = closingBracket(text, at);
    if (end < 0) return null;
    groups.push(text.slice(at + 1, end).trim());
    at = skipSpace(text, end + 1);
  }
  if (groups.length === 0) return null;
  return at === text.length || scanUnit(text, at)?.end === text.length ? groups : null;
}

function closingBracket(text: string, at: number): number {
  let depth = 0;
  for (let index = at; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === '[') depth += 1;
    else if (character === ']') {
      depth -= 1;
      if (depth === 0) return index;
    }
  }
  return -1;
}

/** Removes a further pair of brackets if it encloses the whole text. */
function unwrap(half: string): string {
  const groups = bracketGroups(half);
  return groups?.length === 1 && half.endsWith(']') ? (groups[0] ?? '') : half;
}

interface Part {
  readonly label: string;
  readonly kind: RangeLabel['kind'];
  readonly condition: RangeCondition;
  readonly body: Body;
  /** The word next to the interval, if there is one, such as the word in `Negative(<1.0)`. */
  readonly word: string | null;
}

const plainPart = (body: Body, word: string | null = null): Part => ({
  label: '',
  kind: 'condition',
  condition: everybody,
  body,
  word,
});

/**
 * Reads the parts of one half of a range. Returns an empty list if the half is empty, and `null` if it is not
 * understood.
 */
function partsOf(half: string): Part[] | null {
  if (half === '') return [];
  const text = withoutParentheses(half).replace(/[[{]/g, '(').replace(/[\]}]/g, ')');
  const whole = bodyOf(text);
  if (whole !== null) return [plainPart(whole)];
  const parts = piecesOf(text).map(partOf);
  const named = parts.every((part) => part !== null) ? nameStages(parts) : null;
  if (named !== null) return joinComparisons(named);
  // Text without a digit is the expected result, regardless of its wording.
  return /\d/.test(text) ? null : [plainPart({ kind: 'word', text: half })];
}

/**
 * Decides what an interval with an unknown name means if there is also a normal interval. If the two intervals do
 * not overlap, the unknown one is another stage (`Normal:4-6, Class II:6.1-7`). If the two overlap, the unknown
 * one may apply to other people, so the range cannot be used and the result is `null`.
 */
function nameStages(parts: readonly Part[]): readonly Part[] | null {
  const normal = parts.flatMap((part) => (part.kind === 'normal' ? [part.body] : []));
  const apart = ({ body }: Part): boolean =>
    normal.length > 0 && normal.every((each) => liesApart(each, body));
  return every(
    parts.map((part) =>
      part.kind !== 'unknown' ? part : apart(part) ? { ...part, kind: 'stage' as const } : null,
    ),
  );
}

function liesApart(a: Body, b: Body): boolean {
  if (a.kind !== 'interval' || b.kind !== 'interval') return false;
  const below = (one: Interval, other: Interval): boolean =>
    one.high !== null && other.low !== null && one.high.value <= other.low.value;
  return below(a.interval, b.interval) || below(b.interval, a.interval);
}

/** Joins two comparisons that apply to everyone into one interval, for example `>=3.5, <=5.1`. */
function joinComparisons(parts: readonly Part[]): Part[] {
  const [a, b] = parts;
  if (parts.length !== 2 || a === undefined || b === undefined) return [...parts];
  if (a.label !== '' || b.label !== '' || a.body.kind !== 'interval' || b.body.kind !== 'interval')
    return [...parts];
  const joined = joinBodies(a.body, b.body);
  return joined === null ? [...parts] : [plainPart(joined)];
}

/** Splits one half of a range at its separators, and before each label that names people or a stage. */
function piecesOf(text: string): string[] {
  const labelled = /^(?:\(|[^\d<>=.+\-(]*[^\d<>=.+\-\s(])/.test(text);
  const separated = labelled
    ? text
        .replace(/([\d)%A-Za-z])\s*(?=(?:成年|成人)?[男女])/g, '$1,')
        .replace(
          /(\d[A-Za-z/%]{0,8})\s*(?=\((?:成年|成人)?[男女<>=]|\([MF]\)|\(?(?:fe)?male\b|\(?(?:wo)?men\b)/gi,
          '$1,',
        )
        .replace(/(\d[A-Za-z/%]{0,8}) +(?=[MF]\s*[:=(]|(?:stage|s|g)\s?\d[ab]?\s*[:=])/gi, '$1,')
        .replace(/(\d[A-Za-z/%]{0,8}) +(?=[^\s\d<>=:,;.()-][^\s\d<>=:,;]{0,20}:)/g, '$1,')
    : text.replace(/([男女性)])\s*(?=[\d<>])/g, '$1,');
  const pieces = separated
    .split(/[,;、|\n]| \/ /)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  // Splitting can separate a label from its range, as in "男, 13.7-17".
  return pieces.reduce<string[]>((list, piece) => {
    const last = list.at(-1);
    if (last !== undefined && /:$/.test(last)) list[list.length - 1] = `${last} ${piece}`;
    else list.push(piece);
    return list;
  }, []);
}

function partOf(piece: string): Part | null {
  const split = splitLabel(piece);
  if (split === null) return null;
  const { label, rest } = split;
  const meaning = label === '' ? null : readRangeLabel(label);
  const kind = meaning?.kind ?? 'condition';
  const body = bodyOf(rest);
  // Accept unreadable stages other than the normal one, because their bounds are not needed to judge a result.
  if (body === null && kind !== 'stage') return null;
  return {
    label: label.replace(/[()]/g, '').trim(),
    kind,
    condition: meaning?.kind === 'condition' ? meaning.condition : everybody,
    body: body ?? { kind: 'unread' },
    word: kind === 'normal' && gradeOf(label) === 0 ? label : null,
  };
}

/** Separates the label of a piece from its range, whichever of the two comes first. */
function splitLabel(piece: string): { readonly label: string; readonly rest: string } | null {
  if (bodyOf(piece) !== null) return { label: '', rest: piece };
  const opened = /^\(([^()]*)\) ?:? ?(.+)$/.exec(piece);
  if (opened !== null) return { label: opened[1] ?? '', rest: opened[2] ?? '' };
  const colon = piece.indexOf(':');
  // The colon of a titer does not end a label.
  if (colon > 0 && !/^[<>=\s]*1\s*$/.test(piece.slice(0, colon)))
    return { label: piece.slice(0, colon), rest: piece.slice(colon + 1).trim() };
  const bracket = piece.endsWith(')') ? piece.lastIndexOf('(') : -1;
  if (bracket > 0) {
    const [before, inside] = [piece.slice(0, bracket).trim(), piece.slice(bracket + 1, -1).trim()];
    // The label can be inside the parentheses or before them: "<1.0 (Negative)", "Negative (<1.0)".
    return bodyOf(before) !== null && /\d/.test(before)
      ? { label: inside, rest: before }
      : { label: before, rest: inside };
  }
  const staged = /^((?:ckd ?)?(?:stage|s|g) ?\d[ab]?) (.+)$/i.exec(piece);
  if (staged !== null) return { label: staged[1] ?? '', rest: staged[2] ?? '' };
  const aged =
    /^((?:<=|>=|<|>)? ?\d{1,3} ?(?:(?:-|~) ?\d{1,3} ?)?(?:歲|years?(?: old)?|yrs?|y\/?o|y|個?月|天|日|週)(?:以上|以下|未滿)?) ?[:=]? ?(.+)$/i.exec(
      piece,
    );
  if (aged !== null) return { label: aged[1] ?? '', rest: aged[2] ?? '' };
  const figure = piece.search(/[\d<>=+\-.]/);
  if (figure > 0)
    return { label: piece.slice(0, figure).trim(), rest: piece.slice(figure).replace(/^= ?(?=\d)/, '') };
  return trailingLabel(piece);
}

/** Separates a label at the end of a piece, as in `13.7-17.0 男` and `<1.0 Negative`. */
function trailingLabel(piece: string): { readonly label: string; readonly rest: string } | null {
  let last = piece.length - 1;
  while (last >= 0 && !/\d/.test(piece.charAt(last))) last -= 1;
  const [rest, label] = [piece.slice(0, last + 1), piece.slice(last + 1).trim()];
  return last >= 0 && label !== '' && /^[\d<>=.~ -]+$/.test(rest) && !/[<>=~]/.test(label)
    ? { label, rest }
    : null;
}

/**
 * Joins the two halves into one list of parts. Returns `none` if the halves state no range, and `null` if they
 * contradict each other.
 */
function joinHalves(
  first: string,
  low: readonly Part[],
  second: string,
  high: readonly Part[],
  twoHalves: boolean,
): readonly Part[] | 'none' | null {
  if (isZero(low) && isZero(high)) return 'none';
  if (high.length === 0 || first === second) return isZero(low) ? 'none' : low;
  // If the low half is empty, a single number in the high half is an upper bound.
  if (low.length === 0) return isZero(high) ? 'none' : twoHalves ? high.map(asUpper) : high;
  if (low.length === high.length && low.every((part, index) => alike(part, high[index])))
    return every(low.map((part, index) => joinParts(part, high[index] ?? part)));
  // One half has bounds by sex, and the other has a single bound for everyone.
  const [onlyLow, onlyHigh] = [low[0], high[0]];
  if (high.length === 1 && onlyHigh !== undefined && alike(onlyHigh, plainPart(onlyHigh.body)))
    return every(low.map((part) => joinParts(part, onlyHigh)));
  if (low.length === 1 && onlyLow !== undefined && alike(onlyLow, plainPart(onlyLow.body)))
    return every(high.map((part) => joinParts({ ...part, body: onlyLow.body }, part)));
  // The two halves are separate ranges, each for a different group of people.
  return [...low, ...high].every(({ body }) => body.kind === 'interval') ? [...low, ...high] : null;
}

const every = (parts: readonly (Part | null)[]): Part[] | null =>
  parts.every((part) => part !== null) ? [...parts] : null;

const isZero = (parts: readonly Part[]): boolean =>
  parts.every(({ label, body }) => label === '' && body.kind === 'number' && body.value === 0);

const alike = (a: Part, b: Part | undefined): boolean =>
  b !== undefined &&
  a.kind === b.kind &&
  (a.kind === 'condition' ? sameCondition(a.condition, b.condition) : a.label === b.label);

const asUpper = (part: Part): Part =>
  part.body.kind === 'number' && part.body.value >= 0
    ? { ...part, body: interval(boundOf('<=', part.body.value), part.body.unit) }
    : part;

function joinParts(low: Part, high: Part): Part | null {
  const body = joinBodies(low.body, high.body);
  return body === null ? null : { ...low, body, word: low.word ?? high.word };
}

/** Selects the range that applies to a person. Returns `null` if none of the parts can be used. */
function rangeOf(text: string, parts: readonly Part[], subject: RangeSubject): ReferenceRange | null {
  const staged = parts.some(({ kind }) => kind !== 'condition');
  const stages = staged ? parts.filter(({ label }) => label !== '').map(stageOf) : [];
  // If the other parts are named stages, a part without a name is the normal range.
  const normal = staged ? parts.filter(({ kind }) => kind === 'normal') : parts;
  const unnamed = parts.filter(({ kind, label }) => kind === 'condition' && label === '');
  const decisive = staged && normal.length === 0 ? unnamed : normal;
  const applying = decisive.filter(({ condition }) => mayApply(condition, subject));
  const bodies = applying.map(({ body }) => body);
  const [first] = bodies;
  if (first === undefined) return staged ? { ...undecided(text), stages } : null;
  if (!bodies.every(isSound)) return staged ? { ...undecided(text), stages } : null;
  const word = applying.find((part) => part.word !== null)?.word ?? null;
  if (first.kind === 'word')
    return bodies.length === 1 ? { ...undecided(text), expected: first.text, stages } : null;
  const intervals = applying.flatMap(({ body, condition }) =>
    body.kind === 'interval' ? [{ ...body, condition }] : [],
  );
  if (intervals.length !== bodies.length) return null;
  const unit = intervals.find((each) => each.unit !== null)?.unit ?? null;
  const base = { ...undecided(text), expected: word, stages, unit, figures: [] };
  const [only, ...others] = intervals;
  if (only === undefined) return null;
  if (only.titre) return others.length === 0 ? { ...base, titre: only.interval } : null;
  // A range for children, for older people or for a time of day says nothing about anyone else or any other time.
  if (others.length === 0 && !isGeneral(only.condition, subject)) return null;
  const agreed = intervals.every((each) => equal(each.interval, only.interval));
  if (agreed) return { ...base, ...only.interval };
  return { ...base, parts: intervals.map((each) => ({ ...each.condition, ...each.interval })) };
}

const stageOf = ({ label, body }: Part): ReferenceStage => ({
  label,
  ...(body.kind === 'interval' ? body.interval : open),
});

/**
 * Checks whether results can be judged by this part: it must be a word, or an interval whose low bound is below
 * its high bound.
 */
function isSound(body: Body): boolean {
  if (body.kind === 'word') return true;
  if (body.kind !== 'interval') return false;
  const { low, high } = body.interval;
  return low === null || high === null || low.value < high.value;
}

const equal = (a: Interval, b: Interval): boolean =>
  a.low?.value === b.low?.value &&
  a.high?.value === b.high?.value &&
  a.low?.inclusive === b.low?.inclusive &&
  a.high?.inclusive === b.high?.inclusive;

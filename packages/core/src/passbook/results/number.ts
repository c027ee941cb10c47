/** Scans a string that `tidyText` has normalized for a number or a unit at a given position. */

export interface ScannedNumber {
  readonly value: number;
  /** The position after the number. */
  readonly end: number;
}

const numberAt = /[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:e[+-]?\d{1,2}(?!\d))?/iy;

export function scanNumber(text: string, at: number): ScannedNumber | null {
  numberAt.lastIndex = at;
  const match = numberAt.exec(text);
  return match === null ? null : { value: Number(match[0]), end: numberAt.lastIndex };
}

/** Words that can be part of a unit, in lower case. */
const atoms = new Set(
  (
    'ml dl fl ul μl cc l mg% gm% g% mg ug μg mcg ng pg fg kg gm g mmol umol μmol nmol pmol mol meq eq mosm osm miu uiu μiu kiu iu ' +
    'ku mu uu μu u eu au bau ru gpl mpl apl mm3 mm^3 cumm cmm mmhg mm cm kpa seconds second secs sec s minutes mins min hours hour ' +
    'hrs hr h days day d hpf lpf cells cell copies copy cp ratio index inr co coi n od creatinine creat cre cr wbc rbc hgb hb feu ddu ' +
    'm2 m^2 k m log titer thou mil % ‰ °c 秒 分鐘 毫克 公克 毫升 公升 公斤 公分 萬 千 個'
  ).split(' '),
);
/** Words that belong to a unit even after a space, as in `mg/g Cr` and `mL/min/1.73 m2`. */
const trailing = new Set([
  'creatinine',
  'creat',
  'cre',
  'cr',
  'wbc',
  'rbc',
  'hgb',
  'hb',
  'feu',
  'ddu',
  'm2',
  'm^2',
]);
/** Words that, if they stand alone, are flags (high or low) or sexes rather than units. */
const ambiguous = new Set(['h', 'l', 'm', 'k', 'n', 'co', 'd']);
const MOST_PARTS = 6;

const powerAt = /(?:[x×*] ?)?10 ?(?:\^|\*\*|\*|e)? ?\(?-?\d{1,2}\)? ?/iy;
const divisorAt = /\/ ?(?:\d{1,4}(?:\.\d{1,3})? ?)?/y;
const joinerAt = / ?[/.*·] ?(?:\d{1,4}(?:\.\d{1,3})? ?)?| (?:\d{1,3}\.\d{1,3} ?)?/y;
const wordAt = /[A-Za-zμ°%‰\u4e00-\u9fff]{1,12}(?:\^?[23](?![\d.]))?/y;

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
};

/** Returns the word at a position if it can be part of a unit, otherwise `null`. */
function atomAt(text: string, at: number): string | null {
  wordAt.lastIndex = at;
  const word = wordAt.exec(text)?.[0];
  return word !== undefined &&
    atoms.has(word.toLowerCase()) &&
    !/[A-Za-z]/.test(text.charAt(at + word.length))
    ? word
    : null;
}

/** Returns the position after the unit that starts at `at`, or `null` if no unit starts there. */
function endOfUnit(text: string, at: number): number | null {
  const powered = endOf(powerAt, text, at);
  const start = endOf(divisorAt, text, powered);
  let part = atomAt(text, start) ?? (powered > at ? atomAt(text, powered) : null);
  if (part === null) return null;
  let end = start + part.length;
  if (start === at && ambiguous.has(part.toLowerCase()) && text.charAt(end) !== '/') return null;
  for (let parts = 1; parts < MOST_PARTS; parts += 1) {
    const next = endOf(joinerAt, text, end);
    part = next === end ? null : atomAt(text, next);
    if (part === null || (/^ [\d. ]*$/.test(text.slice(end, next)) && !trailing.has(part.toLowerCase())))
      return end;
    end = next + part.length;
  }
  return end;
}

const opening = '([';
const closing = ')]';

export interface ScannedUnit {
  readonly unit: string;
  readonly end: number;
}

/** Reads a unit of measure, which may be in parentheses. */
export function scanUnit(text: string, at: number): ScannedUnit | null {
  const start = skipSpace(text, at);
  const parenthesis = opening.indexOf(text.charAt(start) || ' ');
  const from = parenthesis < 0 ? start : skipSpace(text, start + 1);
  const to = endOfUnit(text, from);
  if (to === null) return null;
  const unit = text.slice(from, to);
  if (parenthesis < 0) return { unit, end: to };
  const end = skipSpace(text, to);
  return text.charAt(end) === closing[parenthesis] ? { unit, end: end + 1 } : null;
}

export function skipSpace(text: string, at: number): number {
  let next = at;
  while (text.charAt(next) === ' ') next += 1;
  return next;
}

export const isUnit = (text: string): boolean => scanUnit(text, 0)?.end === text.length;

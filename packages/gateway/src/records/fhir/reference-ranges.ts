import { decimalOf, labelOf } from './concepts.js';
import type { CodeableConcept, Measured, Patient, Quantity, Range, ReferenceRange } from './resources.js';

/** The person and the day of the result. The person's sex and age on that day determine which range applies. */
export interface RangeOccasion {
  readonly patient: Patient | undefined;
  /** The day of the result as `YYYYMMDD`, in the form that `toJ2Date` returns. */
  readonly day: string;
}

type Sex = 'male' | 'female';

/** The codes for the sexes in administrative-gender (FHIR, v2 and v3) and SNOMED CT. */
const sexes: Readonly<Record<string, Sex>> = {
  male: 'male',
  M: 'male',
  '248153007': 'male',
  '10052007': 'male',
  female: 'female',
  F: 'female',
  '248152002': 'female',
  '1086007': 'female',
};

/**
 * Returns the reference range of a result in the passbook's notation. If it is not known which of several ranges
 * applies, returns plain text, with which no value is compared. Only `normal` ranges of R4
 * `referencerange-meaning` are used, not ranges for treatment or critical ranges.
 */
export function rangeOf(measured: Measured, occasion: RangeOccasion): string {
  const all = measured.referenceRange ?? [];
  const normal = all.filter(({ type }) => isNormal(type));
  const judged = normal.map((range) => ({ range, fit: fitOf(range, occasion) }));
  const fitting = judged.filter(({ fit }) => fit !== 'other');
  const unit = unitKey(measured.valueQuantity);
  const best =
    chosen(fitting.filter(({ fit }) => fit === 'meant')) ??
    chosen(fitting.filter(({ fit }) => fit === 'anybody'));
  if (best !== null && fitting.every(({ fit }) => fit !== 'undecided' || best.kind === 'meant')) {
    return sameUnit(best.range, unit) ? writtenOf(best.range) : inWords([best.range]);
  }
  const others = fitting.length === 0 ? all : fitting.map(({ range }) => range);
  return bySex(fitting.map(({ range }) => range)) ?? inWords(others);
}

const isNormal = (type: CodeableConcept | undefined): boolean =>
  type === undefined || type.coding?.some(({ code }) => code === 'normal') === true;

/**
 * Whom a range is meant for: this person in particular (`meant`), `anybody`, only `other` people, or `undecided`.
 */
type Fit = 'meant' | 'anybody' | 'other' | 'undecided';

function fitOf({ appliesTo = [], age }: ReferenceRange, { patient, day }: RangeOccasion): Fit {
  const fits: Fit[] = appliesTo.map((concept) => {
    const sex = sexIn(concept);
    if (sex === null) return isEverybody(concept) ? 'anybody' : 'undecided';
    const own = sexes[patient?.gender ?? ''];
    return own === undefined ? 'undecided' : own === sex ? 'meant' : 'other';
  });
  if (age !== undefined) fits.push(ageFit(age, patient?.birthDate, day));
  if (fits.includes('other')) return 'other';
  if (fits.includes('undecided')) return 'undecided';
  return fits.includes('meant') ? 'meant' : 'anybody';
}

function sexIn(concept: CodeableConcept): Sex | null {
  for (const { code } of concept.coding ?? []) {
    const sex = sexes[code ?? ''];
    if (sex !== undefined) return sex;
  }
  const words = labelOf(concept);
  if (/^(?:女|女性|females?|women)$/i.test(words)) return 'female';
  return /^(?:男|男性|males?|men)$/i.test(words) ? 'male' : null;
}

const isEverybody = (concept: CodeableConcept): boolean =>
  /^(?:normal population|all|both|everybody|一般|所有)$/i.test(labelOf(concept));

const yearsIn: Readonly<Record<string, number>> = {
  a: 1,
  yr: 1,
  year: 1,
  years: 1,
  歲: 1,
  mo: 1 / 12,
  wk: 7 / 365.25,
  d: 1 / 365.25,
};

function ageFit({ low, high }: Range, birthDate: string | undefined, day: string): Fit {
  const [born, on] = [birthDate?.replaceAll('-', '') ?? '', day];
  if (born.length !== 8 || on.length !== 8) return 'undecided';
  const age = (dayNumber(on) - dayNumber(born)) / 365.25;
  const bound = (quantity: Quantity | undefined): number | null => {
    if (quantity?.value === undefined) return null;
    const years = yearsIn[(quantity.code ?? quantity.unit ?? 'a').toLowerCase()];
    return years === undefined ? NaN : quantity.value * years;
  };
  const [from, to] = [bound(low), bound(high)];
  if (Number.isNaN(from) || Number.isNaN(to)) return 'undecided';
  // An upper bound in whole years includes the whole of that year of life.
  const last = to === null ? Infinity : Number.isInteger(to) ? to + 1 : to;
  return age >= (from ?? 0) && age < last ? 'meant' : 'other';
}

const dayNumber = (day: string): number =>
  Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6))) / 86_400_000;

interface Chosen {
  readonly kind: Fit;
  readonly range: ReferenceRange;
}

/** Returns the range if all the given ranges are the same; `null` if they differ. */
function chosen(some: readonly { readonly range: ReferenceRange; readonly fit: Fit }[]): Chosen | null {
  const [first, ...others] = some;
  if (first === undefined) return null;
  const same = others.every(({ range }) => writtenOf(range) === writtenOf(first.range));
  return same ? { kind: first.fit, range: first.range } : null;
}

/** Writes a range as `[3.5][5.1]`, `>=3.5` or `<=5.1`, or as its text if it has no bounds. */
function writtenOf({ low, high, text }: ReferenceRange): string {
  const [from, to] = [low?.value, high?.value];
  if (from !== undefined && to !== undefined) return `[${decimalOf(from)}][${decimalOf(to)}]`;
  if (from !== undefined) return `${low?.comparator === '>' ? '>' : '>='}${decimalOf(from)}`;
  if (to !== undefined) return `${high?.comparator === '<' ? '<' : '<='}${decimalOf(to)}`;
  return text ?? '';
}

/**
 * Converts a unit (UCUM or similar) to a form for comparison, without differences in case, brackets, and the sign
 * for powers.
 */
const unitKey = (quantity: Quantity | undefined): string =>
  (quantity?.code ?? quantity?.unit ?? '')
    .toLowerCase()
    .replaceAll(/[{}[\]\s]/g, '')
    .replaceAll('^', '*');

/** Checks that the bounds have the same unit as the value. Otherwise, they cannot be used. */
function sameUnit({ low, high }: ReferenceRange, unit: string): boolean {
  return [low, high].every((bound) => {
    const own = unitKey(bound);
    return own === '' || unit === '' || own === unit;
  });
}

/**
 * Writes a range for each sex as `[男:13.5 女:12][男:17.5 女:16]`, which can be evaluated if the person's sex is
 * known.
 */
function bySex(ranges: readonly ReferenceRange[]): string | null {
  const [one, two, ...others] = ranges;
  if (one === undefined || two === undefined || others.length > 0) return null;
  const bySexes = new Map(
    [one, two].map((range) => [
      range.age === undefined && range.appliesTo?.length === 1 ? sexIn(range.appliesTo[0] ?? {}) : null,
      range,
    ]),
  );
  const [male, female] = [bySexes.get('male'), bySexes.get('female')];
  const bounds = [male?.low, female?.low, male?.high, female?.high].map((bound) => bound?.value);
  const [lowM, lowF, highM, highF] = bounds;
  if (lowM === undefined || lowF === undefined || highM === undefined || highF === undefined) return null;
  return `[男:${decimalOf(lowM)} 女:${decimalOf(lowF)}][男:${decimalOf(highM)} 女:${decimalOf(highF)}]`;
}

/**
 * Writes ranges as text for a person. Each range has its condition, so that it is not mistaken for a bound that
 * applies to everyone.
 */
function inWords(ranges: readonly ReferenceRange[]): string {
  const words = ranges.map((range) => {
    const { low, high, text, type, appliesTo = [], age } = range;
    const unit = (low ?? high)?.unit ?? (low ?? high)?.code ?? '';
    const span = [low?.value, high?.value]
      .map((value) => (value === undefined ? '' : decimalOf(value)))
      .join('至');
    const ages = [age?.low?.value, age?.high?.value].map((value) => value ?? '').join('至');
    const condition = [
      ...(type === undefined ? [] : [labelOf(type)]),
      ...appliesTo.map(labelOf),
      ...(age === undefined ? [] : [`${ages}歲`]),
    ].filter((word) => word !== '');
    return `${condition.join(' ')}：${text ?? `${span} ${unit}`.trim()}`;
  });
  return words.length === 0 ? '' : `視條件而定（${words.join('；')}）`;
}

import { taipeiDate } from '@mhb-kit/core/identity';
import type { CodeableConcept, Coding, Period, Quantity } from './resources.js';

/** Converts codes, words and dates of FHIR to fields of the passbook. */

export const wordsOf = (concept: CodeableConcept | undefined): string =>
  concept?.text ?? concept?.coding?.find(({ display }) => display !== undefined)?.display ?? '';

/** The words of a concept or, if it has none, a code, so that a person has something to ask about. */
export const labelOf = (concept: CodeableConcept | undefined): string =>
  wordsOf(concept) || (concept?.coding?.find(({ code }) => code !== undefined)?.code ?? '');

/** The code of a concept in the first matching code system, given by a part of its URL; otherwise any code. */
export function codeOf(concept: CodeableConcept | undefined, ...systems: readonly string[]): string {
  return codeIn(concept, ...systems) || (concept?.coding?.find(({ code }) => code !== undefined)?.code ?? '');
}

/** The code of a concept in the first matching code system; empty if there is none. */
export function codeIn(concept: CodeableConcept | undefined, ...systems: readonly string[]): string {
  for (const system of systems) {
    const found = concept?.coding?.find((each) => each.system?.includes(system) === true);
    if (found?.code !== undefined) return found.code;
  }
  return '';
}

/**
 * NHI codes have ten characters for drugs, seven for Chinese medicines, and six for orders in the fee schedule
 * (plus two in claims).
 */
const nhiCode = /^(?:[A-Z][A-Z0-9]\d{5}[A-Z0-9]{3}|[A-Z]\d{6}|\d{5}[A-Z](?:\d{2})?)$/;

/**
 * The NHI's code for a drug or an order. It is recognized by its code system, or by the format of the code if
 * the system is missing or is a hospital's own.
 */
export function orderCodeOf(concept: CodeableConcept | undefined): string {
  const named = codeIn(concept, 'medication-nhi', 'medical-service-payment', 'nhi');
  if (named !== '') return named;
  const ofThatForm = ({ system = '', code = '' }: Coding): boolean =>
    nhiCode.test(code) && !/loinc|snomed|rxnorm|\/icd|atc/i.test(system);
  return concept?.coding?.find(ofThatForm)?.code ?? '';
}

/** LOINC codes; `''` if there is none. */
export function loincOf(concept: CodeableConcept | undefined): string {
  const code = codeIn(concept, 'loinc.org');
  return /^\d{1,7}-\d$/.test(code) ? code : '';
}

/** An ICD code of a diagnosis or procedure in the passbook's notation: without the dot. */
export function icdOf(concept: CodeableConcept | undefined): string {
  const coded = codeIn(concept, 'icd-10', 'icd-9', '/icd', 'urn:oid:2.16.840.1.113883.6.90');
  if (coded !== '') return coded.replaceAll('.', '');
  const bare = concept?.coding?.find(
    ({ system, code }) => system === undefined && /^[A-Z]\d[0-9A-Z](?:\.?[0-9A-Z]{1,4})?$/.test(code ?? ''),
  );
  return bare?.code?.replaceAll('.', '') ?? '';
}

export const inCategory = (
  concepts: readonly CodeableConcept[] | undefined,
  codes: ReadonlySet<string>,
): boolean => concepts?.some((concept) => concept.coding?.some(({ code }) => codes.has(code ?? ''))) === true;

/** A list as FHIR defines it; any other value makes its resource unreadable. */
export function asList<T>(list: readonly T[]): readonly T[] {
  if (!Array.isArray(list) || list.some((each) => typeof each !== 'object' || each === null))
    throw new TypeError('Not a list of elements');
  return list;
}

/** A dateTime without an offset, which FHIR does not allow but some servers write: local time in Taiwan. */
const withoutOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

function instantOf(text: string): Date | null {
  const instant = new Date(withoutOffset.test(text) ? `${text}+08:00` : text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/**
 * `20260305` for a FHIR date or dateTime, with instants converted to Taipei's date; shorter if the date is
 * partial.
 */
export function toJ2Date(date: string | undefined): string {
  if (date === undefined) return '';
  if (!date.includes('T')) return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date.replaceAll('-', '') : '';
  const instant = instantOf(date);
  return instant === null ? '' : taipeiDate(instant).replaceAll('-', '');
}

/** `202603051030` at UTC+8; empty if there is no time of day. */
export function toJ2Timestamp(text: string | undefined): string {
  const instant = text?.includes('T') === true ? instantOf(text) : null;
  if (instant === null) return '';
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Asia/Taipei',
    dateStyle: 'short',
    timeStyle: 'short',
  }).format(instant);
  return parts.replaceAll(/\D/g, '');
}

/** Number of days in a unit (UCUM, and common spellings). */
const daysInUnit: Readonly<Record<string, number>> = {
  '': 1,
  d: 1,
  day: 1,
  days: 1,
  天: 1,
  日: 1,
  h: 1 / 24,
  hour: 1 / 24,
  hours: 1 / 24,
  wk: 7,
  week: 7,
  weeks: 7,
  週: 7,
  周: 7,
  mo: 30,
  month: 30,
  months: 30,
  月: 30,
};

/** A duration in whole days; `undefined` if its unit is unknown. */
export function daysOf(duration: Quantity | undefined): number | undefined {
  if (duration?.value === undefined) return undefined;
  const days = daysInUnit[(duration.code ?? duration.unit ?? '').toLowerCase()];
  return days === undefined ? undefined : Math.round(duration.value * days);
}

/** Number of days in a period, including the first and the last. */
export function daysIn(period: Period | undefined): number | undefined {
  const [start, end] = [toJ2Date(period?.start), toJ2Date(period?.end)].map((day) =>
    day.length === 8
      ? Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)))
      : NaN,
  ) as [number, number];
  const days = Math.round((end - start) / 86_400_000) + 1;
  return Number.isNaN(days) || days < 1 ? undefined : days;
}

/** A number in decimal notation, never in exponential notation such as `1e-7`. */
export function decimalOf(value: number): string {
  const text = String(value);
  return text.includes('e')
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 12 })
    : text;
}

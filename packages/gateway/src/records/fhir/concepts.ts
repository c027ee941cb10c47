import { taipeiDate } from '@mhb-kit/core/identity';
import type { CodeableConcept, Coding, Period, Quantity } from './resources.js';

/** Converts FHIR codes, words and dates to fields of the passbook. */

export const wordsOf = (concept: CodeableConcept | undefined): string =>
  concept?.text ?? concept?.coding?.find(({ display }) => display !== undefined)?.display ?? '';

/**
 * Returns the words of a concept. If it has no words, returns a code, so that a person has something to ask about.
 */
export const labelOf = (concept: CodeableConcept | undefined): string =>
  wordsOf(concept) || (concept?.coding?.find(({ code }) => code !== undefined)?.code ?? '');

/**
 * Returns the code of a concept in the first matching code system, or any code if none matches. Each system is
 * given by a part of its URL.
 */
export function codeOf(concept: CodeableConcept | undefined, ...systems: readonly string[]): string {
  return codeIn(concept, ...systems) || (concept?.coding?.find(({ code }) => code !== undefined)?.code ?? '');
}

/** Returns the code of a concept in the first matching code system, or an empty string if none matches. */
export function codeIn(concept: CodeableConcept | undefined, ...systems: readonly string[]): string {
  for (const system of systems) {
    const found = concept?.coding?.find((each) => each.system?.includes(system) === true);
    if (found?.code !== undefined) return found.code;
  }
  return '';
}

/**
 * The form of NHI codes. Drugs have ten characters, Chinese medicines seven, and orders in the fee schedule six,
 * plus two in claims.
 */
const nhiCode = /^(?:[A-Z][A-Z0-9]\d{5}[A-Z0-9]{3}|[A-Z]\d{6}|\d{5}[A-Z](?:\d{2})?)$/;

/**
 * Returns the NHI's code for a drug or an order. The code is recognized by its code system or, if the system is
 * missing or a hospital's own, by its form.
 */
export function orderCodeOf(concept: CodeableConcept | undefined): string {
  const named = codeIn(concept, 'medication-nhi', 'medical-service-payment', 'nhi');
  if (named !== '') return named;
  const ofThatForm = ({ system = '', code = '' }: Coding): boolean =>
    nhiCode.test(code) && !/loinc|snomed|rxnorm|\/icd|atc/i.test(system);
  return concept?.coding?.find(ofThatForm)?.code ?? '';
}

/** Returns the LOINC code of a concept, or `''` if there is none. */
export function loincOf(concept: CodeableConcept | undefined): string {
  const code = codeIn(concept, 'loinc.org');
  return /^\d{1,7}-\d$/.test(code) ? code : '';
}

/** Returns the ICD code of a diagnosis or procedure without the dot, as the passbook writes it. */
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

/** Returns a list as FHIR defines it. Throws for any other value, which makes the resource unreadable. */
export function asList<T>(list: readonly T[]): readonly T[] {
  if (!Array.isArray(list) || list.some((each) => typeof each !== 'object' || each === null))
    throw new TypeError('Not a list of elements');
  return list;
}

/**
 * The form of a dateTime without an offset. FHIR does not allow this form, but some servers write it; it is read
 * as local time in Taiwan.
 */
const withoutOffset = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/;

function instantOf(text: string): Date | null {
  const instant = new Date(withoutOffset.test(text) ? `${text}+08:00` : text);
  return Number.isNaN(instant.getTime()) ? null : instant;
}

/**
 * Converts a FHIR date or dateTime to the form `20260305`, with an instant as its date in Taipei. The result is
 * shorter if the date is partial.
 */
export function toJ2Date(date: string | undefined): string {
  if (date === undefined) return '';
  if (!date.includes('T')) return /^\d{4}(?:-\d{2}){0,2}$/.test(date) ? date.replaceAll('-', '') : '';
  const instant = instantOf(date);
  return instant === null ? '' : taipeiDate(instant).replaceAll('-', '');
}

/** Converts a dateTime to the form `202603051030` at UTC+8. Returns an empty string if it has no time of day. */
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

/** The number of days in each unit, by its UCUM code or a common spelling. */
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

/** Converts a duration to whole days; returns `undefined` if its unit is unknown. */
export function daysOf(duration: Quantity | undefined): number | undefined {
  if (duration?.value === undefined) return undefined;
  const days = daysInUnit[(duration.code ?? duration.unit ?? '').toLowerCase()];
  return days === undefined ? undefined : Math.round(duration.value * days);
}

/** Returns the number of days in a period, including the first and the last day. */
export function daysIn(period: Period | undefined): number | undefined {
  const [start, end] = [toJ2Date(period?.start), toJ2Date(period?.end)].map((day) =>
    day.length === 8
      ? Date.UTC(Number(day.slice(0, 4)), Number(day.slice(4, 6)) - 1, Number(day.slice(6)))
      : NaN,
  ) as [number, number];
  const days = Math.round((end - start) / 86_400_000) + 1;
  return Number.isNaN(days) || days < 1 ? undefined : days;
}

/** Formats a number in decimal notation, never in exponential notation such as `1e-7`. */
export function decimalOf(value: number): string {
  const text = String(value);
  return text.includes('e')
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 12 })
    : text;
}

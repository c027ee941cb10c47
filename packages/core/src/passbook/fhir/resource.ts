import type { Coded, PartialDate, Timestamp } from '../model.js';
import { extensions, systems } from './terminology.js';

/** Small parts of FHIR resources. Elements without content are left out, as FHIR's JSON demands. */

export type Json = string | number | boolean | JsonObject | readonly Json[];

/** An interface, because an alias cannot come back to itself through `Record`. */
export interface JsonObject extends Readonly<Record<string, Json | undefined>> {
  readonly extension?: readonly JsonObject[];
}

export interface Resource extends JsonObject {
  readonly resourceType: string;
  readonly id: string;
}

export interface BundleEntry extends JsonObject {
  readonly fullUrl: string;
  readonly resource: Resource;
}

export interface Bundle extends JsonObject {
  readonly resourceType: 'Bundle';
  readonly id: string;
  readonly type: 'collection' | 'document';
  readonly timestamp: string;
  readonly entry: readonly BundleEntry[];
}

/** The object without its empty members. */
export function compact<T extends JsonObject>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}

export const orNone = <T>(value: T | null): T | undefined => value ?? undefined;

/** FHIR strings and codes hold no control characters but tab and line breaks, and no outer blanks. */
export function fhirText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]/gu, ' ').trim();
}

const fhirCode = (code: string): string => fhirText(code).replace(/\s+/g, ' ');

export function coding(system: string, code: string, display?: string | null): JsonObject {
  return compact({ system, code: fhirCode(code), display: display ? fhirText(display) : undefined });
}

/** A concept by its code and words; by "unknown" if it has neither. */
export function concept(coded: Coded, systemOf: (code: string) => string): JsonObject {
  const { code, display } = coded;
  const text = display ?? code;
  return compact({
    coding: code === null ? [] : [coding(systemOf(code), code, display)],
    text: text === null ? '未載明' : fhirText(text),
  });
}

export const textConcept = (text: string | null): JsonObject => ({
  text: text === null ? '未載明' : fhirText(text),
});

/** Says that the element is there in principle and its value is not known. */
export const unknown: JsonObject = { extension: [{ url: extensions.dataAbsent, valueCode: 'unknown' }] };

/** `name: date`, or its "unknown" where the element may not be missing. */
export function dateElement(name: string, date: PartialDate | Timestamp | null): JsonObject {
  return date === null ? { [`_${name}`]: unknown } : { [name]: date };
}

export function period(start: PartialDate | null, end: PartialDate | null): JsonObject | undefined {
  return start === null && end === null ? undefined : compact({ start: orNone(start), end: orNone(end) });
}

export function quantity(value: number, unit?: string): JsonObject {
  return unit === undefined ? { value } : { value, unit, system: systems.ucum, code: unit };
}

/** Words in a narrative, as XHTML. */
export function narrative(lines: readonly string[]): JsonObject {
  const escape = (line: string): string =>
    fhirText(line).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  const items = lines.map((line) => `<li>${escape(line)}</li>`).join('');
  return {
    status: 'generated',
    div: `<div xmlns="http://www.w3.org/1999/xhtml">${items === '' ? '<p>無資料</p>' : `<ul>${items}</ul>`}</div>`,
  };
}

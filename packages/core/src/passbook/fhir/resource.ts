import type { PartialDate, Timestamp } from '../model/model.js';
import { extensions, systems } from './terminology.js';

/** Helpers for FHIR resources. They omit empty elements, because FHIR's JSON format does not allow them. */

export type Json = string | number | boolean | JsonObject | readonly Json[];

/** This is an interface, because a type alias cannot refer to itself through `Record`. */
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

/** Returns the object without its empty members. */
export function compact<T extends JsonObject>(object: T): T {
  return Object.fromEntries(
    Object.entries(object).filter(
      ([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0),
    ),
  ) as T;
}

export const orNone = <T>(value: T | null): T | undefined => value ?? undefined;

/**
 * Makes a text valid as a FHIR string or code. Replaces every control character except tabs and line breaks
 * with a space. Does the same with unusual white space, such as the full-width space, because FHIR's pattern
 * for strings (`\S`) excludes it. Trims white space at both ends.
 */
export function fhirText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[^\S \t\n\r]/gu, ' ').trim();
}

export const fhirCode = (code: string): string => fhirText(code).replace(/\s+/g, ' ');

/** Returns a coding from a standard code system with that system's display name. */
export function coding(system: string, code: string, display: string): JsonObject {
  return { system, code, display };
}

/** The representation of a mandatory element whose value is unknown. */
export const unknown: JsonObject = { extension: [{ url: extensions.dataAbsent, valueCode: 'unknown' }] };

/**
 * Returns the member for a mandatory date. If the date is `null`, the member states that the date is unknown.
 */
export function dateElement(name: string, date: PartialDate | Timestamp | null): JsonObject {
  return date === null ? { [`_${name}`]: unknown } : { [name]: date };
}

/**
 * Returns a period. Omits an end that is before the start, because it is a mistake in the file and FHIR does
 * not allow it.
 */
export function period(start: PartialDate | null, end: PartialDate | null): JsonObject | undefined {
  if (start === null && end === null) return undefined;
  const ordered = start === null || end === null || end >= start.slice(0, end.length);
  return compact({ start: orNone(start), end: ordered ? orNone(end) : undefined });
}

export function quantity(value: number, unit?: string): JsonObject {
  return unit === undefined ? { value } : { value, unit, system: systems.ucum, code: unit };
}

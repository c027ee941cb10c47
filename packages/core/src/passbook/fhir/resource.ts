import type { PartialDate, Timestamp } from '../model/model.js';
import { extensions, systems } from './terminology.js';

/** Helpers for FHIR resources. Empty elements are omitted, as FHIR's JSON requires. */

export type Json = string | number | boolean | JsonObject | readonly Json[];

/** An interface, because a type alias cannot refer to itself through `Record`. */
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

/**
 * FHIR strings and codes contain no control characters except tab and line breaks, and no white space except
 * the ordinary space (FHIR's pattern for strings uses `\S`, which excludes the full-width space). They do not
 * begin or end with white space.
 */
export function fhirText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[^\S \t\n\r]/gu, ' ').trim();
}

export const fhirCode = (code: string): string => fhirText(code).replace(/\s+/g, ' ');

/** A coding from a standard code system, with that system's display name. */
export function coding(system: string, code: string, display: string): JsonObject {
  return { system, code, display };
}

/** States that the element exists but its value is not known. */
export const unknown: JsonObject = { extension: [{ url: extensions.dataAbsent, valueCode: 'unknown' }] };

/** `name: date`, or its "unknown" form if the element is mandatory. */
export function dateElement(name: string, date: PartialDate | Timestamp | null): JsonObject {
  return date === null ? { [`_${name}`]: unknown } : { [name]: date };
}

/** An end before the start is a mistake in the file, and FHIR does not allow such a period. */
export function period(start: PartialDate | null, end: PartialDate | null): JsonObject | undefined {
  if (start === null && end === null) return undefined;
  const ordered = start === null || end === null || end >= start.slice(0, end.length);
  return compact({ start: orNone(start), end: ordered ? orNone(end) : undefined });
}

export function quantity(value: number, unit?: string): JsonObject {
  return unit === undefined ? { value } : { value, unit, system: systems.ucum, code: unit };
}

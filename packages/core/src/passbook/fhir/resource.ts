import type { PartialDate, Timestamp } from '../model.js';
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

/**
 * FHIR strings and codes hold no control characters but tab and line breaks, no blanks but the plain one (its expression for strings
 * takes `\S` for the rest, which the full-width blank is not), and none at their ends.
 */
export function fhirText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n\r]|[^\S \t\n\r]/gu, ' ').trim();
}

export const fhirCode = (code: string): string => fhirText(code).replace(/\s+/g, ' ');

/** A coding of a standard system, under the name that the system gives it. */
export function coding(system: string, code: string, display: string): JsonObject {
  return { system, code, display };
}

/** Says that the element is there in principle and its value is not known. */
export const unknown: JsonObject = { extension: [{ url: extensions.dataAbsent, valueCode: 'unknown' }] };

/** `name: date`, or its "unknown" where the element may not be missing. */
export function dateElement(name: string, date: PartialDate | Timestamp | null): JsonObject {
  return date === null ? { [`_${name}`]: unknown } : { [name]: date };
}

/** An end before the start is a slip of the pen, and no period may have one. */
export function period(start: PartialDate | null, end: PartialDate | null): JsonObject | undefined {
  if (start === null && end === null) return undefined;
  const ordered = start === null || end === null || end >= start.slice(0, end.length);
  return compact({ start: orNone(start), end: ordered ? orNone(end) : undefined });
}

export function quantity(value: number, unit?: string): JsonObject {
  return unit === undefined ? { value } : { value, unit, system: systems.ucum, code: unit };
}

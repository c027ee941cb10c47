import type { JsonObject } from './definitions.js';
import type { ElementNode } from './element-tree.js';

/**
 * One occurrence of an element in FHIR's JSON, in which a primitive's extensions are next to it under
 * `_name`.
 */
export interface Item {
  /** Absent if a primitive has only extensions. */
  readonly value: unknown;
  readonly extra?: JsonObject;
  readonly type: string | undefined;
  readonly path: string;
}

export interface Occurrences {
  readonly items: readonly Item[];
  /** The problem with its notation. */
  readonly fault: string | null;
}

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** All occurrences of a child in an object. */
export function occurrencesOf(node: ElementNode, object: JsonObject, path: string): Occurrences {
  const present = node.names.filter(
    ({ key, beside }) => object[key] !== undefined || object[beside] !== undefined,
  );
  const isList = node.definition.base !== undefined && node.definition.base.max !== '1';
  let fault: string | null = present.length > 1 ? 'occurs with more than one type' : null;
  const items = present.flatMap(({ key, beside: besideKey, type }) => {
    const value = object[key];
    const extra = object[besideKey];
    if (value !== undefined && Array.isArray(value) !== isList) {
      fault = isList ? 'is a list in JSON' : 'is not a list in JSON';
    }
    if (Array.isArray(value) && value.length === 0) fault = 'is an empty list';
    const values = asList(value);
    const extras = asList(extra);
    return Array.from({ length: Math.max(values.length, extras.length) }, (_, index): Item => {
      const beside = extras[index];
      return {
        value: values[index] ?? undefined,
        ...(isObject(beside) ? { extra: beside } : {}),
        type,
        path: isList ? `${path}.${key}[${index}]` : `${path}.${key}`,
      };
    });
  });
  return { items, fault };
}

const asList = (value: unknown): readonly unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? (value as unknown[]) : [value];

/** Whether a value is exactly the required one. */
export function isSame(value: unknown, fixed: unknown): boolean {
  if (Array.isArray(value) && Array.isArray(fixed)) {
    return value.length === fixed.length && value.every((each, index) => isSame(each, fixed[index]));
  }
  if (isObject(value) && isObject(fixed)) {
    const keys = Object.keys(fixed);
    return Object.keys(value).length === keys.length && keys.every((key) => isSame(value[key], fixed[key]));
  }
  return value === fixed;
}

/** Whether a value has at least the content of the pattern; for a list, each member somewhere. */
export function hasPattern(value: unknown, pattern: unknown): boolean {
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(value) && pattern.every((each) => value.some((candidate) => hasPattern(candidate, each)))
    );
  }
  if (isObject(pattern)) {
    return isObject(value) && Object.entries(pattern).every(([key, each]) => hasPattern(value[key], each));
  }
  return value === pattern;
}

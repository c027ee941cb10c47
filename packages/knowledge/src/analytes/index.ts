import type { Entry } from '../entry.js';
import type { Finder } from '../find.js';

/** Object keys of a piece are ids of core's table; anything else is unknown. */
export const findAnalyte: Finder<'analyte'> = async ({ id }, load) => {
  const known: Readonly<Partial<Record<string, Entry>>> = await load('analytes');
  return Object.hasOwn(known, id) ? (known[id] ?? null) : null;
};

import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { Entry } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';

export interface AnalytePieces {
  readonly analytes: Readonly<Record<AnalyteId, Entry>>;
}

/**
 * Finds the entry of an analyte. The keys in each piece are the ids of core's analytes; any other id has no
 * explanation.
 */
export const findAnalyte: Finder<'analyte', AnalytePieces> = async ({ id }, load) => {
  const known: Readonly<Partial<Record<string, Entry>>> = await load('analytes');
  return Object.hasOwn(known, id) ? (known[id] ?? null) : null;
};

import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { Entry } from '../entry/entry.js';
import type { Finder } from '../entry/finder.js';

export interface AnalytePieces {
  readonly analytes: Readonly<Record<AnalyteId, Entry>>;
}

/** Object keys of a piece are ids of core's table; other keys are unknown. */
export const findAnalyte: Finder<'analyte', AnalytePieces> = async ({ id }, load) => {
  const known: Readonly<Partial<Record<string, Entry>>> = await load('analytes');
  return Object.hasOwn(known, id) ? (known[id] ?? null) : null;
};

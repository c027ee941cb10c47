import type { AnalyteId } from '@mhb-kit/core/passbook';
import { entries, type Entry, type Standing, type Written } from '../entry/entry.js';

/** Entries whose keys are analytes of core's table. */
export const analyteEntries = <K extends AnalyteId>(
  shared: Standing,
  written: Readonly<Record<K, Written>>,
): Readonly<Record<K, Entry>> => entries(shared, written);

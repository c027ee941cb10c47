import type { AnalyteId } from '@mhb-kit/core/passbook';
import { entries, type Entry, type Standing, type Written } from '../entry/entry.js';

/** Entries for analytes, by their ids in the table of `@mhb-kit/core`. */
export const analyteEntries = <K extends AnalyteId>(
  shared: Standing,
  written: Readonly<Record<K, Written>>,
): Readonly<Record<K, Entry>> => entries(shared, written);

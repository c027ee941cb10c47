import type { AnalyteId } from '@mhb-kit/core/passbook';
import { entries, type Entry, type Standing, type Written } from '../entry/entry.js';

/** Creates the entries for analytes, which are keyed by the ids in core's table of analytes. */
export const analyteEntries = <K extends AnalyteId>(
  shared: Standing,
  written: Readonly<Record<K, Written>>,
): Readonly<Record<K, Entry>> => entries(shared, written);

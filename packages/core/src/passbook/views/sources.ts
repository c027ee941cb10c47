import type { Source } from '../model/model.js';

interface Sourced {
  readonly sources: readonly Source[];
}

/** Returns the places in files where the records were found, in the order of the records. */
export const sourcesOf = (records: readonly Sourced[]): readonly Source[] =>
  records.length === 1 ? (records[0] as Sourced).sources : records.flatMap(({ sources }) => sources);

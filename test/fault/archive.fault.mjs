import { fuzzArchives, fuzzArchivesGuided } from './archive/fuzz.mjs';

export const faults = [
  { name: 'archive-guided', cases: 2_000, run: fuzzArchivesGuided },
  { name: 'archive', cases: 5_000, run: fuzzArchives },
];

import { fuzzArchives } from './archive/fuzz.mjs';

export const faults = [{ name: 'archive', cases: 5_000, run: fuzzArchives }];

import type { Explanation } from '@mhb-kit/knowledge';
import type { Term } from '../parts/term.js';

/** What was asked for, and what came of it: `undefined` while it is fetched, `null` where it could not be. */
export interface Asked {
  readonly term: Term;
  readonly found: readonly Explanation[] | null | undefined;
}

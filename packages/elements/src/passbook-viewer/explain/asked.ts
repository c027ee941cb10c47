import type { Explanation } from '@mhb-kit/knowledge';
import type { Term } from '../parts/term.js';

/** The requested explanation: `undefined` while it is loaded, `null` if that failed. */
export interface Asked {
  readonly term: Term;
  readonly found: readonly Explanation[] | null | undefined;
}

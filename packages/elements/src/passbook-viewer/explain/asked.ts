import type { Explanation } from '@mhb-kit/knowledge';
import type { Term } from '../parts/term.js';

/** A term and its explanations: `undefined` while they are being loaded, `null` if they could not be loaded. */
export interface Asked {
  readonly term: Term;
  readonly found: readonly Explanation[] | null | undefined;
}

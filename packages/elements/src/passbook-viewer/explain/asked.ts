import type { Explanation } from '@mhb-kit/knowledge';
import type { Term } from '../parts/term.js';

/**
 * A term and its explanations, which are `undefined` while they are being loaded, and `null` if they could not be
 * loaded.
 */
export interface Asked {
  readonly term: Term;
  readonly found: readonly Explanation[] | null | undefined;
}

import type { Entry } from '../entry/entry.js';
import type { ProcedureId } from './procedure-codes.js';
import type { TeethTexts } from './teeth.js';

/** The explanations of dental procedures, teeth and areas of the mouth. */
export interface DentalKnowledge {
  readonly procedures: Readonly<Record<ProcedureId, Entry>>;
  readonly teeth: TeethTexts;
}

import type { Entry } from '../entry/entry.js';
import type { programmes } from './programmes.en.js';
import type { screenings } from './screenings.en.js';

export type ScreeningId = keyof typeof screenings;
export type ProgrammeId = keyof typeof programmes;

/** The explanations of preventive services and care programmes. */
export interface PreventionKnowledge {
  readonly screenings: Readonly<Record<ScreeningId, Entry>>;
  readonly programmes: Readonly<Record<ProgrammeId, Entry>>;
}

import type { PreventionKnowledge } from './prevention-knowledge.js';
import { programmes } from './programmes.en.js';
import { screenings } from './screenings.en.js';

export const prevention: PreventionKnowledge = { screenings, programmes };

import type { PreventionKnowledge } from './prevention-knowledge.js';
import { programmes } from './programmes.zh-Hant.js';
import { screenings } from './screenings.zh-Hant.js';

export const prevention: PreventionKnowledge = { screenings, programmes };

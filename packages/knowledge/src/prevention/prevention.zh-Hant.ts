import type { PreventionKnowledge } from './index.js';
import { programmes } from './programmes.zh-Hant.js';
import { screenings } from './screenings.zh-Hant.js';

export const prevention: PreventionKnowledge = { screenings, programmes };

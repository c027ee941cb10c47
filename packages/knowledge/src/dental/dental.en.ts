import type { DentalKnowledge } from './index.js';
import { procedures } from './procedures.en.js';
import { teeth } from './teeth.en.js';

export const dental: DentalKnowledge = { procedures, teeth };

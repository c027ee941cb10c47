import type { DentalKnowledge } from './dental-knowledge.js';
import { procedures } from './procedures.en.js';
import { teeth } from './teeth.en.js';

export const dental: DentalKnowledge = { procedures, teeth };

import type { DentalKnowledge } from './dental-knowledge.js';
import { procedures } from './procedures.zh-Hant.js';
import { teeth } from './teeth.zh-Hant.js';

export const dental: DentalKnowledge = { procedures, teeth };

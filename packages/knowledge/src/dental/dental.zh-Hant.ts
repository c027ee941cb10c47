import type { DentalKnowledge } from './index.js';
import { procedures } from './procedures.zh-Hant.js';
import { teeth } from './teeth.zh-Hant.js';

export const dental: DentalKnowledge = { procedures, teeth };

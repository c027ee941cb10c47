import { blocks, chapters } from './blocks-l-to-z.en.js';
import type { DiagnosisKnowledge } from './code-text.js';
import { skinToPregnancy } from './skin-to-pregnancy.en.js';
import { symptomsToStatus } from './symptoms-to-status.en.js';

/**
 * Explanations of ICD-10-CM from L to Z: every chapter and block, and the most common codes (written without the
 * dot).
 */
export const lToZ = {
  chapters,
  blocks,
  codes: { ...skinToPregnancy, ...symptomsToStatus },
} as const satisfies DiagnosisKnowledge;

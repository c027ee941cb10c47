import { blocks, chapters } from './blocks-l-to-z.zh-Hant.js';
import type { DiagnosisKnowledge } from './code-text.js';
import { skinToPregnancy } from './skin-to-pregnancy.zh-Hant.js';
import { symptomsToStatus } from './symptoms-to-status.zh-Hant.js';

/**
 * Explanations of ICD-10-CM from L to Z: every chapter and block, and the most common codes (written without the
 * dot).
 */
export const lToZ = {
  chapters,
  blocks,
  codes: { ...skinToPregnancy, ...symptomsToStatus },
} as const satisfies DiagnosisKnowledge;

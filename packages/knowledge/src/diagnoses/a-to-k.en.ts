import { blocks, chapters } from './blocks-a-to-k.en.js';
import type { DiagnosisKnowledge } from './code-text.js';
import { eyesToDigestion } from './eyes-to-digestion.en.js';
import { infectionsToNerves } from './infections-to-nerves.en.js';

/**
 * Explanations of ICD-10-CM from A to K: every chapter and block, and the most common codes (written without the
 * dot).
 */
export const aToK = {
  chapters,
  blocks,
  codes: { ...infectionsToNerves, ...eyesToDigestion },
} as const satisfies DiagnosisKnowledge;

import { blocks, chapters } from './chapters-and-blocks.zh-Hant.js';
import type { DiagnosisKnowledge } from './code-text.js';
import { eyesToDigestion } from './eyes-to-digestion.zh-Hant.js';
import { infectionsToNerves } from './infections-to-nerves.zh-Hant.js';
import { skinToPregnancy } from './skin-to-pregnancy.zh-Hant.js';
import { symptomsToStatus } from './symptoms-to-status.zh-Hant.js';

/** ICD-10-CM: every chapter and block, and the commonest codes without their dots. */
export const diagnoses = {
  chapters,
  blocks,
  codes: { ...infectionsToNerves, ...eyesToDigestion, ...skinToPregnancy, ...symptomsToStatus },
} as const satisfies DiagnosisKnowledge;

import { blocks, chapters } from './chapters-and-blocks.en.js';
import type { DiagnosisKnowledge } from './code-text.js';
import { eyesToDigestion } from './eyes-to-digestion.en.js';
import { infectionsToNerves } from './infections-to-nerves.en.js';
import { skinToPregnancy } from './skin-to-pregnancy.en.js';
import { symptomsToStatus } from './symptoms-to-status.en.js';

/** ICD-10-CM: every chapter and block, and the commonest codes without their dots. */
export const diagnoses = {
  chapters,
  blocks,
  codes: { ...infectionsToNerves, ...eyesToDigestion, ...skinToPregnancy, ...symptomsToStatus },
} as const satisfies DiagnosisKnowledge;

import type { DrugTexts } from './drug-group.js';
import { heart } from './heart.en.js';
import { metabolism } from './metabolism.en.js';

/** Drug groups for the heart, the blood vessels and metabolism. */
export const heartAndMetabolism = { ...heart, ...metabolism } as const satisfies DrugTexts;

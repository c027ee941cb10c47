import type { DrugTexts } from './drug-group.js';
import { heart } from './heart.zh-Hant.js';
import { metabolism } from './metabolism.zh-Hant.js';

/** Drug groups for the heart, the blood vessels and metabolism. */
export const heartAndMetabolism = { ...heart, ...metabolism } as const satisfies DrugTexts;

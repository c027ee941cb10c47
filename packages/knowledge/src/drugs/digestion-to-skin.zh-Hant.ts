import { digestion } from './digestion.zh-Hant.js';
import type { DrugTexts } from './drug-group.js';
import { infection } from './infection.zh-Hant.js';
import { nerves } from './nerves.zh-Hant.js';
import { otherSystems } from './other-systems.zh-Hant.js';
import { painAndBreathing } from './pain-and-breathing.zh-Hant.js';

/** All other groups. */
export const digestionToSkin = {
  ...digestion,
  ...nerves,
  ...painAndBreathing,
  ...infection,
  ...otherSystems,
} as const satisfies DrugTexts;

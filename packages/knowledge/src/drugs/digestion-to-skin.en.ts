import { digestion } from './digestion.en.js';
import type { DrugTexts } from './drug-group.js';
import { infection } from './infection.en.js';
import { nerves } from './nerves.en.js';
import { otherSystems } from './other-systems.en.js';
import { painAndBreathing } from './pain-and-breathing.en.js';

/** All other groups. */
export const digestionToSkin = {
  ...digestion,
  ...nerves,
  ...painAndBreathing,
  ...infection,
  ...otherSystems,
} as const satisfies DrugTexts;

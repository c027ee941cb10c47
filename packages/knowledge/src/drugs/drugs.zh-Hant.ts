import type { DrugKnowledge } from './drug-group.js';
import { heart } from './heart.zh-Hant.js';
import { metabolism } from './metabolism.zh-Hant.js';
import { digestion } from './digestion.zh-Hant.js';
import { nerves } from './nerves.zh-Hant.js';
import { painAndBreathing } from './pain-and-breathing.zh-Hant.js';
import { infection } from './infection.zh-Hant.js';
import { otherSystems } from './other-systems.zh-Hant.js';

/** Every group of core's table with its ingredients. */
export const drugs = {
  ...heart,
  ...metabolism,
  ...digestion,
  ...nerves,
  ...painAndBreathing,
  ...infection,
  ...otherSystems,
} as const satisfies DrugKnowledge;

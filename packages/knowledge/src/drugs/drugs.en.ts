import type { DrugKnowledge } from './drug-group.js';
import { heart } from './heart.en.js';
import { metabolism } from './metabolism.en.js';
import { digestion } from './digestion.en.js';
import { nerves } from './nerves.en.js';
import { painAndBreathing } from './pain-and-breathing.en.js';
import { infection } from './infection.en.js';
import { otherSystems } from './other-systems.en.js';

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

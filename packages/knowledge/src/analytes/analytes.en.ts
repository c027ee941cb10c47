import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { Entry } from '../entry/entry.js';
import { bloodCount } from './blood-count.en.js';
import { chemistry } from './chemistry.en.js';
import { coagulationAndIron } from './coagulation-and-iron.en.js';
import { hormones } from './hormones.en.js';
import { infection } from './infection.en.js';
import { urine } from './urine.en.js';
import { vitalSigns } from './vital-signs.en.js';

/** The explanations of every analyte in core's table. */
export const analytes: Readonly<Record<AnalyteId, Entry>> = {
  ...bloodCount,
  ...chemistry,
  ...urine,
  ...coagulationAndIron,
  ...hormones,
  ...infection,
  ...vitalSigns,
};

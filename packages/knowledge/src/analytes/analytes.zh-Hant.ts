import type { AnalyteId } from '@mhb-kit/core/passbook';
import type { Entry } from '../entry/entry.js';
import { bloodCount } from './blood-count.zh-Hant.js';
import { chemistry } from './chemistry.zh-Hant.js';
import { coagulationAndIron } from './coagulation-and-iron.zh-Hant.js';
import { hormones } from './hormones.zh-Hant.js';
import { infection } from './infection.zh-Hant.js';
import { urine } from './urine.zh-Hant.js';
import { vitalSigns } from './vital-signs.zh-Hant.js';

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

import type { OrderGroup } from './order-groups.js';
import { bloodBank } from './blood-bank.zh-Hant.js';
import { blood } from './blood.zh-Hant.js';
import { bodyFluidsAndTissue } from './body-fluids-and-tissue.zh-Hant.js';
import { chemistry } from './chemistry.zh-Hant.js';
import { endoscopyAndXrays } from './endoscopy-and-xrays.zh-Hant.js';
import { functionsAndSenses } from './functions-and-senses.zh-Hant.js';
import { hormonesAndMetabolism } from './hormones-and-metabolism.zh-Hant.js';
import { immunityTumorsAndGenes } from './immunity-tumors-and-genes.zh-Hant.js';
import { infectionAndAutoimmunity } from './infection-and-autoimmunity.zh-Hant.js';
import { microbes } from './microbes.zh-Hant.js';
import { poisonsAndDrugs } from './poisons-and-drugs.zh-Hant.js';
import { surgery } from './surgery.zh-Hant.js';
import { treatments } from './treatments.zh-Hant.js';
import { ultrasoundAndHeart } from './ultrasound-and-heart.zh-Hant.js';
import { urineAndStool } from './urine-and-stool.zh-Hant.js';
import { visitsAndFees } from './visits-and-fees.zh-Hant.js';

/** All groups of orders, with the plain names of the codes in each group. */
export const orders: Readonly<Record<string, OrderGroup>> = {
  ...bloodBank,
  ...blood,
  ...bodyFluidsAndTissue,
  ...chemistry,
  ...endoscopyAndXrays,
  ...functionsAndSenses,
  ...hormonesAndMetabolism,
  ...immunityTumorsAndGenes,
  ...infectionAndAutoimmunity,
  ...microbes,
  ...poisonsAndDrugs,
  ...surgery,
  ...treatments,
  ...ultrasoundAndHeart,
  ...urineAndStool,
  ...visitsAndFees,
};

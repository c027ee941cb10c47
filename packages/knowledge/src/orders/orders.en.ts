import type { OrderGroup } from './order-groups.js';
import { bloodBank } from './blood-bank.en.js';
import { blood } from './blood.en.js';
import { bodyFluidsAndTissue } from './body-fluids-and-tissue.en.js';
import { chemistry } from './chemistry.en.js';
import { endoscopyAndXrays } from './endoscopy-and-xrays.en.js';
import { functionsAndSenses } from './functions-and-senses.en.js';
import { hormonesAndMetabolism } from './hormones-and-metabolism.en.js';
import { immunityTumorsAndGenes } from './immunity-tumors-and-genes.en.js';
import { infectionAndAutoimmunity } from './infection-and-autoimmunity.en.js';
import { microbes } from './microbes.en.js';
import { poisonsAndDrugs } from './poisons-and-drugs.en.js';
import { surgery } from './surgery.en.js';
import { treatments } from './treatments.en.js';
import { ultrasoundAndHeart } from './ultrasound-and-heart.en.js';
import { urineAndStool } from './urine-and-stool.en.js';
import { visitsAndFees } from './visits-and-fees.en.js';

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

import type { RepresentStepStrings } from './represent-step.strings.js';

export const representStepEn: RepresentStepStrings = {
  choose: 'Whose passbook',
  ofParent: (name, day) => `${name} (you are a parent, until ${day})`,
  ofGuardian: (name, day) => `${name} (you are the guardian, until ${day})`,
  back: 'Back to my own passbook',
  changed: (name) => `This is now the passbook of ${name}.`,
};

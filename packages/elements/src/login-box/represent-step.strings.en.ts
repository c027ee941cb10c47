import type { RepresentStepStrings } from './represent-step.strings.js';

export const representStepEn: RepresentStepStrings = {
  choose: 'Choose a passbook',
  ofParent: (name, day) => `${name} (you are a parent, until ${day})`,
  ofGuardian: (name, day) => `${name} (you are the guardian, until ${day})`,
  back: 'Back to my own passbook',
  changed: (name) => `You are now viewing the passbook of ${name}.`,
};

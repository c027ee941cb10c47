import { fieldEn } from '../base/field.strings.en.js';
import type { CodeStepStrings } from './code-step.strings.js';

export const codeStepEn: CodeStepStrings = {
  required: fieldEn.required,
  codeHeading: 'Type the code',
  codeSent: (mobile) => `To protect your data, a code was sent to your mobile number ending in ${mobile}.`,
  code: 'Code from the text message',
  codeUntil: (time) => `Valid until ${time}.`,
  codeProblem: 'Enter the six digits of the code.',
  rememberReader: 'This is my own computer. Do not ask for a code next time.',
  lostMobile:
    'Phone lost or number changed? Press “Log in again”, then “New card, lost phone or suspended account”.',
};

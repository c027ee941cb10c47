import type { HelpStrings } from './help.strings.js';

export const helpEn: HelpStrings = {
  heading: 'Help',
  contact: 'Talk to us',
  telephone: 'Phone',
  email: 'E-mail',
  manual: 'Manual',
  manualLink: 'Open the manual',
  questions: 'Questions and answers',
  sample: 'What a passbook looks like',
  sampleHint: 'Look through the passbook of a fictional person.',
  openSample: 'Open the sample',
  closeSample: 'Close the sample',
  openingSample: 'Opening…',
  sampleIsInvented: 'This person is fictional, and so is all of the data.',
  loading: 'Loading…',
  retry: 'Try again',
};

import { cardStatusEn } from '../card/card-status.strings.en.js';
import type { EnvironmentCheckStrings } from './environment-check.strings.js';

export const environmentCheckEn: EnvironmentCheckStrings = {
  ...cardStatusEn,
  heading: 'Check this computer',
  allGood: 'This computer is ready for your health passbook.',
  notYet: 'Something still needs your attention.',
  checkAgain: 'Check again',
  checking: 'Checking…',
  states: { good: 'Good', bad: 'Needs attention', waiting: 'Not checked yet' },
  browser: 'Browser',
  browserGood: 'This browser is suitable.',
  browserOld: 'This browser is too old.',
  browserOldRemedy: 'Update your browser, or use the latest Chrome, Edge, Firefox or Safari.',
  insecure: 'This page is not secure.',
  insecureRemedy: 'Open this page at an address that starts with https.',
  service: 'Passbook service',
  serviceGood: 'Reachable.',
  bridge: 'Card bridge',
  bridgeGood: 'The card bridge is running.',
  reader: 'Card reader',
  readerGood: 'A card reader is connected.',
  card: 'NHI card',
  clock: 'Clock',
  clockGood: 'The time is correct.',
  clockWrong: 'This computer’s clock is wrong.',
  clockWrongRemedy: 'Turn on automatic time in the system settings, then check again.',
};

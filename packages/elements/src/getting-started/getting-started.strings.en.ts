import type { GettingStartedStrings } from './getting-started.strings.js';

export const gettingStartedEn: GettingStartedStrings = {
  heading: 'Three steps to begin',
  step: (number) => `Step ${number}`,
  steps: [
    {
      title: 'Have your card ready',
      body: 'You need your NHI card and the password you chose when you registered online. If you are a citizen aged 18 or over, you can use a Citizen Digital Certificate instead.',
    },
    {
      title: 'Have a card reader ready',
      body: 'Any smart-card reader will do. If you do not have one, use a shared computer at a municipal office, a hospital or an NHI branch.',
    },
    {
      title: 'Check this computer',
      body: 'Install and start the card bridge, then check that the browser, card reader and card are ready.',
    },
  ],
  check: 'Check this computer',
  warning:
    'Do not download your passbook on a computer with file-sharing (P2P) software: your data could leak. The service is free of charge.',
};

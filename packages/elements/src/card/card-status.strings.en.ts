import type { CardStatusStrings } from './card-status.strings.js';

export const cardStatusEn: CardStatusStrings = {
  simulated: 'Simulated card',
  cardSection: 'Reader and card',
  probing: 'Looking for the card bridge…',
  connecting: 'Connecting to the reader…',
  noProvider: 'This page cannot reach a card reader.',
  needsPermission: 'Your browser needs your consent to use the card reader of this computer.',
  needsPermissionRemedy: 'Press “Connect reader”, then choose “Allow” when the browser asks.',
  denied: 'Your browser blocks the connection to the card bridge.',
  notInstalled: 'The card bridge was not found.',
  incompatible: 'This version of the card bridge is not compatible.',
  connectReader: 'Connect reader',
  retry: 'Try again',
  noReader: 'No card reader found. Please connect one.',
  empty: {
    nhi: 'The reader is ready. Insert your NHI card.',
    cdc: 'The reader is ready. Insert your Citizen Digital Certificate.',
  },
  ready: { nhi: 'NHI card found.', cdc: 'Citizen Digital Certificate found.' },
  unknownCard: 'A card is inserted.',
  otherCard: {
    nhi: 'This is a Citizen Digital Certificate. Insert your NHI card instead.',
    cdc: 'This is an NHI card. Insert your Citizen Digital Certificate instead.',
  },
  reading: 'Reading the card. Please do not remove it…',
  signing: 'Signing with your certificate. Please do not remove the card…',
  confirmInBridge: {
    nhi: 'Please allow the reading in the window of the card bridge.',
    cdc: 'Please enter your PIN in the window of the card bridge.',
  },
  confirmCode: 'The number shown there must be',
  openBridgeWindow: 'No window? Open it here',
  mute: 'The card does not respond. Take it out and insert it again.',
  busy: 'Another program is using the reader.',
};

import type { CardStatusStrings } from './card-status.strings.js';

export const cardStatusEn: CardStatusStrings = {
  simulated: 'Simulated card',
  cardSection: 'Reader and card',
  probing: 'Looking for the card bridge…',
  connecting: 'Connecting to the reader…',
  noProvider: 'This page cannot connect to a card reader.',
  needsPermission: 'Your browser needs your permission to use this computer’s card reader.',
  needsPermissionRemedy: 'Press “Connect reader”, then choose “Allow” when the browser asks.',
  denied: 'Your browser is blocking the connection to the card bridge.',
  notInstalled: 'The card bridge was not found.',
  incompatible: 'Your version of the card bridge does not work with this page.',
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
    nhi: 'Please allow access to the card in the card bridge window.',
    cdc: 'Please enter your PIN in the card bridge window.',
  },
  confirmCode: 'That window must show the number',
  openBridgeWindow: 'No window? Open it here',
  mute: 'The card does not respond. Take it out and insert it again.',
  busy: 'Another program is using the reader.',
};

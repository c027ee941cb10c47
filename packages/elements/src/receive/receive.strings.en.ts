import type { ReceiveStrings } from './receive.strings.js';

export const receiveEn: ReceiveStrings = {
  heading: 'Receive what a patient shares',
};

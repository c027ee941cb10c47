import type { KeypadStrings } from './keypad.strings.js';

export const keypadEn: KeypadStrings = {
  heading: 'On-screen keyboard',
  digits: 'Digits',
  letters: 'Letters',
  upperCase: 'Upper case',
  lowerCase: 'Lower case',
  backspace: 'Backspace',
  clear: 'Clear',
};

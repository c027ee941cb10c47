import type { StringTables } from '../base/locale.js';

const zhHant = {
  heading: '螢幕鍵盤',
  digits: '數字',
  letters: '英文字母',
  upperCase: '大寫',
  lowerCase: '小寫',
  backspace: '倒退',
  clear: '清除',
};

export type KeypadStrings = typeof zhHant;

export const keypadStrings: StringTables<KeypadStrings> = {
  'zh-Hant': zhHant,
  en: async () => (await import('./keypad.strings.en.js')).keypadEn,
};

export const keypadZh = {
  heading: '螢幕鍵盤',
  digits: '數字',
  letters: '英文字母',
  upperCase: '大寫',
  lowerCase: '小寫',
  backspace: '倒退',
  clear: '清除',
};

export type KeypadStrings = typeof keypadZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly keypad?: Partial<KeypadStrings>;
  }
}

/**
 * Text of a file or a path for a terminal: what would move the cursor, set the title, hide or turn text stands as its code
 * point (`\u001b`). Line breaks too, so that no value forges a line.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, codePoint);

/** JSON of the same value. `JSON.stringify` escapes neither the controls beyond ASCII nor what turns text. */
export const printableJson = (json: string): string =>
  json.replace(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, codePoint);

const codePoint = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

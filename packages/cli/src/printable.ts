/**
 * Makes text from a file or a path safe for a terminal. Characters that would move the cursor, set the title,
 * or hide or reverse text are replaced by their code points (`\u001b`). Line breaks are replaced too, so that
 * no value can forge a line.
 */
export const printable = (text: string): string =>
  text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu, codePoint);

/**
 * Escapes JSON text. `JSON.stringify` escapes neither control characters beyond ASCII nor those that reverse
 * text.
 */
export const printableJson = (json: string): string =>
  json.replace(/[\u007F-\u009F\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, codePoint);

const codePoint = (character: string): string =>
  `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;

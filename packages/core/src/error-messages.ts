import { archiveErrors } from './error-messages/archive.js';
import { cardErrors } from './error-messages/card.js';
import { commandLineErrors } from './error-messages/command-line.js';
import { commonErrors } from './error-messages/common.js';
import { inLanguage, type ErrorText, type LocalizedErrorText } from './error-messages/error-text.js';
import { gatewayErrors } from './error-messages/gateway.js';
import { operationErrors } from './error-messages/operation.js';
import { passbookErrors } from './error-messages/passbook.js';
import { shareErrors } from './error-messages/share.js';

export type { ErrorText, LocalizedErrorText };

/**
 * All error codes of mhb-kit with their messages, one file per area in `error-messages/`, so that a page
 * loads only the messages that its components need. The keys *are* the list of codes: `MhbErrorCode` is
 * derived from them, so a code without a sentence in both languages does not compile. Codes are stable: never
 * renamed, never reused.
 */
export const errorTexts = {
  ...commonErrors,
  ...gatewayErrors,
  ...operationErrors,
  ...cardErrors,
  ...passbookErrors,
  ...archiveErrors,
  ...shareErrors,
  ...commandLineErrors,
} as const;

export type MhbErrorCode = keyof typeof errorTexts;

/**
 * The sentence and the next step for a code. A code from a newer release gets the sentence and the next
 * step of `internal`.
 */
export function describeError(code: MhbErrorCode, locale: string): ErrorText {
  const texts: Partial<Record<string, LocalizedErrorText>> = errorTexts;
  return inLanguage(texts[code] ?? commonErrors.internal, locale);
}

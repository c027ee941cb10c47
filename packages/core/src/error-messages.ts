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
 * All error codes of mhb-kit with their messages. Each area has its own file in `error-messages/`, so that a
 * page loads only the messages that its components need. `MhbErrorCode` is derived from the keys of this
 * object, so a code without a message in both languages does not compile. Codes are stable: they are never
 * renamed or reused.
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
 * Returns the message for a code: what happened and what the person can do next. A code from a newer release
 * gets the message of `internal`.
 */
export function describeError(code: MhbErrorCode, locale: string): ErrorText {
  const texts: Partial<Record<string, LocalizedErrorText>> = errorTexts;
  return inLanguage(texts[code] ?? commonErrors.internal, locale);
}

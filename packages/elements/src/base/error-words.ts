import type { MhbError } from '@mhb-kit/core/error';
import type * as ErrorMessages from '@mhb-kit/core/error-messages';
import type { Translations } from './translations.js';

let messages: typeof ErrorMessages | undefined;
let loading: Promise<void> | undefined;

/**
 * The sentences for all errors in both languages weigh as much as a component. They are fetched as soon as one is on the
 * page, beside and not before it, so that they are there when the network is not.
 */
export function loadErrorWords(): Promise<void> {
  loading ??= import('@mhb-kit/core/error-messages').then(
    (loaded) => {
      messages = loaded;
    },
    () => {
      // Try again when the next component appears; until then the code must do.
      loading = undefined;
    },
  );
  return loading;
}

/** The words of an error in the language of the element that shows it. */
export function errorText(
  { code }: MhbError,
  tag: string,
  translations: Translations,
): ErrorMessages.ErrorText {
  return (
    translations[tag]?.errors?.[code] ?? messages?.describeError(code, tag) ?? { message: code, remedy: '' }
  );
}

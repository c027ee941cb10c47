import type { ErrorText, MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { AddedTables } from './locale.js';

/**
 * The words of one language, for all components; what is left out falls back to English. Each component adds its own
 * strings to this interface, in its `<name>.strings.ts`.
 */
export interface Translation {
  readonly errors?: Partial<Record<MhbErrorCode, ErrorText>>;
}

/** Languages added by the page, by BCP 47 tag: `{ ja: { 'login-box': { … } } }`. */
export type Translations = Readonly<Record<string, Translation>>;

/** The words of one component in the languages that are added. */
export function addedWords<Strings extends object>(
  translations: Translations,
  component: keyof Translation,
): AddedTables<Strings> {
  const entries = Object.entries(translations).map(([tag, words]) => [tag, words[component]]);
  return Object.fromEntries(entries) as AddedTables<Strings>;
}

import type { ErrorText, MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { AddedTables } from './locale.js';

/**
 * The strings of one language for all components; missing strings are shown in English. Each component adds
 * its strings to this interface, in its `<name>.strings.ts`.
 */
export interface Translation {
  readonly errors?: Partial<Record<MhbErrorCode, ErrorText>>;
}

/** Languages added by the page, by BCP 47 tag: `{ ja: { 'login-box': { … } } }`. */
export type Translations = Readonly<Record<string, Translation>>;

/** The strings of one component in the languages that were added. */
export function addedWords<Strings extends object>(
  translations: Translations,
  component: keyof Translation,
): AddedTables<Strings> {
  const entries = Object.entries(translations).map(([tag, words]) => [tag, words[component]]);
  return Object.fromEntries(entries) as AddedTables<Strings>;
}

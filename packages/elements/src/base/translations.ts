import type { ErrorText, MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { AddedTables } from './locale.js';

/**
 * The strings of all components in one language; missing strings are shown in English. Each component adds its
 * strings to this interface in its `<name>.strings.ts`.
 */
export interface Translation {
  readonly errors?: Partial<Record<MhbErrorCode, ErrorText>>;
}

/** Languages added by the page, keyed by BCP 47 tag: `{ ja: { 'login-box': { … } } }`. */
export type Translations = Readonly<Record<string, Translation>>;

/** Returns the strings of one component in each language that the page has added. */
export function addedWords<Strings extends object>(
  translations: Translations,
  component: keyof Translation,
): AddedTables<Strings> {
  const entries = Object.entries(translations).map(([tag, words]) => [tag, words[component]]);
  return Object.fromEntries(entries) as AddedTables<Strings>;
}

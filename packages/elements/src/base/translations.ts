import type { ErrorText, MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { AccountBodyStrings } from '../account/account-body.strings.js';
import type { AccountStrings } from '../account/account.strings.js';
import type { ActivationStrings } from '../activation/activation.strings.js';
import type { AnnouncementsStrings } from '../announcements/announcements.strings.js';
import type { EnvironmentCheckStrings } from '../environment-check/environment-check.strings.js';
import type { GettingStartedStrings } from '../getting-started/getting-started.strings.js';
import type { HelpStrings } from '../help/help.strings.js';
import type { IdleGuardStrings } from '../idle-guard/idle-guard.strings.js';
import type { KeypadStrings } from '../keypad/keypad.strings.js';
import type { LoginBoxStrings } from '../login-box/login-box.strings.js';
import type { PassbookViewerStrings } from '../passbook-viewer/passbook-viewer.strings.js';
import type { PasswordResetStrings } from '../password-reset/password-reset.strings.js';
import type { RegistrationStrings } from '../registration/registration.strings.js';
import type { RequestTableStrings } from '../request-table/request-table.strings.js';
import type { AddedTables } from './locale.js';

/** The words of one language, for all components; what is left out falls back to English. */
export interface Translation {
  readonly account?: Partial<AccountStrings & AccountBodyStrings>;
  readonly activation?: Partial<ActivationStrings>;
  readonly announcements?: Partial<AnnouncementsStrings>;
  readonly 'environment-check'?: Partial<EnvironmentCheckStrings>;
  readonly 'getting-started'?: Partial<GettingStartedStrings>;
  readonly help?: Partial<HelpStrings>;
  readonly 'idle-guard'?: Partial<IdleGuardStrings>;
  readonly keypad?: Partial<KeypadStrings>;
  readonly 'login-box'?: Partial<LoginBoxStrings>;
  readonly 'password-reset'?: Partial<PasswordResetStrings>;
  readonly registration?: Partial<RegistrationStrings>;
  readonly 'request-table'?: Partial<RequestTableStrings>;
  readonly 'passbook-viewer'?: Partial<PassbookViewerStrings>;
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

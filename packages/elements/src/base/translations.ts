import type { ErrorText, MhbErrorCode } from '@mhb-kit/core/error-messages';
import type { EnvironmentCheckStrings } from '../environment-check/environment-check.strings.js';
import type { GettingStartedStrings } from '../getting-started/getting-started.strings.js';
import type { IdleGuardStrings } from '../idle-guard/idle-guard.strings.js';
import type { KeypadStrings } from '../keypad/keypad.strings.js';
import type { LoginBoxStrings } from '../login-box/login-box.strings.js';
import type { PassbookViewerStrings } from '../passbook-viewer/passbook-viewer.strings.js';
import type { RequestTableStrings } from '../request-table/request-table.strings.js';

/** The words of one language, for all components; what is left out falls back to English. */
export interface Translation {
  readonly 'environment-check'?: Partial<EnvironmentCheckStrings>;
  readonly 'getting-started'?: Partial<GettingStartedStrings>;
  readonly 'idle-guard'?: Partial<IdleGuardStrings>;
  readonly keypad?: Partial<KeypadStrings>;
  readonly 'login-box'?: Partial<LoginBoxStrings>;
  readonly 'request-table'?: Partial<RequestTableStrings>;
  readonly 'passbook-viewer'?: Partial<PassbookViewerStrings>;
  readonly errors?: Partial<Record<MhbErrorCode, ErrorText>>;
}

/** Languages added by the page, by BCP 47 tag: `{ ja: { 'login-box': { … } } }`. */
export type Translations = Readonly<Record<string, Translation>>;

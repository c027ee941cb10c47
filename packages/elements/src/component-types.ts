import type { LitElement } from 'lit';
import type * as Elements from './index.js';

/** What frameworks' types are made of (`@mhb-kit/elements/jsx`, `…/vue`): per component, what is set and what is heard. */

/** The events that each component sends. */
interface Events {
  'mhb-account': { 'mhb-account-changed': Elements.MhbAccountChangedEvent };
  'mhb-activation': {
    'mhb-account-activated': Elements.MhbAccountActivatedEvent;
    'mhb-show-login': Elements.MhbShowLoginEvent;
  };
  'mhb-announcements': object;
  'mhb-environment-check': object;
  'mhb-getting-started': object;
  'mhb-help': object;
  'mhb-idle-guard': { 'mhb-session-end': Elements.MhbSessionEndEvent };
  'mhb-keypad': object;
  'mhb-login-box': {
    'mhb-login': Elements.MhbLoginEvent;
    'mhb-logout': Elements.MhbLogoutEvent;
    'mhb-login-error': Elements.MhbLoginErrorEvent;
    'mhb-register': Elements.MhbRegisterEvent;
    'mhb-forgot-password': Elements.MhbForgotPasswordEvent;
  };
  'mhb-passbook-viewer': {
    'mhb-passbook-open': Elements.MhbPassbookOpenEvent;
    'mhb-passbook-export': Elements.MhbPassbookExportEvent;
    'mhb-section-change': Elements.MhbSectionChangeEvent;
    'mhb-view-change': Elements.MhbViewChangeEvent;
    'mhb-passbook-close': Elements.MhbPassbookCloseEvent;
  };
  'mhb-password-reset': {
    'mhb-password-chosen': Elements.MhbPasswordChosenEvent;
    'mhb-show-login': Elements.MhbShowLoginEvent;
  };
  /** Whatever happens inside it. */
  'mhb-provider': object;
  'mhb-registration': {
    'mhb-application-sent': Elements.MhbApplicationSentEvent;
    'mhb-show-login': Elements.MhbShowLoginEvent;
  };
  'mhb-request-table': {
    'mhb-request-created': Elements.MhbRequestCreatedEvent;
    'mhb-download': Elements.MhbDownloadEvent;
    'mhb-open-archive': Elements.MhbOpenArchiveEvent;
  };
}

export type Tag = keyof Events;

/** Methods and what can only be read are nothing to set. */
type NotSet = 'activeClient' | 'close' | 'end' | 'open' | 'passbook' | 'print' | 'shownRequest';

/** The properties of a component that a page may set. */
export type Settings<T extends Tag> = Partial<Omit<HTMLElementTagNameMap[T], keyof LitElement | NotSet>>;

/** Listeners by event name. */
export type Listeners<T extends Tag> = {
  readonly [Name in keyof Events[T]]?: (event: Events[T][Name]) => void;
};

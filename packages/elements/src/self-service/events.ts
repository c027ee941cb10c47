/**
 * Fired when the application 健保卡網路服務註冊 has been sent. The person then confirms it with the e-mail, the card and a
 * code.
 */
export class MhbApplicationSentEvent extends Event {
  constructor() {
    super('mhb-application-sent', { bubbles: true, composed: true });
  }
}

/** Fired after 認證成功, when the account is active and the person can log in. */
export class MhbAccountActivatedEvent extends Event {
  constructor() {
    super('mhb-account-activated', { bubbles: true, composed: true });
  }
}

/** Fired when a forgotten password has been replaced with a new one. */
export class MhbPasswordChosenEvent extends Event {
  constructor() {
    super('mhb-password-chosen', { bubbles: true, composed: true });
  }
}

/**
 * Fired when a change in `<mhb-account-recovery>` is complete, for example when the new card is valid or the
 * account is suspended.
 */
export class MhbAccountRecoveredEvent extends Event {
  readonly change: 'card' | 'national-id' | 'mobile' | 'suspended' | 'resumed';

  constructor(change: MhbAccountRecoveredEvent['change']) {
    super('mhb-account-recovered', { bubbles: true, composed: true });
    this.change = change;
  }
}

/** Fired when the person presses 回登入頁. Call `preventDefault()` if the page handles it. */
export class MhbShowLoginEvent extends Event {
  constructor() {
    super('mhb-show-login', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-application-sent': MhbApplicationSentEvent;
    'mhb-account-activated': MhbAccountActivatedEvent;
    'mhb-account-recovered': MhbAccountRecoveredEvent;
    'mhb-password-chosen': MhbPasswordChosenEvent;
    'mhb-show-login': MhbShowLoginEvent;
  }
}

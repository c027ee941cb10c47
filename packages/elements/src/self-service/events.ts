/** 健保卡網路服務註冊 was sent; the person confirms it with mail, card and code. */
export class MhbApplicationSentEvent extends Event {
  constructor() {
    super('mhb-application-sent', { bubbles: true, composed: true });
  }
}

/** 認證成功: the account is active, and the person can log in. */
export class MhbAccountActivatedEvent extends Event {
  constructor() {
    super('mhb-account-activated', { bubbles: true, composed: true });
  }
}

/** A forgotten password was replaced with a new one. */
export class MhbPasswordChosenEvent extends Event {
  constructor() {
    super('mhb-password-chosen', { bubbles: true, composed: true });
  }
}

/**
 * The change in `<mhb-account-recovery>` is complete: the new card is valid, the account is suspended, and so
 * on.
 */
export class MhbAccountRecoveredEvent extends Event {
  readonly change: 'card' | 'national-id' | 'mobile' | 'suspended' | 'resumed';

  constructor(change: MhbAccountRecoveredEvent['change']) {
    super('mhb-account-recovered', { bubbles: true, composed: true });
    this.change = change;
  }
}

/** 回登入頁 was pressed. Call `preventDefault()` if the page handles it. */
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

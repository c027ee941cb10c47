import type { MhbErrorCode } from '@mhb-kit/core/error';
import type { Session } from '@mhb-kit/core/gateway';

/** The person has logged in. */
export class MhbLoginEvent extends Event {
  readonly session: Session;

  constructor(session: Session) {
    super('mhb-login', { bubbles: true, composed: true });
    this.session = session;
  }
}

/** The person has logged out, or their session has ended. */
export class MhbLogoutEvent extends Event {
  constructor() {
    super('mhb-logout', { bubbles: true, composed: true });
  }
}

/** A login failed; the box has already shown the message. */
export class MhbLoginErrorEvent extends Event {
  readonly code: MhbErrorCode;

  constructor(code: MhbErrorCode) {
    super('mhb-login-error', { bubbles: true, composed: true });
    this.code = code;
  }
}

/** 首次申請密碼 was pressed. Call `preventDefault()` if the page handles it. */
export class MhbRegisterEvent extends Event {
  constructor() {
    super('mhb-register', { bubbles: true, composed: true, cancelable: true });
  }
}

/** 忘記密碼 was pressed. Call `preventDefault()` if the page handles it. */
export class MhbForgotPasswordEvent extends Event {
  constructor() {
    super('mhb-forgot-password', { bubbles: true, composed: true, cancelable: true });
  }
}

/** 換卡、換手機或恢復帳號 was pressed. Call `preventDefault()` if the page handles it. */
export class MhbRecoverAccountEvent extends Event {
  constructor() {
    super('mhb-recover-account', { bubbles: true, composed: true, cancelable: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-login': MhbLoginEvent;
    'mhb-logout': MhbLogoutEvent;
    'mhb-login-error': MhbLoginErrorEvent;
    'mhb-register': MhbRegisterEvent;
    'mhb-forgot-password': MhbForgotPasswordEvent;
    'mhb-recover-account': MhbRecoverAccountEvent;
  }
}

import type { MhbErrorCode } from '@mhb-kit/core/error';
import type { Session } from '@mhb-kit/core/gateway';

/** Fired when the person has logged in. */
export class MhbLoginEvent extends Event {
  readonly session: Session;

  constructor(session: Session) {
    super('mhb-login', { bubbles: true, composed: true });
    this.session = session;
  }
}

/** Fired when the person has logged out, or the person's session has ended. */
export class MhbLogoutEvent extends Event {
  constructor() {
    super('mhb-logout', { bubbles: true, composed: true });
  }
}

/** Fired when a login has failed. The box has already shown the error message. */
export class MhbLoginErrorEvent extends Event {
  readonly code: MhbErrorCode;

  constructor(code: MhbErrorCode) {
    super('mhb-login-error', { bubbles: true, composed: true });
    this.code = code;
  }
}

/** Fired when the person presses 首次申請密碼. Call `preventDefault()` if the page handles it. */
export class MhbRegisterEvent extends Event {
  constructor() {
    super('mhb-register', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Fired when the person presses 忘記密碼. Call `preventDefault()` if the page handles it. */
export class MhbForgotPasswordEvent extends Event {
  constructor() {
    super('mhb-forgot-password', { bubbles: true, composed: true, cancelable: true });
  }
}

/** Fired when the person presses 換卡、換手機或恢復帳號. Call `preventDefault()` if the page handles it. */
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

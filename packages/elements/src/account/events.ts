/** Reports that a person has changed the account. If the person suspended the account, the session has ended. */
export class MhbAccountChangedEvent extends Event {
  readonly change: 'contact' | 'password' | 'reader' | 'certificate' | 'passkey' | 'suspended';

  constructor(change: MhbAccountChangedEvent['change']) {
    super('mhb-account-changed', { bubbles: true, composed: true });
    this.change = change;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-account-changed': MhbAccountChangedEvent;
  }
}

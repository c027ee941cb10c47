/** What the person has changed in their account. */
export class MhbAccountChangedEvent extends Event {
  readonly change: 'contact' | 'password';

  constructor(change: 'contact' | 'password') {
    super('mhb-account-changed', { bubbles: true, composed: true });
    this.change = change;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-account-changed': MhbAccountChangedEvent;
  }
}

/** The reason why a session ended: inactivity, the person's request, or removal of the card. */
export type EndReason = 'idle' | 'person' | 'card-removed';

/**
 * Fired when the session has ended and the components have cleared their content. The page must then clear its own
 * content.
 */
export class MhbSessionEndEvent extends Event {
  readonly reason: EndReason;

  constructor(reason: EndReason) {
    super('mhb-session-end', { bubbles: true, composed: true });
    this.reason = reason;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-session-end': MhbSessionEndEvent;
  }
}

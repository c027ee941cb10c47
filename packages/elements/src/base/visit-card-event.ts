/**
 * Fired when a viewer is about to print its visit card, the page for a physician. Listeners can add elements to
 * the event: `<mhb-share>` adds the person's QR code. The viewer shows the added elements at the end of the page,
 * and removes them after printing.
 */
export class MhbVisitCardEvent extends Event {
  readonly added: Node[] = [];

  constructor() {
    super('mhb-visit-card', { bubbles: true, composed: true });
  }

  add(content: Node): void {
    this.added.push(content);
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-visit-card': MhbVisitCardEvent;
  }
}

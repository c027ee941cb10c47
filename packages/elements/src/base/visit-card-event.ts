/**
 * A viewer is about to print its visit card, the sheet for a physician. Whoever has something for it adds it: `<mhb-share>` the
 * QR code that a person has made. It stands at the end of the sheet, and goes when printing is over.
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

/**
 * Somebody holds a downloaded archive and asks for it to be read. A provider hands it to the viewer inside it; a page
 * may do so itself. Whoever takes it calls `preventDefault()`.
 */
export class MhbOpenArchiveEvent extends Event {
  readonly archive: Blob;
  readonly fileName: string;
  /** Whose it is, as the service shows them: 王○明; `null` where it is not said. */
  readonly person: string | null;

  constructor(archive: Blob, fileName: string, person: string | null = null) {
    super('mhb-open-archive', { bubbles: true, composed: true, cancelable: true });
    this.archive = archive;
    this.fileName = fileName;
    this.person = person;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-open-archive': MhbOpenArchiveEvent;
  }
}

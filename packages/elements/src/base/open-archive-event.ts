/**
 * Asks for a downloaded archive to be opened. A provider opens the archive in the viewer inside the provider;
 * a page can open it itself. The handler calls `preventDefault()`.
 */
export class MhbOpenArchiveEvent extends Event {
  readonly archive: Blob;
  readonly fileName: string;
  /** The owner, as the service shows them: 王○明; `null` if unknown. */
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

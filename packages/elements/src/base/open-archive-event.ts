/**
 * Asks a page to open a downloaded archive. A provider opens the archive in the viewer that it contains; without a
 * viewer, the page can open it. The one that opens the archive calls
 * `preventDefault()`.
 */
export class MhbOpenArchiveEvent extends Event {
  readonly archive: Blob;
  readonly fileName: string;
  /** The owner's name as the service shows it, such as 王○明. `null` if unknown. */
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

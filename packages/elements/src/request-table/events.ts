import type { DataRequest } from '@mhb-kit/core/request';

/** Fired when a request has been created (資料申請). */
export class MhbRequestCreatedEvent extends Event {
  readonly request: DataRequest;

  constructor(request: DataRequest) {
    super('mhb-request-created', { bubbles: true, composed: true });
    this.request = request;
  }
}

/**
 * Fired when an archive has been downloaded and is about to be saved. Call `preventDefault()` to save it in
 * another way, as a kiosk does.
 */
export class MhbDownloadEvent extends Event {
  readonly archive: Blob;
  readonly fileName: string;

  constructor(archive: Blob, fileName: string) {
    super('mhb-download', { bubbles: true, composed: true, cancelable: true });
    this.archive = archive;
    this.fileName = fileName;
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-request-created': MhbRequestCreatedEvent;
    'mhb-download': MhbDownloadEvent;
  }
}

import type { Passbook } from '@mhb-kit/core/passbook';
import type { ViewerView } from './view/view.js';

/** A passbook was opened, or files were added to it. */
export class MhbPassbookOpenEvent extends Event {
  readonly passbook: Passbook;

  constructor(passbook: Passbook) {
    super('mhb-passbook-open', { bubbles: true, composed: true });
    this.passbook = passbook;
  }
}

/** The passbook is about to be saved as a file. Call `preventDefault()` to save it elsewhere. */
export class MhbPassbookExportEvent extends Event {
  readonly file: Blob;
  readonly fileName: string;

  constructor(file: Blob, fileName: string) {
    super('mhb-passbook-export', { bubbles: true, composed: true, cancelable: true });
    this.file = file;
    this.fileName = fileName;
  }
}

/** The person opened another page of the passbook; `viewer.section = event.section` opens it again. */
export class MhbSectionChangeEvent extends Event {
  readonly section: string;

  constructor(section: string) {
    super('mhb-section-change', { bubbles: true, composed: true });
    this.section = section;
  }
}

/**
 * The person navigated within the passbook; `viewer.view = event.view` restores this state. It may contain
 * personal data.
 */
export class MhbViewChangeEvent extends Event {
  readonly view: ViewerView;

  constructor(view: ViewerView) {
    super('mhb-view-change', { bubbles: true, composed: true });
    this.view = view;
  }
}

/** The passbook was closed and its data was deleted. */
export class MhbPassbookCloseEvent extends Event {
  constructor() {
    super('mhb-passbook-close', { bubbles: true, composed: true });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'mhb-passbook-open': MhbPassbookOpenEvent;
    'mhb-passbook-export': MhbPassbookExportEvent;
    'mhb-section-change': MhbSectionChangeEvent;
    'mhb-view-change': MhbViewChangeEvent;
    'mhb-passbook-close': MhbPassbookCloseEvent;
  }
}

declare module '../base/component-events.js' {
  interface ComponentEvents {
    'mhb-passbook-viewer':
      | 'mhb-passbook-open'
      | 'mhb-passbook-export'
      | 'mhb-visit-card'
      | 'mhb-section-change'
      | 'mhb-view-change'
      | 'mhb-passbook-close';
  }
}

import type { Passbook } from '@mhb-kit/core/passbook';
import type { ViewerView } from './view/view.js';

/** Fired when a passbook has been opened, or files have been added to the open passbook. */
export class MhbPassbookOpenEvent extends Event {
  readonly passbook: Passbook;

  constructor(passbook: Passbook) {
    super('mhb-passbook-open', { bubbles: true, composed: true });
    this.passbook = passbook;
  }
}

/** Fired before the passbook is saved as a file. Call `preventDefault()` to save it in another way. */
export class MhbPassbookExportEvent extends Event {
  readonly file: Blob;
  readonly fileName: string;

  constructor(file: Blob, fileName: string) {
    super('mhb-passbook-export', { bubbles: true, composed: true, cancelable: true });
    this.file = file;
    this.fileName = fileName;
  }
}

/**
 * Fired when the person has opened another page of the passbook. To open that page again, set `viewer.section =
 * event.section`.
 */
export class MhbSectionChangeEvent extends Event {
  readonly section: string;

  constructor(section: string) {
    super('mhb-section-change', { bubbles: true, composed: true });
    this.section = section;
  }
}

/**
 * Fired when the person has navigated within the passbook. To restore the state, set `viewer.view = event.view`.
 * The state may contain personal data.
 */
export class MhbViewChangeEvent extends Event {
  readonly view: ViewerView;

  constructor(view: ViewerView) {
    super('mhb-view-change', { bubbles: true, composed: true });
    this.view = view;
  }
}

/** Fired when the passbook has been closed and its data has been deleted. */
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

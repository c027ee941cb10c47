import { define } from '../base/define.js';
import { MhbPassbookViewer } from '../passbook-viewer/passbook-viewer.js';

define('mhb-passbook-viewer', MhbPassbookViewer);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

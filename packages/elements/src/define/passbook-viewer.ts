import { define } from '../base/define.js';
import { MhbPassbookViewer } from '../passbook-viewer/passbook-viewer.js';

define('mhb-passbook-viewer', MhbPassbookViewer);

// The types of all tags and events; no code.
export type {} from '../index.js';

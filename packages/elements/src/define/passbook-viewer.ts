import { define } from '../base/define.js';
import { MhbPassbookViewer } from '../passbook-viewer/passbook-viewer.js';

define('mhb-passbook-viewer', MhbPassbookViewer);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbPassbookViewer } from '../passbook-viewer/passbook-viewer.js';

define('mhb-passbook-viewer', MhbPassbookViewer);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

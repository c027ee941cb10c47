import { define } from '../base/define.js';
import { MhbPassbookViewer } from '../passbook-viewer/passbook-viewer.js';

define('mhb-passbook-viewer', MhbPassbookViewer);

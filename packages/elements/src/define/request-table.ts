import { define } from '../base/define.js';
import { MhbRequestTable } from '../request-table/request-table.js';

define('mhb-request-table', MhbRequestTable);

// The types of all tags and events; no code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbRequestTable } from '../request-table/request-table.js';

define('mhb-request-table', MhbRequestTable);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

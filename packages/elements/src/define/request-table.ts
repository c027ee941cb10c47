import { define } from '../base/define.js';
import { MhbRequestTable } from '../request-table/request-table.js';

define('mhb-request-table', MhbRequestTable);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbRequestTable } from '../request-table/request-table.js';

define('mhb-request-table', MhbRequestTable);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbRequestTable } from '../request-table/request-table.js';

define('mhb-request-table', MhbRequestTable);

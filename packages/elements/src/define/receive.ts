import { define } from '../base/define.js';
import { MhbReceive } from '../receive/receive.js';

define('mhb-receive', MhbReceive);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbReceive } from '../receive/receive.js';

define('mhb-receive', MhbReceive);

// The types of all tags and events; no code.
export type {} from '../index.js';

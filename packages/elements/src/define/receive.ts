import { define } from '../base/define.js';
import { MhbReceive } from '../receive/receive.js';

define('mhb-receive', MhbReceive);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

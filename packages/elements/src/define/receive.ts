import { define } from '../base/define.js';
import { MhbReceive } from '../receive/receive.js';

define('mhb-receive', MhbReceive);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

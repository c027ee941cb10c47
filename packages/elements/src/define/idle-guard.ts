import { define } from '../base/define.js';
import { MhbIdleGuard } from '../idle-guard/idle-guard.js';

define('mhb-idle-guard', MhbIdleGuard);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

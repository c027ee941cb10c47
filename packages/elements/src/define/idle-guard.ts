import { define } from '../base/define.js';
import { MhbIdleGuard } from '../idle-guard/idle-guard.js';

define('mhb-idle-guard', MhbIdleGuard);

// The types of all tags and events; no code.
export type {} from '../index.js';

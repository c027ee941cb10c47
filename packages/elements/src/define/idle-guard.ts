import { define } from '../base/define.js';
import { MhbIdleGuard } from '../idle-guard/idle-guard.js';

define('mhb-idle-guard', MhbIdleGuard);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

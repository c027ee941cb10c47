import { define } from '../base/define.js';
import { MhbIdleGuard } from '../idle-guard/idle-guard.js';

define('mhb-idle-guard', MhbIdleGuard);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { MhbAccountRecovery } from '../account-recovery/account-recovery.js';
import { define } from '../base/define.js';

define('mhb-account-recovery', MhbAccountRecovery);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { MhbAccountRecovery } from '../account-recovery/account-recovery.js';
import { define } from '../base/define.js';

define('mhb-account-recovery', MhbAccountRecovery);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

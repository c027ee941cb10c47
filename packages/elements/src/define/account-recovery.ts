import { MhbAccountRecovery } from '../account-recovery/account-recovery.js';
import { define } from '../base/define.js';

define('mhb-account-recovery', MhbAccountRecovery);

// The types of all tags and events; no code.
export type {} from '../index.js';

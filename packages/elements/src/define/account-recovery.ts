import { MhbAccountRecovery } from '../account-recovery/account-recovery.js';
import { define } from '../base/define.js';

define('mhb-account-recovery', MhbAccountRecovery);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

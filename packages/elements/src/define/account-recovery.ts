import { MhbAccountRecovery } from '../account-recovery/account-recovery.js';
import { define } from '../base/define.js';

define('mhb-account-recovery', MhbAccountRecovery);

import { define } from '../base/define.js';
import { MhbIdleGuard } from '../idle-guard/idle-guard.js';

define('mhb-idle-guard', MhbIdleGuard);

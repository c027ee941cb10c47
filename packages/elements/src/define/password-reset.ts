import { define } from '../base/define.js';
import { MhbPasswordReset } from '../password-reset/password-reset.js';

define('mhb-password-reset', MhbPasswordReset);

// The types of all tags and events; no code.
export type {} from '../index.js';

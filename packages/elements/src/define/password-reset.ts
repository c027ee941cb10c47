import { define } from '../base/define.js';
import { MhbPasswordReset } from '../password-reset/password-reset.js';

define('mhb-password-reset', MhbPasswordReset);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

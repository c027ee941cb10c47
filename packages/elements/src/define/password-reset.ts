import { define } from '../base/define.js';
import { MhbPasswordReset } from '../password-reset/password-reset.js';

define('mhb-password-reset', MhbPasswordReset);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbLoginBox } from '../login-box/login-box.js';

define('mhb-login-box', MhbLoginBox);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

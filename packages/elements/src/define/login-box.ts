import { define } from '../base/define.js';
import { MhbLoginBox } from '../login-box/login-box.js';

define('mhb-login-box', MhbLoginBox);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

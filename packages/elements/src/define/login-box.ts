import { define } from '../base/define.js';
import { MhbLoginBox } from '../login-box/login-box.js';

define('mhb-login-box', MhbLoginBox);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

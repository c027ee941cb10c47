import { define } from '../base/define.js';
import { MhbLoginBox } from '../login-box/login-box.js';

define('mhb-login-box', MhbLoginBox);

// The types of all tags and events; no code.
export type {} from '../index.js';

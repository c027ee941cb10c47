import { define } from '../base/define.js';
import { MhbLoginBox } from '../login-box/login-box.js';

define('mhb-login-box', MhbLoginBox);

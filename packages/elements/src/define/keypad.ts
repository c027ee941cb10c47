import { define } from '../base/define.js';
import { MhbKeypad } from '../keypad/keypad.js';

define('mhb-keypad', MhbKeypad);

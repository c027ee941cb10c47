import { define } from '../base/define.js';
import { MhbKeypad } from '../keypad/keypad.js';

define('mhb-keypad', MhbKeypad);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

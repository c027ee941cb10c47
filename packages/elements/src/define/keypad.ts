import { define } from '../base/define.js';
import { MhbKeypad } from '../keypad/keypad.js';

define('mhb-keypad', MhbKeypad);

// The types of all tags and events; no code.
export type {} from '../index.js';

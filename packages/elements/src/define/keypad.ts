import { define } from '../base/define.js';
import { MhbKeypad } from '../keypad/keypad.js';

define('mhb-keypad', MhbKeypad);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbKeypad } from '../keypad/keypad.js';

define('mhb-keypad', MhbKeypad);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

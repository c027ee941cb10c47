import { define } from '../base/define.js';
import { MhbActivation } from '../activation/activation.js';

define('mhb-activation', MhbActivation);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

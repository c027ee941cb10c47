import { define } from '../base/define.js';
import { MhbActivation } from '../activation/activation.js';

define('mhb-activation', MhbActivation);

// The types of all tags and events; no code.
export type {} from '../index.js';

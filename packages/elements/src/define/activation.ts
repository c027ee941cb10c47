import { define } from '../base/define.js';
import { MhbActivation } from '../activation/activation.js';

define('mhb-activation', MhbActivation);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

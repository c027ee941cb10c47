import { define } from '../base/define.js';
import { MhbActivation } from '../activation/activation.js';

define('mhb-activation', MhbActivation);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbProvider } from '../provider/provider.js';

define('mhb-provider', MhbProvider);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

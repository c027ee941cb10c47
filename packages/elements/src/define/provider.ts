import { define } from '../base/define.js';
import { MhbProvider } from '../provider/provider.js';

define('mhb-provider', MhbProvider);

// The types of all tags and events; no code.
export type {} from '../index.js';

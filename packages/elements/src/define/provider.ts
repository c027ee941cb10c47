import { define } from '../base/define.js';
import { MhbProvider } from '../provider/provider.js';

define('mhb-provider', MhbProvider);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

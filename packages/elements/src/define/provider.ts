import { define } from '../base/define.js';
import { MhbProvider } from '../provider/provider.js';

define('mhb-provider', MhbProvider);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbGettingStarted } from '../getting-started/getting-started.js';

define('mhb-getting-started', MhbGettingStarted);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbGettingStarted } from '../getting-started/getting-started.js';

define('mhb-getting-started', MhbGettingStarted);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

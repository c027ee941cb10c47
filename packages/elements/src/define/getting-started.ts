import { define } from '../base/define.js';
import { MhbGettingStarted } from '../getting-started/getting-started.js';

define('mhb-getting-started', MhbGettingStarted);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

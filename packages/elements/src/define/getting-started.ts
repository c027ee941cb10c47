import { define } from '../base/define.js';
import { MhbGettingStarted } from '../getting-started/getting-started.js';

define('mhb-getting-started', MhbGettingStarted);

// The types of all tags and events; no code.
export type {} from '../index.js';

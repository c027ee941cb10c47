import { define } from '../base/define.js';
import { MhbShare } from '../share/share.js';

define('mhb-share', MhbShare);

// The types of all tags and events; no code.
export type {} from '../index.js';

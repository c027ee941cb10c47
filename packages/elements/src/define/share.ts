import { define } from '../base/define.js';
import { MhbShare } from '../share/share.js';

define('mhb-share', MhbShare);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

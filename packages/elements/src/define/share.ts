import { define } from '../base/define.js';
import { MhbShare } from '../share/share.js';

define('mhb-share', MhbShare);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

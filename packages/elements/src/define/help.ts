import { define } from '../base/define.js';
import { MhbHelp } from '../help/help.js';

define('mhb-help', MhbHelp);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbHelp } from '../help/help.js';

define('mhb-help', MhbHelp);

// The types of all tags and events; no code.
export type {} from '../index.js';

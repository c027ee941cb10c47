import { define } from '../base/define.js';
import { MhbHelp } from '../help/help.js';

define('mhb-help', MhbHelp);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbHelp } from '../help/help.js';

define('mhb-help', MhbHelp);

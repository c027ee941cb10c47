import { define } from '../base/define.js';
import { MhbReceive } from '../receive/receive.js';

define('mhb-receive', MhbReceive);

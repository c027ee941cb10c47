import { define } from '../base/define.js';
import { MhbShare } from '../share/share.js';

define('mhb-share', MhbShare);

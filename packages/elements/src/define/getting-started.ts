import { define } from '../base/define.js';
import { MhbGettingStarted } from '../getting-started/getting-started.js';

define('mhb-getting-started', MhbGettingStarted);

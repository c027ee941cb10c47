import { define } from '../base/define.js';
import { MhbActivation } from '../activation/activation.js';

define('mhb-activation', MhbActivation);

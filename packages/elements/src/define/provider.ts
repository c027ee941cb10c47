import { define } from '../base/define.js';
import { MhbProvider } from '../provider/provider.js';

define('mhb-provider', MhbProvider);

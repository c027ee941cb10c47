import { define } from '../base/define.js';
import { MhbAccount } from '../account/account.js';

define('mhb-account', MhbAccount);

import { define } from '../base/define.js';
import { MhbAccount } from '../account/account.js';

define('mhb-account', MhbAccount);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

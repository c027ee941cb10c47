import { define } from '../base/define.js';
import { MhbAccount } from '../account/account.js';

define('mhb-account', MhbAccount);

// The types of all tags and events; no code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbAccount } from '../account/account.js';

define('mhb-account', MhbAccount);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbAccount } from '../account/account.js';

define('mhb-account', MhbAccount);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

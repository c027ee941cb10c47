import { define } from '../base/define.js';
import { MhbShare } from '../share/share.js';

define('mhb-share', MhbShare);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

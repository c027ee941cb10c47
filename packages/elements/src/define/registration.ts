import { define } from '../base/define.js';
import { MhbRegistration } from '../registration/registration.js';

define('mhb-registration', MhbRegistration);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbRegistration } from '../registration/registration.js';

define('mhb-registration', MhbRegistration);

// The types of all tags and events; no code.
export type {} from '../index.js';

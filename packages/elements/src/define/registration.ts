import { define } from '../base/define.js';
import { MhbRegistration } from '../registration/registration.js';

define('mhb-registration', MhbRegistration);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

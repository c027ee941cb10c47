import { define } from '../base/define.js';
import { MhbRegistration } from '../registration/registration.js';

define('mhb-registration', MhbRegistration);

import { define } from '../base/define.js';
import { MhbEnvironmentCheck } from '../environment-check/environment-check.js';

define('mhb-environment-check', MhbEnvironmentCheck);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

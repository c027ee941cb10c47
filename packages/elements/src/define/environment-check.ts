import { define } from '../base/define.js';
import { MhbEnvironmentCheck } from '../environment-check/environment-check.js';

define('mhb-environment-check', MhbEnvironmentCheck);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbEnvironmentCheck } from '../environment-check/environment-check.js';

define('mhb-environment-check', MhbEnvironmentCheck);

// The types of all tags and events; no code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbEnvironmentCheck } from '../environment-check/environment-check.js';

define('mhb-environment-check', MhbEnvironmentCheck);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

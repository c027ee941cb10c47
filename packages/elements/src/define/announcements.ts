import { define } from '../base/define.js';
import { MhbAnnouncements } from '../announcements/announcements.js';

define('mhb-announcements', MhbAnnouncements);

// Tells TypeScript the types of all tags and events, without adding code.
export type {} from '../index.js';

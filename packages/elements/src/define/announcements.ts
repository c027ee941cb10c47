import { define } from '../base/define.js';
import { MhbAnnouncements } from '../announcements/announcements.js';

define('mhb-announcements', MhbAnnouncements);

// The types of all tags and events; no code.
export type {} from '../index.js';

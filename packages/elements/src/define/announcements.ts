import { define } from '../base/define.js';
import { MhbAnnouncements } from '../announcements/announcements.js';

define('mhb-announcements', MhbAnnouncements);

// Makes the types of all tags and events known, without adding code.
export type {} from '../index.js';

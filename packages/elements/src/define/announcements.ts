import { define } from '../base/define.js';
import { MhbAnnouncements } from '../announcements/announcements.js';

define('mhb-announcements', MhbAnnouncements);

// Makes the types of all tags and events available to TypeScript without adding any code.
export type {} from '../index.js';

import { define } from '../base/define.js';
import { MhbAnnouncements } from '../announcements/announcements.js';

define('mhb-announcements', MhbAnnouncements);

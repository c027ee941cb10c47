import type { AnnouncementsStrings } from './announcements.strings.js';

export const announcementsEn: AnnouncementsStrings = {
  heading: 'Announcements',
  loading: 'Loading announcements…',
  none: 'There are no announcements.',
  important: 'Important',
  retry: 'Try again',
};

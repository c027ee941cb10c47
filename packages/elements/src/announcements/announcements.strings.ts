import type { StringTables } from '../base/locale.js';

const zhHant = {
  heading: '公告事項',
  loading: '讀取公告中…',
  none: '目前沒有公告。',
  important: '重要',
  retry: '再試一次',
};

export type AnnouncementsStrings = typeof zhHant;

export const announcementsStrings: StringTables<AnnouncementsStrings> = {
  'zh-Hant': zhHant,
  en: async () => (await import('./announcements.strings.en.js')).announcementsEn,
};

export const announcementsZh = {
  heading: '公告事項',
  loading: '讀取公告中…',
  none: '目前沒有公告。',
  important: '重要',
  retry: '再試一次',
};

export type AnnouncementsStrings = typeof announcementsZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly announcements?: Partial<AnnouncementsStrings>;
  }
}

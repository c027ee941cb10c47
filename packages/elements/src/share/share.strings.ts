import { formZh } from '../self-service/form.strings.js';
import type { ShareBodyStrings } from './share-body.strings.js';

export const shareZh = {
  noClient: formZh.noClient,
  noClientRemedy: formZh.noClientRemedy,
  heading: '分享給醫療人員',
  loading: '讀取中…',
  logInFirst: '請先登入，才能把健康存摺的內容分享給醫療人員。',
  openFirst: '請先在這個頁面開啟您的健康存摺，再選擇要分享的內容。',
};

/** The strings that `<mhb-share>` shows before there is something to share. */
export type ShareStrings = typeof shareZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly share?: Partial<ShareStrings & ShareBodyStrings>;
  }
}

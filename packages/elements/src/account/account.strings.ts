import { formZh } from '../account-life/form.strings.js';
import type { StringTables } from '../base/locale.js';

const zhHant = {
  noClient: formZh.noClient,
  noClientRemedy: formZh.noClientRemedy,
  heading: '我的帳號',
  logInFirst: '請先登入，即可查看與變更您的帳號資料。',
  loading: '讀取中…',
  retry: '再試一次',
};

/** The words of `<mhb-account>` before anybody is signed in. */
export type AccountStrings = typeof zhHant;

export const accountStrings: StringTables<AccountStrings> = {
  'zh-Hant': zhHant,
  en: async () => (await import('./account.strings.en.js')).accountEn,
};

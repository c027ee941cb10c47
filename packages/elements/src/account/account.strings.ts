import type { AccountPasskeysStrings } from './account-passkeys.strings.js';
import type { AccountBodyStrings } from './account-body.strings.js';
import type { AccountRepresentativesStrings } from './account-representatives.strings.js';
import type { AccountSafetyStrings } from './account-safety.strings.js';
import { formZh } from '../self-service/form.strings.js';

export const accountZh = {
  noClient: formZh.noClient,
  noClientRemedy: formZh.noClientRemedy,
  heading: '我的帳號',
  logInFirst: '請先登入，才能查看和變更您的帳號資料。',
  loading: '讀取中…',
  retry: '再試一次',
};

/** The strings that `<mhb-account>` shows before anyone has logged in. */
export type AccountStrings = typeof accountZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly account?: Partial<
      AccountStrings &
        AccountBodyStrings &
        AccountSafetyStrings &
        AccountPasskeysStrings &
        AccountRepresentativesStrings
    >;
  }
}

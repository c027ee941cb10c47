import { cardStatusZh } from '../card/card-status.strings.js';

export const environmentCheckZh = {
  ...cardStatusZh,
  heading: '環境檢測',
  allGood: '這台電腦已準備好，可以登入健康存摺。',
  notYet: '還有項目需要處理，請依照說明操作。',
  checkAgain: '重新檢測',
  checking: '檢測中…',
  states: { good: '正常', bad: '需要處理', waiting: '尚未檢測' },
  browser: '瀏覽器',
  browserGood: '這個瀏覽器可以使用。',
  browserOld: '這個瀏覽器的版本太舊。',
  browserOldRemedy: '請更新瀏覽器，或改用最新版的 Chrome、Edge、Firefox 或 Safari。',
  insecure: '這個頁面的連線不安全。',
  insecureRemedy: '請改用 https 開頭的網址。',
  service: '健康存摺服務',
  serviceGood: '可以連線。',
  bridge: '讀卡元件',
  bridgeGood: '讀卡元件執行中。',
  reader: '讀卡機',
  readerGood: '已偵測到讀卡機。',
  card: '健保卡',
  clock: '電腦時間',
  clockGood: '時間正確。',
  clockWrong: '電腦的時間不正確。',
  clockWrongRemedy: '請在電腦的設定裡開啟「自動設定時間」，再重新檢測。',
};

export type EnvironmentCheckStrings = typeof environmentCheckZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly 'environment-check'?: Partial<EnvironmentCheckStrings>;
  }
}

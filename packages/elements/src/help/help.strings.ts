export const helpZh = {
  heading: '使用說明與協助',
  contact: '客服',
  telephone: '電話',
  email: '電子郵件',
  manual: '使用手冊',
  manualLink: '開啟使用手冊',
  questions: '常見問題',
  sample: '表單樣本瀏覽',
  sampleHint: '用虛構人物的資料，讓您看看健康存摺的內容。',
  openSample: '開啟表單樣本',
  closeSample: '關閉表單樣本',
  openingSample: '開啟中…',
  sampleIsInvented: '下面是虛構人物的資料，只是讓您看看格式。',
  loading: '讀取中…',
  retry: '再試一次',
};

export type HelpStrings = typeof helpZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly help?: Partial<HelpStrings>;
  }
}

export const gettingStartedZh = {
  heading: '新手上路 3 步驟',
  step: (number: number) => `步驟 ${number}`,
  steps: [
    {
      title: '準備卡片',
      body: '請準備健保卡，並完成「健保卡網路服務註冊」取得密碼；年滿 18 歲的國民也可以用自然人憑證。',
    },
    {
      title: '準備讀卡機',
      body: '一般的晶片讀卡機就可以。如果沒有讀卡機，可以用公所、醫院或健保署各分區業務組的公用電腦。',
    },
    { title: '環境檢測與安裝', body: '安裝並啟動讀卡元件，再用環境檢測確認瀏覽器、讀卡機和卡片都可以使用。' },
  ],
  check: '開始環境檢測',
  warning: '請不要在裝有檔案分享（P2P）軟體的電腦下載健康存摺，以免個人資料外洩。本服務免費。',
};

export type GettingStartedStrings = typeof gettingStartedZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly 'getting-started'?: Partial<GettingStartedStrings>;
  }
}

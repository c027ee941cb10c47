export const idleGuardZh = {
  heading: '您還在使用嗎？',
  warning: (seconds: number) => `為了保護您的資料，${seconds} 秒後會自動登出並清除畫面。`,
  goOn: '繼續使用',
  end: '立即結束',
  ended: '已登出，畫面上的資料已清除。請記得取回您的卡片。',
};

export type IdleGuardStrings = typeof idleGuardZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly 'idle-guard'?: Partial<IdleGuardStrings>;
  }
}

import type { StringTables } from '../base/locale.js';

const zhHant = {
  heading: '您還在使用嗎？',
  warning: (seconds: number) => `為保護您的資料，將於 ${seconds} 秒後自動登出並清除畫面。`,
  goOn: '繼續使用',
  end: '立即結束',
  ended: '已登出，畫面上的資料已清除。請記得取回您的卡片。',
};

export type IdleGuardStrings = typeof zhHant;

const en: IdleGuardStrings = {
  heading: 'Are you still there?',
  warning: (seconds) =>
    `To protect your data you will be logged out and the screen cleared in ${seconds} seconds.`,
  goOn: 'Continue',
  end: 'End now',
  ended: 'You are logged out and the screen is cleared. Remember to take your card.',
};

export const idleGuardStrings: StringTables<IdleGuardStrings> = { 'zh-Hant': zhHant, en };

import { formZh } from '../self-service/form.strings.js';

export const applicationReviewZh = {
  birthDateShown: (roc: string, western: string) => `民國 ${roc}（${western}）`,
  reviewHeading: '請確認您的資料',
  send: '送出註冊',
  change: '修改資料',
  passwordLabel: formZh.newPassword,
  passwordHidden: '已設定（不顯示）',
  none: '未填寫',
  sentHeading: '已收到您的註冊申請',
  sent: (email: string) =>
    `我們正在核對您的資料，結果會寄到 ${email}，通常只要幾分鐘。收到確認信後，請在 5 天內完成下列步驟，過期就要重新申請。`,
  next: [
    '打開信箱，找到「健康存摺：請確認註冊」；如果沒有收到，請先看垃圾郵件匣。如果收到「無法完成註冊」，請依照信裡的說明辦理。',
    '把健保卡插入讀卡機，再按信裡的連結。',
    '輸入手機簡訊收到的 6 位數驗證碼，即可完成註冊。',
  ],
};

export type ApplicationReviewStrings = typeof applicationReviewZh;

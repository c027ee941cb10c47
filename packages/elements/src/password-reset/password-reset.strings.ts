import { selfServiceZh } from '../self-service/self-service.strings.js';

export const passwordResetZh = {
  ...selfServiceZh,
  heading: '忘記密碼',
  intro: '請插入健保卡並按「讀取」，系統會把一次性密碼寄到您註冊時填寫的信箱。',
  request: '寄發新註冊密碼',
  haveOne: '我已經有一次性密碼',
  mailed:
    '如果這張健保卡已經註冊，系統會寄出一次性密碼，30 分鐘內有效。這組密碼不能用來登入，只能用來在這裡設定新密碼。',
  choose: '設定新密碼',
  oneTimePassword: '信中的一次性密碼',
  newPassword: '請輸入新密碼',
  save: '確認',
  requestAgain: '重新寄發',
  done: '密碼已變更，請按「回登入頁」，用新密碼登入。',
  loggedOutEverywhere: '其他電腦也都已登出。',
};

export type PasswordResetStrings = typeof passwordResetZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly 'password-reset'?: Partial<PasswordResetStrings>;
  }
}

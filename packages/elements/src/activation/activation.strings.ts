import { selfServiceZh } from '../self-service/self-service.strings.js';

export const activationZh = {
  ...selfServiceZh,
  heading: '確認註冊',
  emailHeading: '確認電子郵件',
  noTicket: '請從確認信裡的連結開啟這個網頁。',
  noTicketRemedy: '請打開信箱，按下最新一封確認信裡的連結。如果沒有收到，請插入健保卡後按「重寄確認信」。',
  begin: '請準備好健保卡與註冊時填寫的行動電話。按下按鈕後，驗證碼會以簡訊傳送到手機。',
  sendCode: '傳送驗證碼',
  codeSent: (mobile: string) => `驗證碼已經傳到末三碼是 ${mobile} 的手機。`,
  code: '簡訊驗證碼',
  codeUntil: (time: string) => `請在 ${time} 前輸入這 6 位數字。`,
  sendAgain: '重新傳送驗證碼',
  sentAgain: '如果手機在一分鐘內沒有收到驗證碼，請再按一次。',
  confirm: '確認',
  ticketInvalid: '這個連結或代碼無效',
  ticketInvalidRemedy:
    '如果您是輸入代碼，請再核對一次。連結和代碼只要用過一次、重寄過確認信，或申請超過 5 天，都會失效。請插入健保卡後重寄確認信；如果超過 5 天，請重新註冊。',
  done: '認證成功，請按「回登入頁」登入健康存摺。',
  emailBegin: '按下按鈕後，這個電子郵件地址就會生效。',
  confirmEmail: '確認這個電子郵件地址',
  emailDone: '電子郵件地址已生效。',
};

export type ActivationStrings = typeof activationZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly activation?: Partial<ActivationStrings>;
  }
}

import { cardStatusZh } from '../card/card-status.strings.js';
import { formZh } from './form.strings.js';

/** The strings that the components for registration, activation, and password reset share. */
export const selfServiceZh = {
  ...cardStatusZh,
  ...formZh,
  notOffered: '本服務目前不開放線上辦理。',
  notOfferedRemedy: '請洽本服務的櫃台或客服人員。',
  read: '讀取',
  readAgain: '重新讀取',
  cardRead: '已讀取健保卡。',
  cardNumber: '健保卡卡號',
  nationalId: '身分證號',
  personName: '姓名',
  resend: '重寄確認信',
  resent: '如果您申請過，我們已經重新寄出確認信。請用最新一封信裡的連結，之前的連結都已失效。',
  backToLogin: '回登入頁',
};

export type SelfServiceStrings = typeof selfServiceZh;

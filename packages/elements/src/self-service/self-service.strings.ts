import { cardStatusZh } from '../card/card-status.strings.js';
import { formZh } from './form.strings.js';

/** The words that registration, activation and forgotten passwords share. */
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
  resent: '若有您的申請，確認信已重新寄出，先前的連結失效。',
  backToLogin: '回登入頁',
};

export type SelfServiceStrings = typeof selfServiceZh;

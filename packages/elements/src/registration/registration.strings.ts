import { accountLifeZh } from '../account-life/account-life.strings.js';
import type { StringTables } from '../base/locale.js';

const zhHant = {
  ...accountLifeZh,
  heading: '健保卡網路服務註冊',
  intro: '第一次使用，請先註冊並設定密碼。標示 * 的欄位必須填寫。',
  cardStep: '1. 讀取健保卡',
  personStep: '2. 個人資料',
  passwordStep: '3. 設定密碼',
  contactStep: '4. 聯絡資料',
  nationalIdHint: '須與健保卡相同，例如 A123456789。',
  nameHint: '須與健保卡相同。',
  householdNumber: '戶號',
  householdNumberHint: '戶口名簿右上角的號碼。',
  registeredAddress: '戶籍鄉鎮里鄰',
  registeredAddressHint: '例如：臺北市大安區民輝里 3 鄰。',
  telephone: '聯絡電話',
  telephoneHint: '(區碼)號碼#分機',
  mobile: '行動電話',
  mobileHint: '驗證碼將以簡訊傳送到這個號碼。簡訊可能遭人攔截；有自然人憑證時，用憑證登入較安全。',
  email: 'E-Mail(主要)',
  emailHint: '確認信將寄到這個信箱。',
  alternateEmail: 'E-Mail(備用)',
  mailAdvice: (domain: string) => `${domain} 的信箱常收不到本服務的信，建議改填其他信箱。`,
  review: '下一步：確認資料',
  reviewHeading: '請確認您的資料',
  send: '送出註冊',
  change: '修改資料',
  passwordHidden: '已設定（不顯示）',
  none: '未填寫',
  sentHeading: '已收到您的註冊申請',
  sent: (email: string) => `確認信已寄往 ${email}。請在 5 天內完成下列步驟，逾期須重新申請。`,
  next: [
    '打開信箱，找到「健康存摺：請確認註冊」；若沒有收到，請先看垃圾郵件匣。',
    '把健保卡插入讀卡機，再按信中的連結。',
    '輸入手機簡訊收到的 6 位數驗證碼，即完成註冊。',
  ],
};

export type RegistrationStrings = typeof zhHant;

export const registrationStrings: StringTables<RegistrationStrings> = {
  'zh-Hant': zhHant,
  en: async () => (await import('./registration.strings.en.js')).registrationEn,
};

import type { ApplicationReviewStrings } from './application-review.strings.js';
import { selfServiceZh } from '../self-service/self-service.strings.js';

export const registrationZh = {
  ...selfServiceZh,
  heading: '健保卡網路服務註冊',
  intro: '第一次使用，請先註冊並設定密碼。標示 * 的欄位必須填寫。',
  cardStep: '1. 讀取健保卡',
  personStep: '2. 個人資料',
  passwordStep: '3. 設定密碼',
  contactStep: '4. 聯絡資料',
  nationalIdHint: '要和健保卡上的相同，例如 A123456789。',
  nameHint: '要和健保卡上的相同。',
  birthDate: '出生日期',
  birthDateHint: '例如：民國 50 年 4 月 18 日請輸入 0500418，或輸入 1961-04-18。',
  householdNumber: '戶號',
  householdNumberHint: '戶口名簿右上角的號碼。',
  registeredAddress: '戶籍鄉鎮里鄰',
  registeredAddressHint: '例如：臺北市大安區民輝里 3 鄰。',
  telephone: '聯絡電話',
  telephoneHint: '（區碼）號碼#分機',
  mobile: '行動電話',
  mobileHint: '驗證碼會用簡訊傳到這個號碼。簡訊可能被人攔截；如果您有自然人憑證，用憑證登入比較安全。',
  email: 'E-Mail（主要）',
  emailHint: '確認信會寄到這個信箱。',
  alternateEmail: 'E-Mail（備用）',
  mailAdvice: (domain: string) => `${domain} 的信箱常收不到本服務的信，建議改填其他信箱。`,
  review: '下一步：確認資料',
};

export type RegistrationStrings = typeof registrationZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly registration?: Partial<RegistrationStrings & ApplicationReviewStrings>;
  }
}

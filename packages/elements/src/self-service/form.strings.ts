import { fieldZh } from '../base/field.strings.js';

/** The strings that all account forms share. */
export const formZh = {
  ...fieldZh,
  noClient: '這個頁面還沒有連上健康存摺服務。',
  noClientRemedy: '請通知網站管理人員：在 <mhb-provider> 加上 gateway 屬性。',
  working: '處理中…',
  newPassword: '請輸入密碼',
  repeatPassword: '再次確認密碼',
  passwordRule: { 'nhi-legacy': '6 至 12 個英文字母或數字，英文字母區分大小寫。', asvs: '8 至 64 個字元。' },
  problems: {
    required: '請填寫這一欄。',
    card: '請先插入健保卡，再按「讀取」。',
    nationalId: '身分證號不正確，請檢查英文字母與數字。',
    nationalIdOfCard: '和健保卡上的身分證號不同。',
    nameOfCard: '和健保卡上的姓名不同。',
    birthDate: '請輸入正確的出生日期，例如 0500418 或 1961-04-18。',
    password: '密碼不符合規定。',
    different: '兩次輸入的密碼不同。',
    telephone: '請輸入數字，例如 (02)1234-5678#90。',
    mobile: '請輸入 09 開頭的 10 位數字。',
    email: '請輸入正確的電子郵件地址。',
    code: '請輸入 6 位數字的驗證碼。',
  },
};

export type FormStrings = typeof formZh;

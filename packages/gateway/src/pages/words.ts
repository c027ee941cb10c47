import type { SessionScope } from '@mhb-kit/core/gateway';

export type Language = 'zh-Hant' | 'en';

export interface Words {
  readonly service: string;
  readonly logIn: string;
  readonly registration: string;
  readonly activation: string;
  readonly passwordReset: string;
  readonly account: string;
  readonly emailConfirmation: string;
  readonly confirmEmail: string;
  readonly emailConfirmed: string;
  readonly emailNotConfirmed: string;
  readonly back: string;
  /** Before the name and the address of the website that asks. */
  readonly asks: (name: string, origin: string) => string;
  readonly neverSees: string;
  readonly consent: string;
  readonly allow: string;
  readonly deny: string;
  readonly scopes: Readonly<Record<SessionScope, string>>;
  readonly notInstalled: string;
}

export const words: Readonly<Record<Language, Words>> = {
  'zh-Hant': {
    service: '健康存摺',
    logIn: '登入健康存摺',
    registration: '健保卡網路服務註冊',
    activation: '註冊認證',
    passwordReset: '忘記密碼',
    account: '帳號資料異動',
    emailConfirmation: '確認電子郵件信箱',
    confirmEmail: '確認這個信箱',
    emailConfirmed: '信箱已確認，今後通知會寄到這裡。',
    emailNotConfirmed:
      '這個連結已使用或已過期，或服務暫時無法回應。請稍後再開啟信中的連結；仍無法確認時，請登入後重新填寫信箱。',
    back: '回登入頁',
    asks: (name, origin) => `「${name}」（${origin}）想取得您的健康存摺`,
    neverSees: '請在此登入。該網站看不到您的密碼或 PIN 碼。',
    consent: '該網站將可以：',
    allow: '同意並返回',
    deny: '不同意',
    scopes: {
      requests: '代您申請資料並查看處理進度',
      archives: '下載您的健康存摺',
      activity: '查看登入與讀取紀錄',
      account: '查看及變更帳號資料',
    },
    notInstalled: '這個服務沒有安裝網頁元件（@mhb-kit/elements），因此無法顯示此頁。',
  },
  en: {
    service: 'My Health Bank',
    logIn: 'Log in to My Health Bank',
    registration: 'Register your NHI card',
    activation: 'Confirm your registration',
    passwordReset: 'Forgotten password',
    account: 'Your account',
    emailConfirmation: 'Confirm your e-mail address',
    confirmEmail: 'Confirm this address',
    emailConfirmed: 'The address is confirmed. Notices will be sent to it from now on.',
    emailNotConfirmed:
      'The link has been used or is too old, or the service does not answer right now. Open the link of the mail again in a while; if that does not help, log in and type the address again.',
    back: 'Back to log in',
    asks: (name, origin) => `${name} (${origin}) would like to get your passbook`,
    neverSees: 'Log in here. The website does not see your password or PIN.',
    consent: 'The website will be able to:',
    allow: 'Allow and return',
    deny: 'Do not allow',
    scopes: {
      requests: 'request your data for you and see how the request stands',
      archives: 'download your passbook',
      activity: 'see where you are logged in and who read what',
      account: 'see and change your account',
    },
    notInstalled:
      'The web components (@mhb-kit/elements) are not installed here, so this page cannot be shown.',
  },
};

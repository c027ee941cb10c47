import type { SessionScope } from '@mhb-kit/core/gateway';

export type Language = 'zh-Hant' | 'en';

export interface Words {
  readonly service: string;
  readonly logIn: string;
  readonly registration: string;
  readonly activation: string;
  readonly passwordReset: string;
  readonly accountRecovery: string;
  readonly account: string;
  readonly environmentCheck: string;
  readonly emailConfirmation: string;
  readonly confirmEmail: string;
  readonly emailConfirmed: string;
  readonly emailNotConfirmed: string;
  readonly passkey: string;
  /** The text before the person's partly masked name. */
  readonly passkeyFor: string;
  readonly passkeyBegunAt: string;
  readonly passkeyHint: string;
  readonly makePasskey: string;
  readonly passkeyCode: string;
  readonly passkeyCodeHint: string;
  readonly passkeyDone: string;
  readonly passkeyExpired: string;
  readonly noPasskeysHere: string;
  readonly back: string;
  /** The text before the confirmation of a registration that began at the named website. */
  readonly returnsTo: (name: string, origin: string) => string;
  /** The text before the name and the address of the website that asks for access. */
  readonly asks: (name: string, origin: string) => string;
  readonly neverSees: string;
  /** The text above the list of what the website will be able to do. */
  readonly consent: (name: string) => string;
  readonly allow: string;
  readonly deny: string;
  readonly scopes: Readonly<Record<SessionScope, string>>;
  readonly notInstalled: string;
  /** The text that explains the gateway on the page at its own address. */
  readonly about: string;
  readonly logInToAccount: string;
  /** The text for people who cannot manage their account on this gateway's pages. */
  readonly logInElsewhere: string;
  readonly forOperators: string;
  readonly apiDescription: string;
}

export const words: Readonly<Record<Language, Words>> = {
  'zh-Hant': {
    service: '健康存摺',
    logIn: '登入健康存摺',
    registration: '健保卡網路服務註冊',
    activation: '註冊認證',
    passwordReset: '忘記密碼',
    accountRecovery: '換卡、換手機或恢復帳號',
    account: '帳號資料異動',
    environmentCheck: '環境檢測',
    emailConfirmation: '確認電子郵件信箱',
    confirmEmail: '確認這個信箱',
    emailConfirmed: '信箱已確認，以後通知會寄到這裡。',
    emailNotConfirmed:
      '這個連結已經用過或過期了，或是服務暫時無法回應。請稍後再開啟信裡的連結；如果還是無法確認，請登入後重新填寫信箱。',
    passkey: '在這支手機新增通行密鑰',
    passkeyFor: '帳號：',
    passkeyBegunAt: '從這裡開始：',
    passkeyHint:
      '以後可以用這支手機的指紋、臉部或螢幕鎖登入健康存摺。請只在您自己的手機上新增；如果這個步驟不是您自己開始的，請關閉這個頁面。',
    makePasskey: '新增',
    passkeyCode: '請在原來的畫面輸入這個代碼：',
    passkeyCodeHint: '輸入後才算完成。請不要把代碼告訴別人。',
    passkeyDone: '已新增。下次請按「使用通行密鑰登入」。',
    passkeyExpired:
      '這個條碼已經用過或過期了。請在原來的畫面重新開始；如果您沒有開啟過這個條碼，請改用其他方式登入，並洽服務窗口。',
    noPasskeysHere: '這個瀏覽器不能新增通行密鑰。請更新瀏覽器，或用手機內建的瀏覽器重新掃描。',
    back: '回登入頁',
    returnsTo: (name, origin) =>
      `您是從「${name}」（${origin}）過來註冊的。完成後按「回登入頁」，就會回到那個網站；登入後就能查看健康存摺。`,
    asks: (name, origin) => `「${name}」（${origin}）想取得您的健康存摺`,
    neverSees: '請在這裡登入。那個網站看不到您的密碼或 PIN 碼。',
    consent: (name) => `「${name}」將可以：`,
    allow: '同意並返回',
    deny: '不同意',
    scopes: {
      requests: '代替您申請資料，並查看處理進度',
      archives: '下載您的健康存摺，也會因此知道您完整的身分證號（檔案的密碼）',
      activity: '查看您的登入和讀取紀錄',
      account: '查看和變更您的帳號資料',
    },
    notInstalled: '這個服務沒有安裝網頁元件（@mhb-kit/elements），所以無法顯示這一頁。',
    about:
      '這裡是健康存摺服務。您同意後，醫院等機構的網站會經由這裡取得您的健康存摺。要查看或申請健康存摺，請從您使用的機構網站登入。',
    logInToAccount: '登入並管理您的帳號',
    logInElsewhere: '這裡不能管理帳號，請洽您使用的機構。',
    forOperators: '給網站管理者與程式開發人員：',
    apiDescription: 'HTTP API 說明（英文）',
  },
  en: {
    service: 'My Health Bank',
    logIn: 'Log in to My Health Bank',
    registration: 'Register your NHI card',
    activation: 'Confirm your registration',
    passwordReset: 'Forgotten password',
    accountRecovery: 'New card, lost phone or suspended account',
    account: 'Your account',
    environmentCheck: 'Check this computer',
    emailConfirmation: 'Confirm your e-mail address',
    confirmEmail: 'Confirm this address',
    emailConfirmed: 'The address is confirmed. From now on, notices will be sent to this address.',
    emailNotConfirmed:
      'The link has been used or has expired, or the service is not responding right now. Open the link in the e-mail again later; if that does not help, log in and enter the address again.',
    passkey: 'Add a passkey on this phone',
    passkeyFor: 'Account: ',
    passkeyBegunAt: 'Begun at: ',
    passkeyHint:
      'From now on, you can log in to My Health Bank with the fingerprint, face or screen lock of this phone. Add a passkey on your own phone only; if you did not start this, close this page.',
    makePasskey: 'Add',
    passkeyCode: 'Type this code on the other screen:',
    passkeyCodeHint:
      'The passkey is added only after you have typed the code there. Do not tell anybody the code.',
    passkeyDone: 'Added. Next time, choose “Log in with a passkey”.',
    passkeyExpired:
      'This code has been used or has expired. Start again on the other screen. If you have not scanned this code before, log in another way and contact support.',
    noPasskeysHere:
      'This browser cannot add a passkey. Update the browser, or scan the code again with the browser that came with the phone.',
    back: 'Back to login',
    returnsTo: (name, origin) =>
      `${name} (${origin}) sent you here to register. When you have finished, “Back to login” leads you back to that website, where you log in and read your passbook.`,
    asks: (name, origin) => `${name} (${origin}) asks for access to your passbook`,
    neverSees: 'Log in here. The website does not see your password or PIN.',
    consent: (name) => `${name} will be able to:`,
    allow: 'Allow and return',
    deny: 'Do not allow',
    scopes: {
      requests: 'request your data for you and see the state of the request',
      archives: 'download your passbook and learn your full ID number, which is the password for the file',
      activity: 'see where you are logged in and who has read your data',
      account: 'see and change your account',
    },
    notInstalled:
      'The web components (@mhb-kit/elements) are not installed here, so this page cannot be shown.',
    about:
      'This is the service behind My Health Bank. Websites of hospitals and other organizations get your passbook from here, if you agree. To request or read your passbook, log in on the website that you use.',
    logInToAccount: 'Log in and manage your account',
    logInElsewhere: 'You cannot manage your account here. Ask the organization whose website you use.',
    forOperators: 'For website operators and programmers: ',
    apiDescription: 'description of the HTTP API',
  },
};

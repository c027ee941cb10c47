import type { Letter, Mail, Sms } from './message.js';

/**
 * The text of every message, in Chinese first, followed by English. The texts contain no name and no ID number,
 * because e-mail can be read in transit.
 */

interface Words {
  readonly subject: string;
  readonly paragraphs: readonly string[];
}

const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const linked = (paragraph: string): string =>
  /^https?:\/\/\S+$/.test(paragraph)
    ? `<a href="${escape(paragraph)}">${escape(paragraph)}</a>`
    : escape(paragraph);

function mail(to: string, zh: Words, en: Words): Mail {
  const block = (language: string, { paragraphs }: Words): string =>
    `<div lang="${language}">${paragraphs.map((each) => `<p>${linked(each)}</p>`).join('')}</div>`;
  return {
    channel: 'mail',
    to,
    subject: `${zh.subject} ${en.subject}`,
    text: [...zh.paragraphs, '—', ...en.paragraphs].join('\n\n'),
    html: `<!doctype html><html lang="zh-Hant"><body>${block('zh-Hant', zh)}<hr>${block('en', en)}</body></html>`,
  };
}

/** @param ticket the ticket in the form in which people type it at a kiosk, where links cannot be opened */
export const confirmationMail = (to: string, link: string, ticket: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：請確認註冊',
      paragraphs: [
        '請在五天內打開下面的連結，插入健保卡，再輸入手機收到的驗證碼，即可完成註冊。超過五天請重新申請。',
        link,
        `如果是用機台，請改選「啟用帳號」，並輸入代碼：${ticket}`,
        '如果您沒有申請，請不必理會這封信。',
      ],
    },
    {
      subject: 'My Health Bank: confirm your registration',
      paragraphs: [
        'Open this link within five days, insert your NHI card and type the code sent to your mobile number to finish registering. If the five days have passed, apply again.',
        link,
        `At a kiosk, choose “Activate” and type this code instead: ${ticket}`,
        'If you did not apply, ignore this e-mail.',
      ],
    },
  );

/** The text is the same for every reason, because anyone could have entered this mailbox. */
export const notProvedMail = (to: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：無法完成註冊',
      paragraphs: [
        '用您填寫的資料無法完成註冊。可能是身分證號、卡號、戶號或出生日期，有一項和登記的不同；也可能是您已經有帳號。',
        '請核對健保卡和戶口名簿，再重新申請（每天的次數有限）；如果已經有帳號，請按登入頁的「忘記密碼」。',
        '如果資料都對，還是無法註冊，請帶身分證件到服務櫃台，或用自然人憑證註冊。',
        '如果您沒有申請，請不必理會這封信。',
      ],
    },
    {
      subject: 'My Health Bank: registration not possible',
      paragraphs: [
        'We could not register you with the details that you entered. The ID number, card number, household number or birth date may differ from our records, or you may already have an account.',
        'Check your NHI card and household certificate, and apply again (you can try only a few times a day). If you have an account, choose “Forgot password” on the login page.',
        'If your details are correct and you still cannot register, bring your identity document to a service counter, or register with a Citizen Digital Certificate.',
        'If you did not apply, ignore this e-mail.',
      ],
    },
  );

export const temporaryPasswordMail = (to: string, password: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：一次性密碼',
      paragraphs: [
        `您的一次性密碼：${password}`,
        '請在三十分鐘內，到「忘記密碼」頁面插入健保卡，輸入這組密碼，再設定新密碼。這組密碼不能用來登入。',
        '如果您沒有申請，請不必理會這封信，您的密碼沒有改變。',
      ],
    },
    {
      subject: 'My Health Bank: one-time password',
      paragraphs: [
        `Your one-time password: ${password}`,
        'Within thirty minutes, open the “Forgot password” page, insert your NHI card, type this password, and choose a new one. You cannot log in with the one-time password.',
        'If you did not ask for this password, ignore this e-mail. Your password has not changed.',
      ],
    },
  );

export const confirmationCodeSms = (to: string, code: string): Sms => ({
  channel: 'sms',
  to,
  text: `健康存摺註冊驗證碼 ${code}，十分鐘內有效，請勿告訴他人。My Health Bank code, valid 10 minutes.`,
});

export const loginCodeSms = (to: string, code: string): Sms => ({
  channel: 'sms',
  to,
  text: `健康存摺登入驗證碼 ${code}，十分鐘內有效。如果不是您本人登入，請立即變更密碼。My Health Bank login code, valid 10 minutes.`,
});

export const recoveryCodeSms = (to: string, code: string): Sms => ({
  channel: 'sms',
  to,
  text: `健康存摺更換健保卡或恢復帳號驗證碼 ${code}，十分鐘內有效。如果不是您本人申請，請立即聯絡服務窗口。My Health Bank code for another card, valid 10 minutes.`,
});

/** @param code the code in the form in which people type it */
export const mobileRecoveryLetter = (name: string, postalAddress: string | null, code: string): Letter => ({
  channel: 'letter',
  name,
  postalAddress,
  subject: '健康存摺：更換行動電話的代碼 My Health Bank: code for your new mobile number',
  paragraphs: [
    `您的代碼：${code}`,
    '請在二十一天內，到健康存摺登入頁選「換卡、換手機或恢復帳號」，再選「收到寫有代碼的信」，插入健保卡並輸入這個代碼。如果您沒有申請，請不要使用這個代碼，並立即聯絡服務窗口。',
    `Your code: ${code}`,
    'Within 21 days, choose “New card, lost phone or suspended account” on the login page, then “I got a letter with a code”. Insert your NHI card and enter the code. If you did not ask for this letter, do not use the code, and contact support at once.',
  ],
});

export const newMobileSms = (to: string, code: string): Sms => ({
  channel: 'sms',
  to,
  text: `健康存摺新行動電話驗證碼 ${code}，十分鐘內有效，請勿告訴他人。My Health Bank code for your new mobile number, valid 10 minutes.`,
});

export const emailConfirmationMail = (to: string, link: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：請確認電子郵件信箱',
      paragraphs: [
        '請在一天內打開下面的連結，確認這個信箱；確認以前，我們仍會使用原來的信箱。',
        link,
        '如果您沒有申請，請不必理會這封信。',
      ],
    },
    {
      subject: 'My Health Bank: confirm your e-mail address',
      paragraphs: [
        'Open this link within a day to confirm this address. Until then, we keep using your old address.',
        link,
        'If you did not ask for it, ignore this e-mail.',
      ],
    },
  );

/** A change to an account that is reported to the account's owner. */
export type Notice =
  | 'application'
  | 'registered'
  | 'contact'
  | 'email-asked'
  | 'email'
  | 'mobile'
  | 'password'
  | 'certificate'
  | 'certificate-released'
  | 'opened'
  | 'card'
  | 'national-id'
  | 'mobile-asked'
  | 'suspended'
  | 'resumed'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-ended'
  | 'representation-added'
  | 'representation-ended';

interface NoticeWords {
  readonly zh: string;
  readonly en: string;
  /** Defaults to a subject that says that the account was changed. */
  readonly subject?: { readonly zh: string; readonly en: string };
  /** Whether a text message is sent in addition to the e-mail. */
  readonly sms?: boolean;
}

const notices: Readonly<Record<Notice, NoticeWords>> = {
  application: {
    subject: { zh: '您已註冊過', en: 'you are already registered' },
    zh: '有人用您的資料申請註冊，但您已經有帳號，不必再註冊。如果忘記密碼，請按登入頁的「忘記密碼」。',
    en: 'Somebody tried to register in your name, but you already have an account and do not need to register again. If you forgot your password, choose “Forgot password” on the login page.',
  },
  registered: {
    subject: { zh: '您的帳號已啟用', en: 'your account is active' },
    zh: '有人用您的資料註冊了健康存摺帳號，帳號已經啟用。',
    en: 'Somebody registered in your name, and the account is now active.',
  },
  contact: { zh: '您的聯絡電話已變更。', en: 'Your phone numbers were changed.' },
  'email-asked': {
    zh: '有人申請把您的信箱改成另一個信箱，新信箱確認以後才會生效。',
    en: 'Somebody asked to change your e-mail address. The new address takes effect once it is confirmed.',
  },
  email: { zh: '您的信箱已經改成另一個信箱。', en: 'Your e-mail address was changed.' },
  mobile: { zh: '您的手機已改成另一個號碼。', en: 'Your mobile number was changed.', sms: true },
  password: {
    subject: { zh: '密碼已變更', en: 'password changed' },
    zh: '您的健保卡註冊密碼已變更。',
    en: 'Your password was changed.',
  },
  certificate: {
    zh: '您的帳號已經綁定自然人憑證，以後可以用憑證登入。',
    en: 'A Citizen Digital Certificate was linked to your account. You can log in with it.',
  },
  'certificate-released': {
    zh: '您的帳號已經解除自然人憑證的綁定，可以改用新的憑證登入。',
    en: 'Your Citizen Digital Certificate was unlinked from your account. You can link a new one.',
    sms: true,
  },
  opened: {
    subject: { zh: '您的帳號已開立', en: 'your account is open' },
    zh: '服務櫃台已核對您的身分證件並開立帳號。請在登入頁按「忘記密碼」設定密碼。',
    en: 'A staff member has checked your identity document and opened your account. Choose “Forgot password” on the login page to set a password.',
  },
  card: {
    zh: '您的帳號已改用新的健保卡，不能再用舊卡登入。',
    en: 'Your account now uses a new NHI card. You can no longer log in with the old card.',
    sms: true,
  },
  'national-id': {
    zh: '您帳號的身分證號（統一證號）已變更，不能再用舊號碼登入。',
    en: 'The ID number of your account was changed. You can no longer log in with the old number.',
    sms: true,
  },
  'mobile-asked': {
    zh: '有人申請更換您的手機號碼，我們會寄代碼到您登記的地址；輸入代碼後，新號碼才會生效。',
    en: 'Somebody asked to change your mobile number. We will send a code by letter to your registered address; the change takes effect once the code is entered.',
    sms: true,
  },
  suspended: { zh: '您的帳號已停用。', en: 'Your account was suspended.', sms: true },
  resumed: { zh: '您的帳號已恢復使用。', en: 'Your account is active again.', sms: true },
  'passkey-added': {
    zh: '您的帳號新增了一把通行密鑰，可以用來登入。如果要移除，請登入後開啟「帳號」。',
    en: 'A passkey was added to your account and can be used to log in. To remove it, log in and open your account.',
    sms: true,
  },
  'passkey-removed': {
    zh: '您的帳號移除了一把通行密鑰，用這把密鑰登入的裝置都已登出。',
    en: 'A passkey was removed from your account. Every device that was logged in with it has been logged out.',
  },
  'passkey-ended': {
    zh: '您有一把通行密鑰可能被複製，所以已經停用；用這把密鑰登入的裝置都已登出。',
    en: 'One of your passkeys may have been copied, so we removed it. Every device that was logged in with it has been logged out.',
    sms: true,
  },
  'representation-added': {
    zh: '服務窗口登記了和您有關的法定代理，代理人可以查看被代理人的健康存摺。詳情請看「帳號」。',
    en: 'A legal representative can now read another person’s passbook, and you are one of these two people. Open your account to see who they are.',
    sms: true,
  },
  'representation-ended': {
    zh: '和您有關的一項法定代理已經結束，代理人已登出，不能再查看。',
    en: 'A legal representative can no longer read another person’s passbook, and you are one of these two people. The representative was logged out.',
  },
};

const notYou = {
  zh: '如果不是您本人，請立即聯絡服務窗口。',
  en: 'If this was not you, contact support at once.',
};

export function noticeMail(to: string, notice: Notice): Mail {
  const { zh, en, subject } = notices[notice];
  return mail(
    to,
    { subject: `健康存摺：${subject?.zh ?? '帳號資料異動通知'}`, paragraphs: [zh, notYou.zh] },
    { subject: `My Health Bank: ${subject?.en ?? 'your account was changed'}`, paragraphs: [en, notYou.en] },
  );
}

/** Returns the text message for a notice; `null` if no text message is sent for it. */
export function noticeSms(to: string, notice: Notice): Sms | null {
  const { zh, en, sms = false } = notices[notice];
  return sms
    ? { channel: 'sms', to, text: `健康存摺：${zh}${notYou.zh}My Health Bank: ${en} ${notYou.en}` }
    : null;
}

/**
 * Tells a person who has no account yet that someone applied for one in their name. The message goes to the
 * contact in the operator's records.
 */
export const applicationOnRecordMail = (to: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：有人用您的資料申請註冊',
      paragraphs: ['有人用您的資料申請健康存摺帳號，正在等待確認。', notYou.zh],
    },
    {
      subject: 'My Health Bank: somebody is registering in your name',
      paragraphs: [
        'Somebody applied for an account in your name; the application is waiting for confirmation.',
        notYou.en,
      ],
    },
  );

export const applicationOnRecordSms = (to: string): Sms => ({
  channel: 'sms',
  to,
  text: `健康存摺：有人用您的資料申請註冊。${notYou.zh}My Health Bank: somebody is registering in your name. ${notYou.en}`,
});

import type { Mail, Sms } from './message.js';

/** The words of every message, Chinese first, English below. No name and no ID number: mail is read on the way. */

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

/** @param ticket as people type it at a kiosk, where no link can be opened */
export const confirmationMail = (to: string, link: string, ticket: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：請確認註冊',
      paragraphs: [
        '請於五天內開啟以下連結，插入健保卡並輸入手機收到的驗證碼，完成註冊。逾期請重新申請。',
        link,
        `在自助機台上，請改選「啟用帳號」並輸入代碼：${ticket}`,
        '若您沒有申請，請忽略這封信。',
      ],
    },
    {
      subject: 'My Health Bank: confirm your registration',
      paragraphs: [
        'Open this link within five days, insert your NHI card and type the code sent to your mobile to finish registering. After that, apply again.',
        link,
        `At a kiosk, choose “Activate” and type this code instead: ${ticket}`,
        'If you did not apply, ignore this mail.',
      ],
    },
  );

export const alreadyRegisteredMail = (to: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：您已註冊過',
      paragraphs: [
        '有人以您的資料申請註冊，但您已有帳號，無需再註冊。若忘記密碼，請使用登入頁的「忘記密碼」。',
      ],
    },
    {
      subject: 'My Health Bank: you are registered already',
      paragraphs: [
        'Somebody applied with your data, but you have an account and need not register again. If you forgot the password, use the link on the login page.',
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
        '請於三十分鐘內在「忘記密碼」頁面插入健保卡並輸入，設定新密碼。它不能用來登入。',
        '若您沒有申請，請忽略這封信，您的密碼沒有改變。',
      ],
    },
    {
      subject: 'My Health Bank: one-time password',
      paragraphs: [
        `Your one-time password: ${password}`,
        'Within thirty minutes, type it on the forgotten-password page with your NHI card inserted, and choose a new password. It does not log you in.',
        'If you did not ask for it, ignore this mail: your password has not changed.',
      ],
    },
  );

export const passwordChangedMail = (to: string): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：密碼已變更',
      paragraphs: ['您的健保卡註冊密碼已變更。若不是您本人，請立即聯絡服務窗口。'],
    },
    {
      subject: 'My Health Bank: password changed',
      paragraphs: ['Your password was changed. If it was not you, contact support at once.'],
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
  text: `健康存摺登入驗證碼 ${code}，十分鐘內有效。若非本人登入，請立即變更密碼。My Health Bank login code, valid 10 minutes.`,
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
        '請於一天內開啟以下連結，確認這個信箱；確認之前，仍使用原來的信箱。',
        link,
        '若您沒有申請，請忽略這封信。',
      ],
    },
    {
      subject: 'My Health Bank: confirm your e-mail address',
      paragraphs: [
        'Open this link within a day to confirm this address; until then the former one is used.',
        link,
        'If you did not ask for it, ignore this mail.',
      ],
    },
  );

/** What was changed in an account, for its owner. */
export type ContactChangeNotice = 'contact' | 'email-asked' | 'email' | 'certificate';

const changes: Readonly<Record<ContactChangeNotice, { readonly zh: string; readonly en: string }>> = {
  contact: { zh: '您的聯絡電話已變更。', en: 'Your telephone numbers were changed.' },
  'email-asked': {
    zh: '有人申請將您的信箱變更為另一個信箱，待新信箱確認後生效。',
    en: 'Your e-mail address is about to be changed to another one, as soon as that one is confirmed.',
  },
  email: { zh: '您的信箱已變更為另一個信箱。', en: 'Your e-mail address was changed to another one.' },
  certificate: {
    zh: '自然人憑證已與您的帳號連結，可用來登入。',
    en: 'A Citizen Digital Certificate now belongs to your account and can be used to log in.',
  },
};

export const changeNoticeMail = (to: string, change: ContactChangeNotice): Mail =>
  mail(
    to,
    {
      subject: '健康存摺：帳號資料異動通知',
      paragraphs: [changes[change].zh, '若不是您本人，請立即聯絡服務窗口。'],
    },
    {
      subject: 'My Health Bank: your account was changed',
      paragraphs: [changes[change].en, 'If it was not you, contact support at once.'],
    },
  );

export const mobileChangedSms = (to: string): Sms => ({
  channel: 'sms',
  to,
  text: '健康存摺：您的行動電話已變更為另一號碼。若不是您本人，請立即聯絡服務窗口。My Health Bank: your mobile number was changed. If it was not you, contact support.',
});

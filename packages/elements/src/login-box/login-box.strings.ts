import type { StringTables } from '../base/locale.js';
import { cardStatusStrings } from '../card/card-status.strings.js';

const zhHant = {
  heading: '登入健康存摺',
  methods: '登入方式',
  nhiCard: '健保卡',
  certificate: '自然人憑證',
  instruction: '請插入健保卡後按「確認」',
  password: '健保卡註冊密碼',
  showPassword: '顯示密碼',
  hidePassword: '隱藏密碼',
  passwordMissing: '請輸入密碼。',
  confirm: '確認',
  confirming: '登入中…',
  readingCard: '正在讀取健保卡，請勿移除卡片…',
  firstTime: '首次申請密碼',
  forgotten: '忘記密碼',
  notOfferedHere: '這個頁面尚未提供線上辦理，請洽本服務的櫃台或客服人員。',
  certificateUnavailable: '自然人憑證登入尚未開放。',
  certificateUnavailableRemedy: '請改用「健保卡」登入。',
  noClient: '這個頁面尚未設定健康存摺服務。',
  noClientRemedy: '網站管理者：請在 <mhb-provider> 加上 gateway 屬性。',
  signedInAs: '已登入',
  logOut: '登出',
  loggedOut: '已登出。',
  lockedFor: (time: string) => `請於 ${time} 後再試。`,
  ...cardStatusStrings['zh-Hant'],
};

export type LoginBoxStrings = typeof zhHant;

const en: LoginBoxStrings = {
  heading: 'Log in to your health passbook',
  methods: 'Ways to log in',
  nhiCard: 'NHI card',
  certificate: 'Citizen certificate',
  instruction: 'Insert your NHI card, then press “Confirm”',
  password: 'NHI card password',
  showPassword: 'Show password',
  hidePassword: 'Hide password',
  passwordMissing: 'Enter your password.',
  confirm: 'Confirm',
  confirming: 'Logging in…',
  readingCard: 'Reading the card. Please do not remove it…',
  firstTime: 'Get a password for the first time',
  forgotten: 'Forgot your password?',
  notOfferedHere: 'This page does not offer this online yet. Please ask at the service desk.',
  certificateUnavailable: 'Logging in with a Citizen Digital Certificate is not available yet.',
  certificateUnavailableRemedy: 'Please log in with your NHI card.',
  noClient: 'This page has not been connected to the service.',
  noClientRemedy: 'If you run this site, add the gateway attribute to <mhb-provider>.',
  signedInAs: 'Logged in',
  logOut: 'Log out',
  loggedOut: 'You are logged out.',
  lockedFor: (time) => `Try again in ${time}.`,
  ...cardStatusStrings.en,
};

export const loginBoxStrings: StringTables<LoginBoxStrings> = { 'zh-Hant': zhHant, en };

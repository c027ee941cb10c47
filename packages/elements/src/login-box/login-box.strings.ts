import type { CodeStepStrings } from './code-step.strings.js';
import type { RepresentStepStrings } from './represent-step.strings.js';
import type { PasskeyStepStrings } from './passkey-step.strings.js';
import { fieldZh } from '../base/field.strings.js';
import { cardStatusZh } from '../card/card-status.strings.js';

export const loginBoxZh = {
  ...cardStatusZh,
  ...fieldZh,
  heading: '登入健康存摺',
  methods: '登入方式',
  nhiCard: '健保卡',
  certificate: '自然人憑證',
  instruction: '請插入健保卡後按「確認」',
  certificateInstruction: '請插入自然人憑證並輸入身分證號，按「確認」後在讀卡元件的視窗輸入 PIN 碼。',
  password: '健保卡註冊密碼',
  nationalId: '身分證號',
  problems: {
    password: '請輸入密碼。',
    nationalId: '請輸入正確的身分證號（英文字母開頭，共 10 碼）。',
  },
  confirm: '確認',
  confirming: '登入中…',
  startAgain: '重新登入',
  connect: '以健康存摺登入',
  connectHint: '會開啟健康存摺的登入視窗；密碼與 PIN 碼不會經過這個網站。',
  connecting: '請在健康存摺的視窗完成登入…',
  connectAgain: '視窗不見了？重新開始',
  firstTime: '首次申請密碼',
  forgotten: '忘記密碼',
  recover: '換卡、換手機或恢復帳號',
  notOfferedHere: '這個頁面不提供線上辦理，請洽服務櫃台或客服。',
  noClient: '這個頁面還沒有連上健康存摺服務。',
  noClientRemedy: '網站管理人員：請在 <mhb-provider> 加上 gateway 屬性。',
  signedInAs: '已登入',
  logOut: '登出',
  loggedOut: '已登出。',
};

export type LoginBoxStrings = typeof loginBoxZh;

declare module '../base/translations.js' {
  interface Translation {
    readonly 'login-box'?: Partial<
      LoginBoxStrings & CodeStepStrings & PasskeyStepStrings & RepresentStepStrings
    >;
  }
}

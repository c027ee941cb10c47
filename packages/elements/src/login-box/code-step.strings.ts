import { fieldZh } from '../base/field.strings.js';

export const codeStepZh = {
  required: fieldZh.required,
  codeHeading: '輸入驗證碼',
  codeSent: (mobile: string) => `為了保護您的資料，驗證碼已經傳到末三碼是 ${mobile} 的手機。`,
  code: '簡訊驗證碼',
  codeUntil: (time: string) => `請在 ${time} 前輸入。`,
  codeProblem: '請輸入 6 位數字的驗證碼。',
  rememberReader: '這是我自己的電腦，下次登入不需驗證碼',
  lostMobile: '手機不在身邊或已換號？請按「重新登入」，再選「換卡、換手機或恢復帳號」。',
};

export type CodeStepStrings = typeof codeStepZh;

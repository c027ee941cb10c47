import { formZh } from '../self-service/form.strings.js';

export const accountSafetyZh = {
  ...formZh,
  readers: '免驗證碼的電腦',
  readersHint:
    '如果登入時勾選了「這是我自己的電腦」，到期以前用那台讀卡機登入，都不需要簡訊驗證碼。如果看到您不認得的讀卡機，請移除。',
  noReaders: '目前沒有。在自己的電腦輸入簡訊驗證碼時，可以勾選「這是我自己的電腦」。',
  reader: (added: string) => `${added} 加入的讀卡機`,
  readerTimes: (used: string, expires: string) => `最近使用 ${used}，${expires} 到期`,
  forgetReader: '移除',
  forgetReaderOf: (added: string) => `移除 ${added} 加入的讀卡機`,
  forgetAll: '全部移除',
  readerForgotten: '已移除，下次從那台電腦登入需要簡訊驗證碼。',
  certificate: '自然人憑證',
  bound: '已綁定',
  notBound: '未綁定',
  boundHint: '如果換了新憑證後無法登入，請先解除綁定，再用新憑證登入並輸入簡訊驗證碼，就能綁定新憑證。',
  notBoundHint:
    '如果要綁定，請登出，再用自然人憑證登入，並輸入手機收到的驗證碼。綁定以後，用憑證登入不需要簡訊驗證碼；手機遺失時，也可以登入並更換號碼。',
  release: '解除綁定…',
  releaseNow: '確定解除綁定',
  released: '已解除綁定，您的帳號在其他地方都已登出。請用新的自然人憑證登入，就能綁定新憑證。',
  suspension: '停用帳號',
  suspensionHint:
    '如果健保卡遺失，或懷疑有人用您的帳號，可以立刻停用帳號。停用後任何人都不能登入，您的資料不會刪除。',
  suspend: '停用我的帳號…',
  suspendNow: '確定停用',
  suspendWarning: '確定要停用帳號嗎？',
  suspendThen:
    '您的帳號會立刻在所有裝置上登出。要恢復帳號時，請在登入頁選「換卡、換手機或恢復帳號」，並備妥有效的健保卡、註冊密碼、戶號、出生日期，以及可以接收驗證碼的手機。',
  suspended: '帳號已停用',
  suspendedThen:
    '您的帳號已在所有裝置上登出，我們也已經用簡訊和電子郵件通知您。要恢復帳號時，請在登入頁選「換卡、換手機或恢復帳號」，或攜帶身分證件到服務櫃台。',
  currentPassword: '目前的密碼',
  cancel: '取消',
};

export type AccountSafetyStrings = typeof accountSafetyZh;

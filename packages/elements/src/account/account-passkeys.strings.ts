import { formZh } from '../self-service/form.strings.js';

export const accountPasskeysZh = {
  ...formZh,
  passkeys: '通行密鑰',
  loading: '讀取中…',
  retry: '再試一次',
  passkeysHint:
    '用您自己的手機或電腦的指紋、臉部或螢幕鎖登入，不用健保卡和讀卡機。請不要在別人也會用的裝置上新增；如果裝置遺失，請立刻移除。',
  noPasskeys: '目前沒有。',
  passkeyTimes: (added: string, used: string | null) =>
    used === null ? `${added} 新增，還沒有用過` : `${added} 新增，最近使用：${used}`,
  synced: '會同步到您的其他裝置',
  remove: '移除',
  removeOf: (name: string) => `移除 ${name} 的通行密鑰`,
  removed: '已移除，用這把密鑰登入的裝置都已登出。',
  addHere: '在這台裝置新增',
  addByPhone: '用手機新增',
  passwordHeading: '先確認是您本人',
  currentPassword: '目前的健保卡註冊密碼',
  next: '下一步',
  cancel: '取消',
  scanHeading: '用手機掃描條碼',
  scanSteps: [
    '打開手機的相機，對準條碼，再點畫面上出現的連結。',
    '在手機上按「新增」，再用指紋、臉部或螢幕鎖確認。',
  ],
  qrCode: '條碼，掃描後會開啟健康存摺的新增頁面',
  until: (time: string) => `條碼在 ${time} 前有效，只能給一支手機使用。`,
  waiting: '等待手機掃描…',
  opened: '手機已開啟，請在手機上完成。',
  codeHeading: '輸入手機上的代碼',
  passkeyCode: '手機顯示的 4 位數代碼',
  codeHint: '手機沒有顯示代碼？條碼可能已被別人掃描，請按「取消」再重新開始。',
  codeProblem: '請輸入 4 位數字的代碼。',
  addKey: '新增通行密鑰',
  makeHeading: '在這台裝置新增',
  makeHint: '按下後，請依照這台裝置畫面上的指示，用指紋、臉部或螢幕鎖確認。',
  expired: '時間過了，或已經取消，請重新開始。',
  addedKey: '已新增。下次登入請按「使用通行密鑰登入」；通知已寄到您的信箱。',
};

export type AccountPasskeysStrings = typeof accountPasskeysZh;

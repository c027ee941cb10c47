export const passkeyStepZh = {
  passkey: '使用通行密鑰登入',
  passkeyHint:
    '用這台裝置的指紋、臉部或螢幕鎖登入，不用健保卡和讀卡機。第一次請先用卡片登入，再到「帳號」新增。',
  passkeyWorking: '請在裝置上確認…',
  orCard: '或',
  otherWays: '用健保卡或自然人憑證登入',
};

export type PasskeyStepStrings = typeof passkeyStepZh;

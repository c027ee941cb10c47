/**
 * The strings that describe the state of the card reader and card. Every component that shows this state uses
 * them.
 */
export const cardStatusZh = {
  simulated: '模擬卡片',
  cardSection: '讀卡機與卡片',
  probing: '正在尋找讀卡元件…',
  connecting: '正在連接讀卡機…',
  noProvider: '這個頁面沒有設定讀卡方式。',
  needsPermission: '瀏覽器需要您的同意，才能使用這台電腦的讀卡機。',
  needsPermissionRemedy: '按「連接讀卡機」後，請在瀏覽器的視窗選「允許」。',
  denied: '瀏覽器封鎖了讀卡元件的連線。',
  notInstalled: '找不到讀卡元件。',
  incompatible: '讀卡元件的版本不符。',
  connectReader: '連接讀卡機',
  retry: '再試一次',
  noReader: '沒有偵測到讀卡機，請接上讀卡機。',
  empty: { nhi: '讀卡機已就緒，請插入健保卡。', cdc: '讀卡機已就緒，請插入自然人憑證。' },
  ready: { nhi: '已偵測到健保卡。', cdc: '已偵測到自然人憑證。' },
  unknownCard: '已插入卡片。',
  otherCard: {
    nhi: '這張是自然人憑證，請改插健保卡。',
    cdc: '這張是健保卡，請改插自然人憑證。',
  },
  reading: '讀取中，請不要抽出卡片…',
  signing: '簽章中，請不要抽出卡片…',
  confirmInBridge: {
    nhi: '請在讀卡元件的視窗同意讀取健保卡。',
    cdc: '請在讀卡元件的視窗輸入 PIN 碼。',
  },
  confirmCode: '視窗上的號碼是',
  openBridgeWindow: '沒看到視窗？請按這裡',
  mute: '卡片沒有回應，請取出後重新插入。',
  busy: '其他程式正在使用讀卡機。',
};

export type CardStatusStrings = typeof cardStatusZh;

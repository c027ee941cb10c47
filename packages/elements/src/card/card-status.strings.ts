import type { StringTables } from '../base/locale.js';

const zhHant = {
  simulated: '模擬卡片',
  cardSection: '讀卡機與卡片狀態',
  probing: '正在尋找讀卡元件…',
  connecting: '正在連接讀卡機…',
  noProvider: '這個頁面沒有設定讀卡方式。',
  needsPermission: '瀏覽器需要您的同意，才能使用這台電腦的讀卡機。',
  needsPermissionRemedy: '按下「連接讀卡機」後，請在瀏覽器的詢問視窗選擇「允許」。',
  denied: '瀏覽器封鎖了讀卡元件的連線。',
  deniedRemedy: '請按網址列左側的圖示，將「區域網路存取」改為允許，然後再試一次。',
  notInstalled: '找不到讀卡元件。',
  notInstalledRemedy: '請確認讀卡元件已安裝並正在執行，然後再試一次。',
  incompatible: '讀卡元件的版本不符。',
  incompatibleRemedy: '請更新讀卡元件後再試一次。',
  connectReader: '連接讀卡機',
  retry: '再試一次',
  noReader: '沒有偵測到讀卡機，請接上讀卡機。',
  empty: '讀卡機已就緒，請插入健保卡。',
  ready: '已偵測到健保卡。',
  unknownCard: '已插入卡片，按「確認」後讀取。',
  confirmInBridge: '請在讀卡元件的視窗中同意讀取健保卡。',
  otherCard: '這張是自然人憑證，請改插健保卡。',
  mute: '卡片沒有回應，請取出後重新插入。',
  busy: '讀卡機正由其他程式使用。',
};

export type CardStatusStrings = typeof zhHant;

const en: CardStatusStrings = {
  simulated: 'Simulated card',
  cardSection: 'Reader and card',
  probing: 'Looking for the card bridge…',
  connecting: 'Connecting to the reader…',
  noProvider: 'This page has no way to reach a card reader.',
  needsPermission: 'Your browser needs your consent to use the card reader of this computer.',
  needsPermissionRemedy: 'Press “Connect reader”, then choose “Allow” when the browser asks.',
  denied: 'Your browser blocks the connection to the card bridge.',
  deniedRemedy: 'Open the icon at the left of the address bar, allow “Local network access”, then try again.',
  notInstalled: 'The card bridge was not found.',
  notInstalledRemedy: 'Make sure that the card bridge is installed and running, then try again.',
  incompatible: 'The card bridge has a version that does not fit.',
  incompatibleRemedy: 'Update the card bridge, then try again.',
  connectReader: 'Connect reader',
  retry: 'Try again',
  noReader: 'No card reader found. Please connect one.',
  empty: 'The reader is ready. Insert your NHI card.',
  ready: 'NHI card found.',
  unknownCard: 'A card is inserted. Press “Confirm” to read it.',
  confirmInBridge: 'Please allow the reading in the window of the card bridge.',
  otherCard: 'This is a Citizen Digital Certificate. Insert your NHI card instead.',
  mute: 'The card does not answer. Take it out and insert it again.',
  busy: 'Another program is using the reader.',
};

/** The words for reader and card, shared by every component that shows them. */
export const cardStatusStrings: StringTables<CardStatusStrings> = { 'zh-Hant': zhHant, en };

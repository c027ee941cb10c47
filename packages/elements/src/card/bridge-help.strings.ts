export const bridgeHelpZh = {
  remedy: {
    'not-installed': '請確認讀卡元件已經安裝、正在執行、沒有暫停，並且允許這個網站使用。',
    denied:
      '請按網址列左側的圖示，將「區域網路存取」或「本機網路」改為允許，然後再試一次。如果關閉詢問視窗三次，Chrome 和 Edge 就會當作您拒絕。',
    incompatible: '請更新讀卡元件後再試一次。',
  },
  steps: '安裝讀卡元件',
  download: (system: string, size: string) => `下載 ${system} 版（${size}）`,
  system: { windows: 'Windows', macos: 'macOS', linux: 'Linux' },
  install: {
    '.msi': '打開下載的檔案，依照畫面上的說明安裝，不需要管理者權限。',
    '.deb': '打開下載的檔案，用系統的軟體安裝程式安裝。',
    '.tar.gz': '解開下載的檔案，執行其中的 mhb-card-bridge install。',
  },
  open: '從開始功能表或應用程式開啟一次「讀卡元件」，就會和這個瀏覽器配對。',
  waiting: '正在等候讀卡元件啟動，啟動後會自動繼續。',
  other: '其他系統與檢查碼',
  none: '這個網站沒有提供適用這個系統的讀卡元件。',
  withoutReader: '這個版本沒有附讀卡機連接模組，無法讀卡。',
  sandbox:
    '如果瀏覽器是用 Snap 或 Flatpak 安裝的，讀卡元件的視窗可能無法自動打開，請改用系統套件版的瀏覽器。',
};

export type BridgeHelpStrings = typeof bridgeHelpZh;

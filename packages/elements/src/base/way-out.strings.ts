/** Strings for a page that is open in a browser inside another app. */
export const wayOutWords = {
  'zh-Hant': {
    inLine: '您正在用 LINE 瀏覽。',
    inApp: '您正在別的 App 裡瀏覽。',
    outOfLine: '這裡不能儲存檔案，也可能無法選擇檔案或使用通行密鑰。請改用手機的瀏覽器：',
    outOfApp:
      '這裡不能儲存檔案，也可能無法選擇檔案或使用通行密鑰。請按畫面角落的「⋯」或「⋮」，選「在瀏覽器中開啟」（Safari 或 Chrome）。',
    openOutside: '用手機的瀏覽器開啟',
  },
  en: {
    inLine: 'You have opened this page inside LINE.',
    inApp: 'You have opened this page inside another app.',
    outOfLine:
      'You cannot save files here, and choosing files or using passkeys may not work. Please use your phone’s browser:',
    outOfApp:
      'You cannot save files here, and choosing files or using passkeys may not work. Press “⋯” or “⋮” in a corner of the screen and choose “Open in browser” (Safari or Chrome).',
    openOutside: 'Open in your phone’s browser',
  },
} as const;

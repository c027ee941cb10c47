/**
 * Turns of phrase that a translator, or a reader with school English, has to guess; and words that nobody in Taiwan uses. Each with
 * the plainer one. `plain-words.test.ts` looks for them in documents, comments and screens.
 */

/** @type {readonly (readonly [phrase: RegExp, plainer: string])[]} */
export const englishPhrases = [
  [/\b(?:of|by|from) ours\b/i, 'our, our own'],
  [/\bunless told\b/i, 'by default'],
  [/\b(?:is|are) content (?:with|to)\b/i, 'accepts'],
  [/`doctor` is content/i, 'reports no problem'],
  [/\bit counts until\b/i, 'valid until'],
  [/\bin order to\b/i, 'to'],
  [/\b(?:utilize|utilise|leverage)s?\b/i, 'use'],
  [/\bplease note\b/i, '(leave it out)'],
  [/\bhow (?:it|the house) is laid out\b/i, 'how it is organised'],
  [/\bhas been at hand\b/i, 'we had no …'],
  [/\bputs? every query\b/i, 'sends every query'],
  [/\bas ever\b/i, 'the same'],
  [/\bin its place among\b/i, 'at the right position in'],
];

/** @type {readonly (readonly [phrase: RegExp, plainer: string])[]} */
export const chinesePhrases = [
  [/程序員|應用程序|小程序/, '程式'],
  [/服務器/, '伺服器'],
  [/(?<!系統|紀)默認/, '預設'],
  [/登錄(?:帳號|系統|網站|頁面|密碼|畫面|成功|失敗)/, '登入'],
  [/賬/, '帳'],
  [/軟件|硬件|插件/, '軟體、硬體、外掛'],
  [/視頻|音頻/, '影片、音訊'],
  [/信息/, '訊息、資訊'],
  [/網絡/, '網路'],
  [/打印/, '列印'],
  [/數據/, '資料、數據（僅指數值）'],
  [/用戶(?!端)/, '使用者'],
  [/屏幕/, '螢幕'],
  [/鼠標/, '滑鼠'],
  [/鏈接/, '連結'],
  [/界面/, '介面、畫面'],
  [/(?<!身體)質量/, '品質'],
  [/激活/, '啟用'],
  [/文件夾/, '資料夾'],
  [/服務閘道/, '系統'],
  [/服務站/, '機台'],
  [/(?<!螢幕)閱讀器/, '檢視器'],
  [/connect 模式|連線模式/, '連結模式'],
  [/保證等級/, '身分確認強度'],
];

import { fieldZh } from '../../base/field.strings.js';
import { familyZh } from '../family/family.strings.js';

/**
 * Strings that the viewer shows before a passbook is open, and around the pages of an open passbook. The strings
 * of each page are in that page's folder.
 */
export const frameZh = {
  ...fieldZh,
  ...familyZh,
  heading: '健康存摺檢視器',
  dropTitle: '把健康存摺檔案拖到這裡',
  dropFormats: '可以開啟下載的 ZIP 壓縮檔，或裡面的 JSON、XML、HTML 檔；一次可以選好幾個檔案。',
  dropPrivacy: '檔案只在這台裝置的瀏覽器裡讀取，不會上傳。',
  choose: '選擇檔案',
  closed: '已關閉，畫面上的資料已清除。',
  passwordFor: (fileName: string) => `「${fileName}」已加密`,
  password: '解壓縮密碼',
  passwordRule: '密碼是本人的身分證號，第一個英文字母要大寫，例如 A123456789。',
  passwordMissing: '請輸入密碼。',
  wrongPassword: '密碼不正確，請重新輸入。',
  unlock: '開啟',
  cancel: '取消',
  reading: '讀取中…',
  opened: (records: number) => `已開啟健康存摺，共 ${records} 筆資料。`,
  merged: (records: number) => (records === 0 ? '沒有新的資料。' : `已合併，新增 ${records} 筆資料。`),
  keptHere: '這個瀏覽器保存了您的健康存摺',
  keepTitles: {
    keep: '把存摺保存在這個瀏覽器',
    manage: '已保存在這個瀏覽器',
    change: '變更通關密語',
    passkey: '也可以用通行密鑰開啟',
    erase: '永久刪除保存的資料',
  },
  keepActions: { keep: '保存', manage: '', change: '變更', passkey: '建立通行密鑰', erase: '永久刪除' },
  keepDone: {
    keep: '已保存。',
    manage: '',
    change: '通關密語已變更。',
    passkey: '以後也可以用通行密鑰開啟。',
    erase: '保存的資料已永久刪除。',
  },
  keepMeaning:
    '所有人的存摺會用您的通關密語加密，只儲存在這台裝置的這個瀏覽器裡；之後開啟的新檔案會自動加進來。請只在自己的裝置上使用。如果忘記通關密語，就無法開啟。',
  keepLocked: '這裡已經保存了存摺；輸入通關密語後，目前的檔案會加進去。',
  keptMeaning: '之後開啟的新檔案會自動加進來。鎖上後畫面會清空，要輸入通關密語才能再開啟。',
  passkeyLapses: '更換通關密語後，要重新設定通行密鑰。',
  passkeyMeaning: '以後可以用指紋、臉部或螢幕鎖開啟。通關密語仍然有效。',
  eraseMeaning: '這會刪除保存在這個瀏覽器的存摺，無法復原。您下載的檔案不受影響。',
  lockVault: '鎖上並關閉',
  currentPassphrase: '通關密語',
  newPassphrase: '新的通關密語',
  passphraseAgain: '再輸入一次新的通關密語',
  passphraseRule: (length: number) => `至少 ${length} 個字元；用幾個不相關的詞最好記。`,
  passphraseGuessable:
    '這個通關密語太容易被猜到。請避開常見的密碼、號碼、日期與連續的字；用幾個不相關的詞最好。',
  passphrasesDiffer: '兩次輸入的通關密語不同。',
  byPasskey: '用通行密鑰開啟',
  closeDialog: '關閉',
};

export type FrameWords = typeof frameZh;

import { text, type LocalizedErrorText } from './error-text.js';

/** Failures of reading a passbook. */
export const passbookErrors = {
  'passbook-empty': text(
    '檔案是空的。',
    '請重新下載健康存摺，再開啟一次。',
    'The file is empty.',
    'Download the passbook again, then open it once more.',
  ),
  'passbook-too-large': text(
    '檔案太大，無法開啟。',
    '請確認選取的是健康存摺；資料年份較多時，請分次下載後再開啟。',
    'The file is too large to open.',
    'Check that it is a passbook; if it covers many years, download it in parts.',
  ),
  'passbook-is-archive': text(
    '這是壓縮檔，尚未解開。',
    '請先以密碼開啟壓縮檔，再讀取其中的健康存摺。',
    'This is a ZIP archive that has not been opened.',
    'Open the archive with its password first, then read the passbook inside.',
  ),
  'passbook-not-recognized': text(
    '這不是健康存摺檔案。',
    '請選取從健康存摺下載的 JSON、XML 或 HTML 檔，或整個壓縮檔。',
    'This is not a passbook.',
    'Choose the JSON, XML or HTML file downloaded from My Health Bank, or the whole ZIP archive.',
  ),
  'passbook-damaged': text(
    '健康存摺檔案不完整或已損壞，沒有讀取任何內容。',
    '請重新下載後再開啟；不要用文字編輯器改過的檔案。',
    'The passbook is incomplete or damaged; nothing was read.',
    'Download it again and open that file, not one changed in a text editor.',
  ),
  'passbook-different-people': text(
    '這些健康存摺屬於不同的人，不能合併。',
    '請只選取同一個人的檔案。',
    'These passbooks belong to different people and cannot be joined.',
    'Choose files of one person only.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

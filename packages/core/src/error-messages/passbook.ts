import { text, type LocalizedErrorText } from './error-text.js';

/** Errors that occur when a passbook is read. */
export const passbookErrors = {
  'passbook-empty': text(
    '檔案是空的。',
    '請重新下載健康存摺，再開啟一次。',
    'The file is empty.',
    'Download the passbook again, then open it.',
  ),
  'passbook-too-large': text(
    '檔案太大，無法開啟。',
    '請確認選取的是健康存摺；如果涵蓋的年份很多，請分成幾次下載後再開啟。',
    'The file is too large to open.',
    'Check that it is a passbook; if it covers many years, download it in parts.',
  ),
  'export-identity-invalid': text(
    '出生日期或身分證號不正確，或不是本人的。',
    '請檢查輸入的內容，或留空不填。',
    'The birth date or ID number is wrong, or belongs to another person.',
    'Check both fields, or leave them empty.',
  ),
  'passbook-is-archive': text(
    '這是還沒有解開的壓縮檔。',
    '請直接開啟這個壓縮檔；如果是在另一個壓縮檔裡，請先把外層解壓縮，再開啟裡面的壓縮檔。',
    'This ZIP archive has not been unpacked.',
    'Open this archive directly. If it is inside another archive, unpack the outer archive first, then open the inner archive.',
  ),
  'passbook-not-recognized': text(
    '這不是健康存摺檔案。',
    '請選取從健康存摺下載的 JSON、XML 或 HTML 檔，或整個壓縮檔。',
    'This is not a passbook.',
    'Choose the JSON, XML or HTML file downloaded from My Health Bank, or the whole ZIP archive.',
  ),
  'passbook-damaged': text(
    '健康存摺檔案不完整或已損壞，沒有讀取任何內容。',
    '請重新下載，直接開啟新的檔案，不要先用文字編輯器修改。',
    'The passbook is incomplete or damaged; nothing was read.',
    'Download it again and open the new file without changing it in a text editor.',
  ),
  'passbook-different-people': text(
    '這些健康存摺屬於不同的人，不能合併。',
    '請只選取同一個人的檔案。',
    'These passbooks belong to different people and cannot be merged.',
    'Choose files that all belong to one person.',
  ),

  // --- Errors of the vault, in which the browser stores passbooks
  'vault-wrong-passphrase': text(
    '通關密語不正確。',
    '請再輸入一次；英文字母區分大小寫。',
    'The passphrase is not correct.',
    'Type it again. Upper and lower case matter.',
  ),
  'vault-damaged': text(
    '保存的資料已損壞，沒有開啟任何內容。',
    '請永久刪除保存的資料，再從下載的檔案重新保存。',
    'The saved passbook is damaged and was not opened.',
    'Erase the saved passbook, then save it again from the files you downloaded.',
  ),
  'vault-storage-full': text(
    '這個瀏覽器的儲存空間不足，沒有保存新的資料。',
    '請清出裝置的空間後再試；以前保存的資料不受影響。',
    'The browser has no space left; nothing new was saved.',
    'Free some space on the device and try again. Anything that was already saved has not changed.',
  ),
  'vault-unavailable': text(
    '這個瀏覽器無法保存資料。',
    '無痕視窗與某些設定不允許保存；請改用一般視窗，或直接開啟檔案。',
    'This browser cannot save a passbook.',
    'Private windows and some settings prevent saving; use a regular window, or open the files without saving them.',
  ),
  'vault-exists': text(
    '這個瀏覽器已經保存了存摺。',
    '請重新整理頁面，再用通關密語開啟。',
    'A passbook is already saved in this browser.',
    'Reload the page and open the saved passbook with its passphrase.',
  ),
  'vault-gone': text(
    '保存的資料已經刪除。',
    '資料可能在另一個分頁刪除了；需要時請重新保存。',
    'The saved passbook has been erased.',
    'It may have been erased in another tab; you can save it again.',
  ),
  'vault-passkey-refused': text(
    '無法使用通行密鑰。',
    '請再試一次，或用通關密語開啟。',
    'The passkey could not be used.',
    'Try again, or open the passbook with the passphrase.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

import { text, type LocalizedErrorText } from './error-text.js';

/** Errors that occur when archives are opened or created. */
export const archiveErrors = {
  'worker-failed': text(
    '處理中斷了，可能是這台裝置的記憶體不足。',
    '請關閉其他分頁或程式後再試一次；檔案沒有變動。',
    'A background process stopped unexpectedly, perhaps because memory ran out.',
    'Close other tabs or programs, then try again. Your files have not changed.',
  ),
  'wrong-password': text(
    '密碼不正確，或檔案已損壞。',
    '密碼預設是身分證號（英文字母要大寫）；如果確定密碼沒有錯，請重新下載檔案。',
    'The password is wrong, or the file is damaged.',
    'The password is the national ID number with a capital first letter, unless you chose another password. If you are sure that the password is right, download the file again.',
  ),
  'password-required': text(
    '這個檔案需要密碼。',
    '請輸入密碼；密碼預設是身分證號（英文字母要大寫）。',
    'This file needs a password.',
    'Enter the national ID number with a capital first letter, unless you chose another password.',
  ),
  'not-an-archive': text(
    '這不是 ZIP 壓縮檔。',
    '請選擇從健康存摺下載的 ZIP 檔。',
    'This is not a ZIP archive.',
    'Choose the ZIP file that was downloaded from My Health Bank.',
  ),
  'archive-truncated': text(
    '壓縮檔不完整，可能沒有下載完。',
    '請重新下載檔案。',
    'The archive is incomplete; the download may have been interrupted.',
    'Download the file again.',
  ),
  'archive-corrupt': text(
    '壓縮檔已經損壞，內容沒有通過檢查。',
    '請重新下載檔案；損壞的內容不會顯示。',
    'The archive is damaged: its checksum does not match.',
    'Download the file again. Damaged content is not shown.',
  ),
  'archive-headers-disagree': text(
    '壓縮檔裡的記載前後不一致，可能被人改過。',
    '請從原來的地方重新下載，不要使用這個檔案。',
    'The archive contains contradictory information about a file, and may have been tampered with.',
    'Download it again from the original source, and do not use this copy.',
  ),
  'archive-size-disagrees': text(
    '檔案實際的大小，和壓縮檔裡記載的不同。',
    '請重新下載檔案；有問題的內容不會顯示。',
    'The size of a file in the archive does not match the size stated in the archive.',
    'Download the archive again. No part of that file is shown.',
  ),
  'archive-entries-overlap': text(
    '壓縮檔裡的檔案彼此重疊，惡意檔案常用這種手法。',
    '請不要使用這個檔案，並從原來的地方重新下載。',
    'Files in the archive overlap, as they do in archives that are designed to cause harm.',
    'Do not use this file; download it again from the original source.',
  ),
  'archive-unreadable': text(
    '無法讀取檔案；檔案可能已經移動、刪除或更改。',
    '請重新選擇檔案。',
    'The file could not be read. It may have been moved, deleted or changed.',
    'Choose the file again.',
  ),
  'unsupported-method': text(
    '壓縮檔使用了不支援的壓縮方式。',
    '請在電腦上用解壓縮軟體（例如 7-Zip）將這個檔案解壓縮，再選擇裡面的檔案。',
    'The archive uses a compression method that is not supported.',
    'Unpack the archive with 7-Zip, and choose the files inside.',
  ),
  'strong-encryption': text(
    '壓縮檔使用了不支援的加密方式（PKWARE Strong Encryption）。',
    '請用製作這個壓縮檔的程式解開，再選擇裡面的檔案。',
    'The archive uses an encryption method that is not supported (PKWARE Strong Encryption).',
    'Unpack the archive with the program that made it, and choose the files inside.',
  ),
  'split-archive': text(
    '這是分割壓縮檔的其中一部分。',
    '請先用 7-Zip 合併所有部分，再選擇合併後的檔案。',
    'This is one part of an archive that was split into several files.',
    'Join all parts with 7-Zip and choose the result.',
  ),
  'limit-exceeded': text(
    '壓縮檔太大、裡面的檔案太多，或又包了太多層壓縮檔；為了安全，系統沒有開啟。',
    '請確認檔案來自健康存摺。如果壓縮檔裡還有其他檔案，請先自己解壓縮，只選取健康存摺的 JSON、XML 或 HTML 檔。',
    'The archive is not safe to open: it is too large, or contains too many files or nested archives.',
    'Make sure that it came from My Health Bank. If it also contains other files, unpack it yourself and choose only the JSON, XML or HTML files of the passbook.',
  ),
  'archive-name-unsafe': text(
    '這個檔名不能用在壓縮檔中。',
    '請改用一般的檔名，裡面不要有路徑、控制字元或系統保留字。',
    'A file has a name that is not allowed in an archive.',
    'Use a plain name without paths, control characters or reserved words.',
  ),
  'archive-name-duplicate': text(
    '壓縮檔裡有兩個同名的檔案。',
    '請更改其中一個檔案的名稱；只有大小寫不同也算同名。',
    'Two files in the archive would have the same name.',
    'Rename one of them. Names that differ only in upper and lower case count as the same.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

import { text, type LocalizedErrorText } from './error-text.js';

/** Errors of the `mhb` command. */
export const commandLineErrors = {
  'browser-failed': text(
    '瀏覽器無法啟動，所以沒有檢查。',
    '請用 --browser 指定 Chromium、Chrome 或 Edge 的位置，或用 --headers-only 只檢查標頭。',
    'The browser did not start, so nothing was checked.',
    'Specify Chromium, Chrome or Edge with --browser, or check only the headers with --headers-only.',
  ),
  'drug-file-unknown': text(
    '無法判斷這是哪一個官方藥品檔案。',
    '請用 data.gov.tw 的 23715、9122 或 9119 資料集下載的 CSV 或 ZIP，不要改欄位名稱。',
    'This is not one of the official drug files.',
    'Use the CSV or ZIP file of dataset 23715, 9122 or 9119 from data.gov.tw, and do not change its columns.',
  ),
  'file-unreadable': text(
    '無法讀取檔案。',
    '請確認檔案的路徑，以及您有沒有讀取的權限。',
    'The file cannot be read.',
    'Check that the path is correct and that you have permission to read the file.',
  ),
  'file-unwritable': text(
    '無法寫入輸出檔案。',
    '請確認路徑、權限與磁碟空間；CSV 請指定資料夾。',
    'The output cannot be written.',
    'Check the path, your permissions and the free space; for CSV, specify a folder.',
  ),
  'issuer-unreachable': text(
    '無法取得簽發者的金鑰。',
    '請確認 --issuer 的網址（例如 https://gateway.example.tw）和網路；或用 --keys 指定下載好的 JWKS 檔案。',
    'The keys of the issuer are not available.',
    'Check the address in --issuer (such as https://gateway.example.tw) and your network, or specify a downloaded JWKS file with --keys.',
  ),
  'page-unreachable': text(
    '無法開啟這個網頁，所以沒有檢查。',
    '請確認網址和網路；如果測試機的憑證是自己簽發的，請加上 --accept-any-certificate。',
    'The page cannot be opened, so nothing was checked.',
    'Check the address and your network. For a test server with a certificate that no authority has signed, add --accept-any-certificate.',
  ),
  'output-exists': text(
    '輸出檔案已存在。',
    '請改用其他檔名，或加上 --force 覆寫。',
    'The output exists already.',
    'Choose another name, or add --force to overwrite the file.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

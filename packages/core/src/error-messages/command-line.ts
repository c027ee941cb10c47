import { text, type LocalizedErrorText } from './error-text.js';

/** Errors of the command `mhb`. */
export const commandLineErrors = {
  'drug-file-unknown': text(
    '這不是能辨識的官方藥品檔案。',
    '請用 data.gov.tw 的 23715、9122 或 9119 資料集下載的 CSV 或 ZIP，不要改欄位名稱。',
    'This is not one of the official drug files.',
    'Take the CSV or ZIP of datasets 23715, 9122 or 9119 from data.gov.tw, with its columns unchanged.',
  ),
  'file-unreadable': text(
    '無法讀取檔案。',
    '請確認檔案路徑與讀取權限。',
    'The file cannot be read.',
    'Check the path, and that you have permission to read it.',
  ),
  'file-unwritable': text(
    '無法寫入輸出檔案。',
    '請確認路徑、權限與磁碟空間；CSV 請指定資料夾。',
    'The output cannot be written.',
    'Check the path, your permissions and the free space; for CSV, name a folder.',
  ),
  'output-exists': text(
    '輸出檔案已存在。',
    '請改用其他檔名，或加上 --force 覆寫。',
    'The output exists already.',
    'Choose another name, or add --force to overwrite it.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

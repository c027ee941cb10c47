import { text, type LocalizedErrorText } from './error-text.js';

/** Failures of `mhb`. */
export const commandLineErrors = {
  'file-unreadable': text(
    '無法讀取檔案。',
    '請確認檔案路徑與讀取權限。',
    'The file cannot be read.',
    'Check its path and that you may read it.',
  ),
  'file-unwritable': text(
    '無法寫入輸出檔案。',
    '請確認路徑、權限與磁碟空間；CSV 請指定資料夾。',
    'The output cannot be written.',
    'Check the path, your permission and the space left; for CSV name a folder.',
  ),
  'output-exists': text(
    '輸出檔案已存在。',
    '請改用其他檔名，或加上 --force 覆寫。',
    'The output exists already.',
    'Choose another name, or add --force to write over it.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

import { text, type LocalizedErrorText } from './error-text.js';

/** Failures that an operator meets when the gateway starts. */
export const operationErrors = {
  'data-folder-in-use': text(
    '資料夾正由另一個服務程序使用。',
    '請先停止另一個程序，或改用其他資料夾。',
    'Another process is using the data folder.',
    'Stop the other process or choose another folder.',
  ),
  'database-not-durable': text(
    '資料庫無法保證資料寫入磁碟。',
    '請檢查磁碟與套件版本；服務不會在此狀態下啟動。',
    'The database cannot promise that data reach the disk.',
    'Check the disk and the package versions; the service does not start like this.',
  ),
  'database-unreachable': text(
    '連不上資料庫。',
    '請確認資料庫伺服器已啟動，且連線設定正確。',
    'The database does not answer.',
    'Check that the database server runs and that its address is right.',
  ),
  'port-in-use': text(
    '連接埠已被其他程式使用。',
    '請停止該程式，或設定其他連接埠。',
    'The port is used by another program.',
    'Stop that program or configure another port.',
  ),
  'configuration-invalid': text(
    '設定內容不正確。',
    '請依錯誤訊息修正設定後重新啟動。',
    'The configuration is not valid.',
    'Correct what the message names, then start again.',
  ),
  'root-key-wrong': text(
    '金鑰不是這個資料庫原來所用的那一把。',
    '請改回原來的 MHB_ROOT_KEY（或資料夾中的 keys/root.key）；換了金鑰，已存的資料都無法讀取。',
    'The root key is not the one that this database was made with.',
    'Give the former MHB_ROOT_KEY again (or the data folder its keys/root.key): with another key nothing stored can be read.',
  ),
  'file-not-accessible': text(
    '檔案或資料夾無法讀寫。',
    '請檢查路徑，以及執行此指令的使用者是否有權限。',
    'A file or folder cannot be read or written.',
    'Check the path, and whether the user who runs this may use it.',
  ),
  'backup-damaged': text(
    '備份檔不完整或已損毀。',
    '請改用另一份備份。',
    'The backup is incomplete or damaged.',
    'Use another backup.',
  ),
  'backup-not-fitting': text(
    '備份檔無法還原到這裡。',
    '請還原到全新的資料夾或資料庫，並使用製作備份時的金鑰與版本。',
    'The backup does not fit here.',
    'Restore into a new data folder or database, with the root key and the version it was made with.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

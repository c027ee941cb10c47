import { text, type LocalizedErrorText } from './error-text.js';

/** Errors that an operator sees when the gateway starts. */
export const operationErrors = {
  'data-folder-in-use': text(
    '另一個閘道程式正在使用這個資料夾。',
    '請先停止那個程式，或改用其他資料夾。',
    'Another process is using the data folder.',
    'Stop the other process or choose another folder.',
  ),
  'database-not-durable': text(
    '資料庫無法確保資料已寫入磁碟。',
    '請檢查磁碟和套件版本；問題解決以前，服務不會啟動。',
    'The database cannot guarantee that data is written to disk.',
    'Check the disk and the package versions; the service will not start until this is fixed.',
  ),
  'data-folder-not-private': text(
    '這台電腦的其他使用者可以讀取這個資料夾。',
    '請把資料夾的擁有者改成執行服務的使用者，並把權限設為 700（chmod 700）。',
    'Other users of this computer can read the data folder.',
    'Make the user that runs the service the owner of the folder, and deny access to other users (chmod 700).',
  ),
  'database-incomplete': text(
    '資料庫資料夾缺少必要的檔案；為了不讓資料遺失，沒有重新建立。',
    '請確認磁碟已經掛載、路徑正確，並把缺少的檔案放回來；如果找不回來，請保留這個資料夾，另外指定新的資料夾，再用「mhb-gateway restore」還原備份。',
    'Part of the database folder is missing. No new database was created, so nothing is lost.',
    'Check that the disk is mounted and the path is correct, and put the missing files back. If you cannot do so, keep the folder, specify a new data folder and run “mhb-gateway restore” with a backup.',
  ),
  'database-damaged': text(
    '資料庫已損毀，無法啟動。',
    '請保留這個資料夾，另外指定新的資料夾，再用「mhb-gateway restore」還原最近的備份。',
    'The database is damaged and cannot start.',
    'Keep the folder, specify a new data folder and run “mhb-gateway restore” with the latest backup.',
  ),
  'database-unreachable': text(
    '連不上資料庫。',
    '請確認資料庫伺服器已啟動，且連線設定正確。',
    'The database does not respond.',
    'Check that the database server is running and that its address is correct.',
  ),
  'port-in-use': text(
    '其他程式正在使用這個連接埠。',
    '請停止那個程式，或改用其他連接埠。',
    'The port is used by another program.',
    'Stop that program or configure another port.',
  ),
  'configuration-invalid': text(
    '設定內容不正確。',
    '請依錯誤訊息修正設定後重新啟動。',
    'The configuration is not valid.',
    'Correct the setting that the message names, then restart.',
  ),
  'root-key-wrong': text(
    '這把金鑰不是建立資料庫時用的那一把。',
    '請改回原來的 MHB_ROOT_KEY（或資料夾中的 keys/root.key）；換了金鑰，以前存的資料就讀不出來。',
    'This is not the root key that the database was created with.',
    'Set MHB_ROOT_KEY to the original key, or put keys/root.key back into the data folder. Stored data cannot be read with any other key.',
  ),
  'audit-trail-broken': text(
    '存取紀錄寫入以後被人改過。',
    '請不要更動資料庫、資料夾和紀錄檔，並查出誰能寫入資料庫。如果是您自己還原過資料庫，可以刪除 keys/audit-head.json，下次啟動就會以現有的內容為準。',
    'The audit trail was changed after it was written.',
    'Keep the database, data folder and logs as they are, and find out who can write to the database. If you restored the database yourself, delete keys/audit-head.json; at its next start, the service then accepts the current contents.',
  ),
  'file-not-accessible': text(
    '檔案或資料夾無法讀寫。',
    '請檢查路徑，以及執行這個指令的使用者有沒有權限。',
    'A file or folder cannot be read or written.',
    'Check the path, and that the user who runs this program has access to it.',
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
    'The backup cannot be restored here.',
    'Restore it into a new data folder or database, using the same root key and version that were used to make the backup.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

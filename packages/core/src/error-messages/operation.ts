import { text, type LocalizedErrorText } from './error-text.js';

/** Errors that an operator sees when the gateway starts. */
export const operationErrors = {
  'data-folder-in-use': text(
    '資料夾正由另一個閘道程式使用。',
    '請先停止那個程式，或改用其他資料夾。',
    'Another process is using the data folder.',
    'Stop the other process or choose another folder.',
  ),
  'database-not-durable': text(
    '資料庫無法保證資料寫入磁碟。',
    '請檢查磁碟與套件版本；服務不會在此狀態下啟動。',
    'The database cannot guarantee that data are written to disk.',
    'Check the disk and the package versions; the service does not start until this is fixed.',
  ),
  'data-folder-not-private': text(
    '其他使用者可以讀取資料夾。',
    '請讓資料夾只屬於執行服務的使用者，並將權限設為 700（chmod 700）。',
    'Other users of this computer can read the data folder.',
    "Make the service's user the owner of the folder, and close it to others (chmod 700).",
  ),
  'database-incomplete': text(
    '資料庫資料夾缺少必要的檔案，為免資料遺失，未重新建立。',
    '請確認磁碟已掛載且路徑正確，並還原缺少的檔案；若無法還原，請保留這個資料夾，另用新的資料夾以「mhb-gateway restore」還原備份。',
    'Part of the database folder is missing. No new database was created, so nothing is lost.',
    'Check that the disk is mounted and the path is right, and bring the missing files back. If you cannot, keep the folder, specify a new data folder and run “mhb-gateway restore” with a backup.',
  ),
  'database-damaged': text(
    '資料庫已損毀，無法啟動。',
    '請保留這個資料夾，另用新的資料夾以「mhb-gateway restore」還原最近的備份。',
    'The database is damaged and does not start.',
    'Keep the folder, specify a new data folder and run “mhb-gateway restore” with the latest backup.',
  ),
  'database-unreachable': text(
    '連不上資料庫。',
    '請確認資料庫伺服器已啟動，且連線設定正確。',
    'The database does not respond.',
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
    'Correct the setting that the message names, then restart.',
  ),
  'root-key-wrong': text(
    '金鑰不是這個資料庫原來所用的那一把。',
    '請改回原來的 MHB_ROOT_KEY（或資料夾中的 keys/root.key）；換了金鑰，已存的資料都無法讀取。',
    'This is not the root key that the database was created with.',
    'Set MHB_ROOT_KEY to the former key, or put keys/root.key back into the data folder. Nothing that is stored can be read with another key.',
  ),
  'audit-trail-broken': text(
    '存取紀錄與當初寫入的不符。',
    '請保留資料庫、資料夾與紀錄檔的現況，追查誰能寫入資料庫；還原過資料庫的人可在確認後刪除 keys/audit-head.json，下次啟動時會以現有內容為準。',
    'The audit trail was changed after it was written.',
    'Keep the database, data folder and logs as they are, and find out who can write to the database. If you restored the database yourself, delete keys/audit-head.json: the next start accepts what is there.',
  ),
  'file-not-accessible': text(
    '檔案或資料夾無法讀寫。',
    '請檢查路徑，以及執行此指令的使用者是否有權限。',
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
    'Restore it into a new data folder or database, with the root key and the version that made it.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

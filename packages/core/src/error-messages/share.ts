import { text, type LocalizedErrorText } from './error-text.js';

/** Errors that occur when SMART Health Links and SMART Health Cards are created, opened or received. */
export const shareErrors = {
  'health-link-invalid': text(
    '這不是可以開啟的健康資料連結。',
    '請重新掃描 QR 碼，或確認貼上的連結是完整的。',
    'This is not a health link that can be opened.',
    'Scan the QR code again, or check that the whole link was pasted.',
  ),
  'health-link-newer': text(
    '這個連結使用較新的格式，這裡無法開啟。',
    '請更新程式，或請對方用其他方式提供資料。',
    'This link uses a newer format that this software cannot open.',
    'Update this software, or ask for the data in another way.',
  ),
  'health-link-gone': text(
    '這個連結已失效，可能是已經到期、被撤銷，或密碼輸入錯誤的次數太多。',
    '請對方重新分享一次。',
    'This link no longer works: it has expired, it was revoked, or somebody entered too many wrong passcodes.',
    'Ask the person to share the data again.',
  ),
  'health-link-passcode-required': text(
    '開啟這個連結需要密碼。',
    '請向分享的人詢問密碼。',
    'This link needs a passcode.',
    'Ask the person who shared the link for the passcode.',
  ),
  'health-link-passcode-wrong': text(
    '密碼不正確。',
    '請再確認一次；錯誤次數太多，連結就會失效。',
    'The passcode is not correct.',
    'Check the passcode; after too many wrong attempts, the link stops working.',
  ),
  'health-link-unreachable': text(
    '連不上存放資料的伺服器。',
    '請檢查網路後再試；如果還是不行，請對方重新分享。',
    'The server that holds the data cannot be reached.',
    'Check the network and try again; if it still fails, ask the person to share the data again.',
  ),
  'health-link-host-refused': text(
    '這個連結指向不允許的網址，所以沒有開啟。',
    '請確認連結是從哪裡來的；需要時，請系統管理人員把那個網站列入允許名單。',
    'This link leads to an address that is not allowed here; nothing was opened.',
    'Check where the link comes from. If you need to open it, ask the administrator to allow that site.',
  ),
  'health-link-damaged': text(
    '連結裡的資料不完整、已損壞，或無法用這個連結解開。',
    '請重新掃描；如果還是一樣，請對方重新分享。',
    'The data behind this link is incomplete, damaged, or cannot be decrypted with the link.',
    'Scan the code again; if this happens again, ask the person to share the data again.',
  ),
  'health-link-too-large': text(
    '要分享或開啟的資料太大。',
    '請減少要分享的內容，或縮短期間。',
    'There is too much data to share or open.',
    'Choose fewer sections, or a shorter period.',
  ),
  'health-links-off': text(
    '這個服務不提供連結分享。',
    '請改用列印或下載。',
    'This service does not offer sharing by link.',
    'Print or download instead.',
  ),
  'health-card-invalid': text(
    '這不是可以讀取的 SMART Health Card。',
    '請重新掃描，或請發卡單位重新提供。',
    'This is not a SMART Health Card that can be read.',
    'Scan the card again, or ask the issuer for a new one.',
  ),
} as const satisfies Record<string, LocalizedErrorText>;

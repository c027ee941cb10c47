/** A sentence for the person and what to do next, in one language. */
export interface ErrorText {
  readonly message: string;
  readonly remedy: string;
}

/** Both languages of one error. zh-Hant comes first because most readers of it are in Taiwan. */
export interface LocalizedErrorText {
  readonly 'zh-Hant': ErrorText;
  readonly en: ErrorText;
}

const text = (
  zhMessage: string,
  zhRemedy: string,
  enMessage: string,
  enRemedy: string,
): LocalizedErrorText => ({
  'zh-Hant': { message: zhMessage, remedy: zhRemedy },
  en: { message: enMessage, remedy: enRemedy },
});

/**
 * Every error code of mhb-kit with its words. The keys *are* the list of codes: `MhbErrorCode` derives from them, so a
 * code without a sentence in both languages does not compile. Codes are stable: never renamed, never reused.
 */
export const errorTexts = {
  // --- common
  internal: text(
    '發生未預期的問題。',
    '請再試一次；若仍發生，請聯絡服務窗口並告知錯誤代碼。',
    'Something unexpected went wrong.',
    'Please try again. If it happens again, contact support and mention the error code.',
  ),
  cancelled: text('已取消。', '需要時可以重新開始。', 'Cancelled.', 'You can start again whenever you like.'),

  // --- gateway
  'gateway-unreachable': text(
    '連不上健康存摺服務。',
    '請檢查網路連線後再試一次。',
    'The service cannot be reached.',
    'Check your network connection, then try again.',
  ),
  'service-unavailable': text(
    '服務暫時無法使用。',
    '請過幾分鐘再試。',
    'The service is not available right now.',
    'Please try again in a few minutes.',
  ),
  'login-failed': text(
    '登入失敗：卡片、身分證號或密碼不正確。',
    '請確認插入的是本人的健保卡並重新輸入密碼；尚未註冊或忘記密碼時，請使用登入頁的連結。',
    'Login failed: the card, the ID number or the password is not right.',
    'Check that the inserted card is yours and type the password again; if you have not registered or forgot the password, use the links on the login page.',
  ),
  'too-many-attempts': text(
    '嘗試次數過多，請稍候。',
    '請等待畫面上的時間結束後再登入。',
    'Too many attempts.',
    'Wait until the time shown is over, then log in again.',
  ),
  'challenge-expired': text(
    '登入等候過久，已失效。',
    '請再按一次登入。',
    'The login took too long and is no longer valid.',
    'Press log in once more.',
  ),
  'attestation-refused': text(
    '無法確認讀卡元件的簽章。',
    '請重新讀卡；若仍發生，請聯絡此設備的管理人員。',
    'The signature of the card bridge was not accepted.',
    'Read the card again; if it happens again, contact whoever looks after this computer.',
  ),
  'assurance-too-low': text(
    '此服務只接受已登錄的讀卡設備。',
    '請改用已登錄的電腦或櫃台的公用電腦登入。',
    'This service accepts only card readers it has enrolled.',
    'Log in from an enrolled computer or a kiosk.',
  ),
  'not-signed-in': text('尚未登入。', '請先登入。', 'You are not logged in.', 'Log in first.'),
  'session-expired': text(
    '登入已逾時，為保護您的資料已自動登出。',
    '請重新登入。',
    'Your session has ended to protect your data.',
    'Log in again.',
  ),
  'proof-refused': text(
    '無法確認這個請求來自您的瀏覽器。',
    '請重新整理頁面後再登入。',
    'This request could not be proved to come from your browser.',
    'Reload the page and log in again.',
  ),
  'proof-nonce-required': text(
    '安全驗證已更新。',
    '請再試一次。',
    'The security check was renewed.',
    'Try again.',
  ),
  'embedder-not-registered': text(
    '這個網站尚未獲准使用健康存摺服務。',
    '請由正式網站進入；網站管理者請向服務方登錄此網址。',
    'This website is not registered to use the service.',
    'Use the official website; if you run this site, ask the service to register its origin.',
  ),
  'secure-context-required': text(
    '這個頁面的連線不安全，無法登入。',
    '請改用 https 開頭的網址。',
    'This page is not secure, so logging in is not possible.',
    'Open the page by its https address.',
  ),
  'invalid-request': text(
    '送出的資料格式不正確。',
    '請檢查輸入內容後再試一次。',
    'What was sent is not in the right form.',
    'Check what you entered and try again.',
  ),
  'not-found': text('找不到這筆資料。', '請回到上一頁重新選取。', 'Not found.', 'Go back and choose again.'),
  'request-expired': text(
    '已超過七天的下載期限，資料已刪除。',
    '請重新申請資料。',
    'The seven days to download are over and the data were erased.',
    'Make a new request.',
  ),
  'request-not-ready': text(
    '資料還在處理中。',
    '請稍後按「重新整理」查看結果。',
    'The data are still being prepared.',
    'Wait a little and press refresh.',
  ),
  'nothing-selected': text(
    '請先「勾選」下載資料。',
    '至少勾選一項可下載的資料。',
    'Nothing is selected.',
    'Tick at least one item that can be downloaded.',
  ),
  'selection-unavailable': text(
    '勾選的資料中有目前無法下載的項目。',
    '請按「重新整理」後重新勾選。',
    'Something you selected cannot be downloaded.',
    'Press refresh and select again.',
  ),
  'range-not-satisfiable': text(
    '下載的續傳位置不正確。',
    '請重新下載。',
    'The download cannot continue from there.',
    'Start the download again.',
  ),
  'download-damaged': text(
    '下載的檔案不完整。',
    '請重新下載。',
    'The downloaded file is not complete.',
    'Download it again.',
  ),
  'too-many-requests': text(
    '操作太頻繁。',
    '請稍候再試。',
    'Too many requests.',
    'Wait a moment, then try again.',
  ),
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
} as const satisfies Record<string, LocalizedErrorText>;

export type MhbErrorCode = keyof typeof errorTexts;

/** The sentence and the next step for a code, in the language asked for (`zh…` or anything else for English). */
export function describeError(code: MhbErrorCode, locale: string): ErrorText {
  return errorTexts[code][locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en'];
}

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
  'ticket-invalid': text(
    '確認連結已失效。',
    '請「重寄確認信」，或重新申請註冊。',
    'The confirmation link is no longer valid.',
    'Have the mail sent again, or register anew.',
  ),
  'code-wrong': text(
    '驗證碼不正確。',
    '請重新輸入手機收到的驗證碼。',
    'The code is not right.',
    'Type the code that was sent to your mobile.',
  ),
  'code-expired': text(
    '驗證碼已失效。',
    '請再次開啟確認信中的連結，取得新的驗證碼。',
    'The code is no longer valid.',
    'Open the link of the mail again to get a new code.',
  ),
  'card-mismatch': text(
    '插入的健保卡與申請資料不符。',
    '請插入申請人本人的健保卡，並確認姓名與卡片相同。',
    'The card does not match the application.',
    'Insert the card of the person who applies, and check that the name is as on the card.',
  ),
  'password-not-acceptable': text(
    '密碼不符合規定。',
    '請依畫面上的規定設定密碼。',
    'The password does not meet the rules.',
    'Choose one that follows the rules shown.',
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

  // --- card
  'popup-blocked': text(
    '瀏覽器擋下了讀卡元件的視窗。',
    '請允許這個網站開啟彈出式視窗，再按一次按鈕。',
    'The browser blocked the window of the card bridge.',
    'Allow popups for this site and press the button again.',
  ),
  'no-service': text(
    '讀卡機服務沒有執行。',
    '請重新插拔讀卡機或重新開機後再試；可執行 mhb-card-bridge doctor 檢查。',
    'The card reader service is not running.',
    'Unplug the reader and plug it in again, or restart the computer. `mhb-card-bridge doctor` tells what is missing.',
  ),
  'no-reader': text(
    '找不到讀卡機。',
    '請接上讀卡機後再試一次。',
    'No card reader was found.',
    'Connect a card reader and try again.',
  ),
  'no-card': text(
    '讀卡機中沒有卡片。',
    '請插入健保卡後再試一次。',
    'There is no card in the reader.',
    'Insert your NHI card and try again.',
  ),
  'card-removed': text(
    '讀取時卡片被抽出。',
    '請重新插入卡片，讀取完成前請勿抽出。',
    'The card was removed while it was being read.',
    'Insert the card again and leave it in until reading is done.',
  ),
  'card-reset': text(
    '其他程式重設了卡片。',
    '請關閉其他使用讀卡機的程式後再試一次。',
    'Another program reset the card.',
    'Close other programs that use the reader and try again.',
  ),
  'reader-busy': text(
    '其他程式正在使用讀卡機。',
    '請關閉其他使用讀卡機的程式後再試一次。',
    'Another program is using the reader.',
    'Close other programs that use the reader and try again.',
  ),
  'card-mute': text(
    '卡片沒有回應。',
    '請取出卡片，確認晶片朝上且方向正確，擦拭晶片後重新插入。',
    'The card does not answer.',
    'Take the card out, check which way round the chip is, wipe it and insert it again.',
  ),
  'not-nhi-card': text(
    '這不是健保卡。',
    '請取出後改插入健保卡。',
    'This is not an NHI card.',
    'Take it out and insert your NHI card.',
  ),
  'bad-card-data': text(
    '卡片資料無法辨識。',
    '請重新插入卡片再試；若仍發生，請向健保署確認卡片狀況。',
    'The data on the card could not be understood.',
    'Insert the card again. If it happens again, ask the NHI about the card.',
  ),
  'middleware-missing': text(
    '缺少存取卡片所需的元件。',
    '請在這台電腦執行 mhb-card-bridge doctor，並依說明安裝。',
    'A part needed to reach the card is missing.',
    'Run `mhb-card-bridge doctor` on this computer and install what it names.',
  ),
  'cert-not-found': text(
    '卡片中沒有可用的簽章憑證。',
    '請插入自然人憑證；若已插入，請確認憑證是否仍有效。',
    'The card holds no certificate that can sign.',
    'Insert your Citizen Digital Certificate. If it is inserted, check whether it is still valid.',
  ),
  'cert-invalid': text(
    '憑證格式不正確。',
    '請重新插入自然人憑證後再試一次。',
    'The certificate has the wrong form.',
    'Insert your Citizen Digital Certificate again and try once more.',
  ),
  'cert-expired': text(
    '憑證已過期。',
    '請至內政部憑證管理中心網站或戶政事務所辦理展期或換發。',
    'The certificate has expired.',
    'Renew it on the MOICA website or at a household registration office.',
  ),
  'cert-not-yet-valid': text(
    '憑證尚未生效。',
    '請確認電腦的日期與時間，或待憑證生效後再試。',
    'The certificate is not valid yet.',
    'Check the date and time of the computer, or wait until it is valid.',
  ),
  'cert-wrong-purpose': text(
    '這張憑證不能用來登入。',
    '請使用自然人憑證。',
    'This certificate is not meant for logging in.',
    'Use your Citizen Digital Certificate.',
  ),
  'cert-untrusted': text(
    '憑證不是由信任的機關簽發。',
    '請使用內政部憑證管理中心簽發的自然人憑證。',
    'No trusted authority issued this certificate.',
    'Use a Citizen Digital Certificate issued by MOICA.',
  ),
  'cert-revoked': text(
    '憑證已廢止。',
    '請至戶政事務所重新申請自然人憑證。',
    'The certificate has been revoked.',
    'Apply for a new one at a household registration office.',
  ),
  'revocation-unavailable': text(
    '目前無法確認憑證是否有效。',
    '請稍後再試。',
    'Whether the certificate is still good cannot be checked at the moment.',
    'Try again later.',
  ),
  'signature-invalid': text(
    '登入簽章不正確。',
    '請重新整理頁面後再登入一次。',
    'The signature of this login is not right.',
    'Reload the page and log in again.',
  ),
  'id-mismatch': text(
    '身分證號與憑證不符。',
    '請確認輸入的身分證號，並使用本人的自然人憑證。',
    'The national ID does not match the certificate.',
    'Check the number that you typed, and use your own certificate.',
  ),
  'pin-incorrect': text(
    'PIN 碼不正確。',
    '請確認後再輸入；連續錯誤會鎖卡。',
    'The PIN is not correct.',
    'Check it before you try again: the card locks after repeated mistakes.',
  ),
  'pin-format': text(
    'PIN 碼格式不符。',
    '請輸入 6 至 8 位數字。',
    'The PIN does not have the right form.',
    'Enter 6 to 8 digits.',
  ),
  'pin-locked': text(
    'PIN 碼已鎖住。',
    '請至內政部憑證管理中心網站或戶政事務所辦理鎖卡解碼。',
    'The PIN is locked.',
    'Have the card unlocked on the MOICA website or at a household registration office.',
  ),
  'user-cancelled': text(
    '您已取消操作。',
    '需要時可以重新開始。',
    'You cancelled the operation.',
    'You can start again whenever you like.',
  ),
  'user-timeout': text(
    '等候確認逾時。',
    '請再試一次，並在讀卡元件的視窗中確認。',
    'Waiting for your confirmation took too long.',
    'Try again and confirm in the window of the card bridge.',
  ),
  'origin-not-allowed': text(
    '這個網站未獲准使用讀卡元件。',
    '若您信任此網站，請在讀卡元件的設定中加入它。',
    'This site may not use the card bridge.',
    'If you trust this site, add it to the settings of the card bridge.',
  ),
  'pairing-required': text(
    '這個網站需要您的同意才能讀卡。',
    '請在讀卡元件的視窗中核對號碼並同意。',
    'This site needs your consent to read the card.',
    'Compare the code in the window of the card bridge and allow it.',
  ),
  'pairing-denied': text(
    '您未同意這個網站讀卡。',
    '若要繼續，請再試一次並選擇同意。',
    'You did not allow this site to read the card.',
    'To go on, try again and choose to allow it.',
  ),
  busy: text(
    '讀卡機正在處理另一個要求。',
    '請等候目前的操作完成後再試一次。',
    'The reader is busy with another request.',
    'Wait until it is done and try again.',
  ),
  'nonce-too-short': text(
    '登入要求的驗證碼格式不符。',
    '請重新整理頁面後再試一次。',
    'The challenge of this login has the wrong form.',
    'Reload the page and try again.',
  ),
  'permission-denied': text(
    '瀏覽器不允許這個網站連接本機的讀卡元件。',
    '請在網址列旁的網站設定中，允許「區域網路存取」後再試一次。',
    'The browser does not let this site reach the card bridge on this computer.',
    'Allow "local network access" in the site settings beside the address bar and try again.',
  ),
  'bridge-not-installed': text(
    '找不到讀卡元件。',
    '請確認讀卡元件已安裝並執行，且已允許這個網站使用。',
    'The card bridge was not found.',
    'Check that the card bridge is installed and running, and that it allows this site.',
  ),
  'component-not-installed': text(
    '找不到讀卡元件。',
    '請確認元件已安裝並執行，再試一次。',
    'The card component was not found.',
    'Check that it is installed and running, then try again.',
  ),
  'bridge-not-trusted': text(
    '這台電腦上的讀卡元件不是登記的那一個。',
    '請勿讀卡，並請機台管理人員確認讀卡元件。',
    'The card bridge on this computer is not the one that was enrolled.',
    'Do not use your card here. Ask whoever runs this computer to check the card bridge.',
  ),
  'bridge-disconnected': text(
    '與讀卡元件的連線中斷。',
    '請確認讀卡元件仍在執行，再試一次。',
    'The connection to the card bridge was lost.',
    'Check that the card bridge is still running and try again.',
  ),
  incompatible: text(
    '讀卡元件的版本不合。',
    '請更新讀卡元件後再試一次。',
    'The version of the card bridge does not fit.',
    'Update the card bridge and try again.',
  ),

  // --- passbook
  'passbook-empty': text(
    '檔案是空的。',
    '請重新下載健康存摺，再開啟一次。',
    'The file is empty.',
    'Download the passbook again, then open it once more.',
  ),
  'passbook-too-large': text(
    '檔案太大，無法開啟。',
    '請確認選取的是健康存摺；資料年份較多時，請分次下載後再開啟。',
    'The file is too large to open.',
    'Check that it is a passbook; if it covers many years, download it in parts.',
  ),
  'passbook-is-archive': text(
    '這是壓縮檔，尚未解開。',
    '請先以密碼開啟壓縮檔，再讀取其中的健康存摺。',
    'This is a ZIP archive that has not been opened.',
    'Open the archive with its password first, then read the passbook inside.',
  ),
  'passbook-not-recognized': text(
    '這不是健康存摺檔案。',
    '請選取從健康存摺下載的 JSON、XML 或 HTML 檔，或整個壓縮檔。',
    'This is not a passbook.',
    'Choose the JSON, XML or HTML file downloaded from My Health Bank, or the whole ZIP archive.',
  ),
  'passbook-damaged': text(
    '健康存摺檔案不完整或已損壞，沒有讀取任何內容。',
    '請重新下載後再開啟；不要用文字編輯器改過的檔案。',
    'The passbook is incomplete or damaged; nothing was read.',
    'Download it again and open that file, not one changed in a text editor.',
  ),
  'passbook-different-people': text(
    '這些健康存摺屬於不同的人，不能合併。',
    '請只選取同一個人的檔案。',
    'These passbooks belong to different people and cannot be joined.',
    'Choose files of one person only.',
  ),

  // --- archive
  'wrong-password': text(
    '密碼不正確，或檔案已損壞。',
    '預設密碼是身分證字號（英文字母大寫）；若確定密碼無誤，請重新下載檔案。',
    'The password is wrong, or the file is damaged.',
    'It is the national ID number with a capital letter unless you chose another. If you are sure of it, download the file again.',
  ),
  'password-required': text(
    '這個檔案需要密碼。',
    '請輸入密碼；預設是身分證字號（英文字母大寫）。',
    'This file needs a password.',
    'Enter it: the national ID number with a capital letter unless you chose another.',
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
    'The archive is incomplete; its download may have been cut off.',
    'Download the file again.',
  ),
  'archive-corrupt': text(
    '壓縮檔已損壞，內容未通過檢查。',
    '請重新下載檔案；損壞的內容不會顯示。',
    'The archive is damaged: its content fails the check.',
    'Download the file again. Nothing damaged is shown.',
  ),
  'archive-headers-disagree': text(
    '壓縮檔對同一個檔案有兩種說法，可能遭人竄改。',
    '請從原來的地方重新下載，不要使用這個檔案。',
    'The archive says two different things of the same file; it may have been tampered with.',
    'Download it again from where it came, and do not use this copy.',
  ),
  'archive-size-disagrees': text(
    '檔案內容的長度與壓縮檔記載的不符。',
    '請重新下載檔案；不符的內容不會顯示。',
    'A file in the archive is not as long as the archive says.',
    'Download the archive again. Nothing of that file is shown.',
  ),
  'archive-entries-overlap': text(
    '壓縮檔內的檔案彼此重疊，這是惡意檔案常見的手法。',
    '請勿使用這個檔案，並從原來的地方重新下載。',
    'Files in the archive overlap, as they do in archives made to do harm.',
    'Do not use this file; download it again from where it came.',
  ),
  'archive-unreadable': text(
    '無法讀取檔案，可能已被移動、刪除或更改。',
    '請重新選擇檔案。',
    'The file could not be read. It may have been moved, deleted or changed.',
    'Choose the file again.',
  ),
  'unsupported-method': text(
    '壓縮檔使用了不支援的壓縮方式。',
    '請用 7-Zip 解開，再選擇裡面的檔案。',
    'The archive uses a compression that is not supported.',
    'Unpack it with 7-Zip and choose the files inside.',
  ),
  'strong-encryption': text(
    '壓縮檔使用了不支援的加密方式（PKWARE Strong Encryption）。',
    '請用建立它的程式解開，再選擇裡面的檔案。',
    'The archive is locked in a way that is not supported (PKWARE Strong Encryption).',
    'Unpack it with the program that made it and choose the files inside.',
  ),
  'split-archive': text(
    '這是分割壓縮檔的其中一部分。',
    '請先用 7-Zip 合併所有部分，再選擇合併後的檔案。',
    'This is one part of an archive that was split over several files.',
    'Join all parts with 7-Zip and choose the result.',
  ),
  'limit-exceeded': text(
    '壓縮檔超出安全上限，因此未開啟。',
    '請確認檔案來自健康存摺；若是，請聯絡服務窗口。',
    'The archive goes beyond what is safe to open.',
    'Make sure that it came from My Health Bank. If it did, contact support.',
  ),
  'archive-name-unsafe': text(
    '檔案名稱不能放進壓縮檔。',
    '請改用一般的檔名，不含路徑、控制字元或系統保留字。',
    'A file has a name that must not go into an archive.',
    'Use a plain name without paths, control characters or reserved words.',
  ),
  'archive-name-duplicate': text(
    '壓縮檔裡有兩個同名的檔案。',
    '請更改其中一個的名稱；只有大小寫不同也算同名。',
    'Two files in the archive would have the same name.',
    'Rename one of them. Names that differ only in case count as the same.',
  ),

  // --- command line
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

export type MhbErrorCode = keyof typeof errorTexts;

/** The sentence and the next step for a code, in the language asked for (`zh…` or anything else for English). */
export function describeError(code: MhbErrorCode, locale: string): ErrorText {
  return errorTexts[code][locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en'];
}

/**
 * The Chinese texts of the component reference: `about` describes a component; then come its properties,
 * methods, events, slots, parts and custom properties by name. A name that a component does not describe has
 * the text in `common`.
 */

export const common: Readonly<Record<string, string>> = {
  accounts: '閘道的帳號用戶端；未設定時使用 provider 的帳號用戶端。',
  calendar: '紀年方式：`roc`（民國）或 `gregorian`（西元）。預設中文用民國，其他語言用西元。',
  cards: '連接讀卡機的方式，依優先順序排列；未設定時使用 provider 的設定。',
  client: '閘道的用戶端；未設定時使用 provider 的用戶端。',
  clock: '目前時間；供測試與 stories 使用。',
  field: '每一個欄位與欄位的標籤。',
  focus: '把焦點移到標題。',
  frame: '元件的外框。',
  hidden: '隱藏時不使用讀卡機。',
  loginHref: '「回登入頁」的網址；未設定時，按鈕只會發出 `mhb-show-login`。',
  'mhb-show-login': '按下了「回登入頁」；由網頁自行處理時，請呼叫 `preventDefault()`。',
  notice: '每一則訊息。',
  reader: '讀卡機與卡片的狀態。',
  submit: '繼續的按鈕。',
  theme: '`light`（淺色）、`dark`（深色）或 `auto`（依使用者的系統設定）；未設定時依網頁的 `color-scheme`。',
  translations: '其他語言或不同的用詞，依語言代碼與元件列出。',
};

export const components: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'mhb-account': {
    about:
      '本人的帳號，包括帳號資料異動、健保卡註冊密碼變更、不需要驗證碼的電腦、憑證、停用帳號、登入紀錄與存取紀錄。聯絡方式只顯示一部分。任何變更都要輸入目前的密碼；新信箱要點選電子郵件中的連結，新手機號碼要輸入簡訊驗證碼，才會生效。',
    show: '設為 `passkeys` 時只顯示通行密鑰，例如用在機台；閘道不接受通行密鑰時不顯示任何內容。',
    'mhb-account-changed': '本人完成了一項變更，`event.change` 說明是哪一項。',
    part: '帳號頁的每一個部分。',
    submit: '每個表單的按鈕。',
  },
  'mhb-account-recovery': {
    about:
      '換卡、換手機或恢復帳號。供無法以原來方式登入的人使用，包括換新卡、身分證號變更、手機遺失（代碼以信件郵寄）、憑證更新與帳號停用，也可以立即停用帳號。元件會先詢問民眾的情形，只要求必要的資料，並說明下一步；無法線上辦理時，會說明該帶什麼、到哪裡辦理。各步驟在第一次顯示時才載入。元件隱藏時會清除已輸入的內容；在機台上，抽出卡片時也會清除。',
    'mhb-account-recovered': '已辦理完成，`event.change` 說明是哪一項。',
    choice: '可以選擇的每一種情形。',
  },
  'mhb-activation': {
    about:
      '電子郵件中的連結所開啟的頁面：以卡片與簡訊驗證碼確認註冊，或確認新的信箱。從網址（`#ticket=…`）讀取代碼後，會立即從網址移除，以免留給下一位使用者。有些程式會自動開啟電子郵件中的連結，為避免代碼因此失效，本人按下按鈕之後才會送出。',
    confirms: '這個代碼要確認什麼：`registration`（註冊）或 `email`（帳號的新信箱）。',
    ticket: '代碼不在網頁的網址中時使用，例如民眾在機台上照著電子郵件輸入。',
    'mhb-account-activated': '認證成功，可以登入了。',
  },
  'mhb-announcements': {
    about:
      '營運者的公告事項，重要的排在前面。內容由閘道提供，有中文與英文。重要公告會直接展開，其他公告點選後展開。',
    limit: '最多顯示幾則。',
    announcement: '每一則公告。',
    notice: '公告無法載入時顯示的訊息。',
  },
  'mhb-environment-check': {
    about:
      '環境檢測與安裝：檢查這台電腦是否已經可以使用，還不行時會說明處理方式。顯示期間會持續偵測讀卡機，插入卡片後，該項目會變成綠色。',
    check: '每一個檢查項目。',
    notice: '檢查結果。',
  },
  'mhb-getting-started': {
    about: '新手上路 3 步驟：第一次登入前需要準備的東西。',
    checkHref: '「環境檢測」放在其他網頁時的網址。',
    card: '步驟 1 下方，例如到哪裡申請卡片。',
    reader: '步驟 2 下方。',
    check: '步驟 3 下方，可放 `<mhb-environment-check>`。',
    step: '每一個步驟。',
    notice: '提醒勿使用檔案分享軟體。',
  },
  'mhb-help': {
    about:
      '電話、電子郵件、使用手冊、常見問題，以及表單樣本（以虛構民眾的健康存摺開啟檢視器）。顯示營運者撰寫的 `help`、`manual`、`questions` 與 `sample` 頁面；營運者還沒有撰寫問答時，會顯示預設的問答。開啟樣本時才會載入檢視器。',
    telephone: '諮詢電話，例如 `0800-030-598`。',
    email: '諮詢用的電子郵件地址。',
    manualHref: '使用手冊放在其他網頁時的網址。',
    '(default)': '網頁要加在最後面的內容。',
    part: '使用說明的每一個部分。',
    question: '每一則問題與答案。',
  },
  'mhb-idle-guard': {
    about:
      '用於公用電腦：一段時間沒有操作，或抽出卡片時，自動結束登入。結束前會先顯示倒數警告，使用者有任何操作就停止倒數。時間到了就登出，關閉同一個 provider 裡的所有健康存摺，並以 `mhb-session-end` 通知網頁。沒有登入、但開著健康存摺時，也會偵測是否有人操作；以其他方式登出時，同樣會關閉健康存摺。',
    idleSeconds: '多少秒沒有操作就顯示警告。',
    warningSeconds: '警告後等待回應的秒數；WCAG 2.2.1 要求至少 20 秒。',
    watchCard: '抽出卡片時是否結束登入，例如用在機台上。',
    end: '立即結束登入，可供網頁自己的「結束」按鈕使用。畫面會馬上清除；通知閘道之後（或確定無法連線時）完成。',
    'mhb-session-end': '登入已結束，`event.reason` 說明原因。',
    notice: '最後顯示的訊息。',
  },
  'mhb-keypad': {
    about:
      '供沒有鍵盤的機台使用的螢幕鍵盤，文字會輸入到最後選取的欄位。欄位可以在網頁上，也可以在任何元件裡；點按按鍵時，欄位不會失去焦點。',
    scrambled: '每次選取欄位時重新排列數字，避免旁人看出輸入的內容。',
    digitsOnly: '只顯示數字鍵，例如輸入簡訊驗證碼時。',
    key: '每一個按鍵。',
    '--mhb-target-size': '可點按範圍的最小尺寸。',
    '--mhb-key-size': '按鍵的最小邊長。',
  },
  'mhb-login-box': {
    about:
      '以健保卡與密碼，或以自然人憑證登入；也顯示目前登入的人，並可登出。不儲存任何資料：登入狀態只在記憶體中，密碼送出後立即從欄位清除。PIN 碼一律在讀卡元件的視窗輸入。在其他單位的網頁（`mode="connect"`）只有一個按鈕，網頁看不到密碼與 PIN 碼。',
    mode: '`direct`：用於營運者自己的網頁，直接在登入框輸入密碼。`connect`：用於其他單位的網頁，按鈕會開啟閘道自己的網頁。',
    clientId: '搭配 `mode="connect"`：營運者為這個網頁登記的代號。',
    redirectUri:
      '搭配 `mode="connect"`：登入後返回的網址，必須與登記的相同；預設為目前的網頁（不含查詢字串）。',
    registerHref: '「首次申請密碼」的網址；未設定時，連結只會發出 `mhb-register`。',
    forgotHref: '「忘記密碼」的網址；未設定時，連結只會發出 `mhb-forgot-password`。',
    recoveryHref: '「換卡、換手機或恢復帳號」的網址；未設定時，連結只會發出 `mhb-recover-account`。',
    'mhb-login': '已登入；`event.session` 只含本人的部分資料。',
    'mhb-logout': '登入已結束。',
    'mhb-login-error': '登入失敗，`event.code` 說明原因。',
    'mhb-register': '按下了「首次申請密碼」；由網頁自行處理時，請呼叫 `preventDefault()`。',
    'mhb-forgot-password': '按下了「忘記密碼」；由網頁自行處理時，請呼叫 `preventDefault()`。',
    'mhb-recover-account': '按下了「換卡、換手機或恢復帳號」；由網頁自行處理時，請呼叫 `preventDefault()`。',
    heading: '用來取代頁籤上方的標題。',
    announcements: '登入前要讓所有人看到的公告。',
    links: '用來取代表單下方的「首次申請密碼」、「忘記密碼」與「換卡、換手機或恢復帳號」。',
    tab: '每一個頁籤。',
    submit: '「確認」按鈕。',
    '--mhb-color-accent': '連結、頁籤與主要按鈕的顏色。',
    '--mhb-button-background': '主要按鈕的顏色，與強調色不同時設定。',
  },
  'mhb-passbook-viewer': {
    about:
      '開啟從健康存摺下載的檔案，並說明內容。只需要檔案，所有處理都在瀏覽器中完成：內容不會傳到網路上；除非本人要求，也不會儲存。檔案內容一律當作文字顯示，不會當作網頁程式碼執行。',
    section:
      '目前的頁面：`overview`、`timeline`、`medications` 或檢視器的其他頁面；也可以是類別的代號（例如 `premium-billing`），會前往包含該類別的頁面。設定後會前往該頁的開頭並結束搜尋，與使用導覽列相同；可用來直接連到某一頁。換頁時會發出 `mhb-section-change`。',
    kiosk: '在公用電腦上不能把健康存摺保存在瀏覽器；provider 的 `kiosk` 有相同效果。',
    issuers: '除了 provider 的閘道之外，還信任哪些單位在壓縮檔上的簽章。',
    birthYear:
      '本人的出生年（西元），用來判斷與年齡有關的參考範圍與檢查。健康存摺沒有記載出生年，民眾可以在需要的頁面輸入；網頁若已知道，也可以設定。只保留在記憶體中，關閉健康存摺時清除。',
    officialDrugs:
      '由 `mhb knowledge build` 合併的政府藥品檔案。檢視器會一併用來說明藥品，並顯示授權與日期。',
    clock: '計算「還有幾天」所依據的日期；供測試與 stories 使用。',
    passbook: '目前開啟的健康存摺。',
    view: '以 JSON 表示檢視器目前的狀態：頁面、搜尋、篩選、展開與比較的項目。設定先前取得的值就能回到當時的狀態，沒有寫的部分維持不變。狀態改變時會發出 `mhb-view-change`。',
    open: '開啟檔案；如果已經開啟健康存摺，會合併進去。完成後傳回是否讀取成功。',
    focus: '把焦點移到密碼欄位；沒有密碼欄位時，移到頁面的標題或第一個欄位。',
    close: '關閉健康存摺並從記憶體清除。已保存在瀏覽器中的健康存摺不會刪除，仍以加密方式保存。',
    print: '列印健康存摺的頁面，預設為一頁摘要；不會印出網頁的其他部分。',
    'mhb-passbook-open': '健康存摺已開啟、加入了新的資料，或改為顯示另一個人的存摺。',
    'mhb-passbook-export': '即將儲存檔案；要存到別處時，請呼叫 `preventDefault()`。',
    'mhb-section-change': '已切換到健康存摺的另一頁。',
    'mhb-view-change': '頁面中的狀態改變：搜尋、篩選或展開圖表。',
    'mhb-visit-card': '即將列印給醫師的就醫卡；呼叫 `event.add(node)` 可以加入內容。',
    'mhb-passbook-close': '健康存摺已關閉並從記憶體清除，或由另一個人的存摺取代。',
    drop: '放置檔案的區域。',
    disclaimer: '說明健康存摺的資料來源，並提醒不是病歷。',
    '--mhb-chart-line': '圖表的線條。',
    '--mhb-chart-band': '圖表中的參考範圍。',
  },
  'mhb-password-reset': {
    about:
      '忘記密碼：插入卡片後，以電子郵件寄出一次性密碼，再用來設定新密碼。不論卡片是否註冊過，顯示的內容都相同。一次性密碼不能用來登入，設定新密碼時還要再讀一次卡片。',
    'mhb-password-chosen': '新密碼已生效。',
  },
  'mhb-provider': {
    about:
      '把閘道、讀卡機、語言與外觀提供給裡面的元件，本身不顯示任何內容。同一頁可以有多個，彼此獨立。若登入框旁放了 `<mhb-registration hidden>`、`<mhb-password-reset hidden>` 或 `<mhb-account-recovery hidden>`，需要時會改為顯示這些元件，完成後再顯示登入框。',
    gateway: '閘道的網址，例如 `https://passbook.example.tw`。',
    kiosk: '是否為公用電腦。公用電腦不提供「記住」的選項，可點按的範圍也較大。',
    client: '您自己建立的用戶端，用來取代由 `gateway` 建立的用戶端。',
    accounts: '您自己建立的帳號用戶端，用於註冊、啟用與忘記密碼。',
    cards: '連接讀卡機的方式，依優先順序排列；預設為讀卡元件。',
    bridgeDownloads: '供沒有讀卡元件的人下載的資料夾，由 `npm run package` 產生。',
    translations: '供內部所有元件使用的其他語言或不同用詞。',
    activeClient: '內部元件使用的用戶端，也就是 `client`，或由 `gateway` 建立的用戶端。',
    '(default)': '網頁內容，元件可放在其中任何位置。',
  },
  'mhb-receive': {
    about:
      '供醫療人員接收病人分享的資料：掃描或貼上 SMART Health Link，查看摘要，按下按鈕後帶入系統。連結若指向閘道或 `hosts`，由網頁直接下載；其他連結由閘道代為下載，因此頁面的內容安全政策可以維持嚴格。網址 `#` 之後的連結會立即開啟，並從網址移除。',
    recipient: '病人會看到的接收者名稱：醫院與科別。',
    hosts: '網頁的內容安全政策允許直接存取的來源，以空格分隔。',
    issuers: '網頁信任的 SMART Health Card 發卡單位；預設為空白，不會驗證任何卡片。',
    open: '開啟連結，與掃描 QR 碼的效果相同。完成後傳回是否有內容可以查看。',
    close: '從記憶體清除收到的內容。',
    'mhb-receive': '醫療人員按下帶入；`event.received` 含有 FHIR 資源。',
    viewer: '連結附有健康存摺時，用來顯示的 `<mhb-passbook-viewer>`。',
    summary: '收到的內容。',
    take: '帶入系統的按鈕。',
  },
  'mhb-registration': {
    about:
      '健保卡網路服務註冊：以健保卡註冊。卡片資料按「讀取」取得，不用手動輸入，送出表單時會再讀一次。每一項錯誤都寫在欄位旁。送出之前，輸入的內容會留在欄位中。之後本人以電子郵件中的連結確認，見 `<mhb-activation>`。',
    clientId: '引導民眾前來註冊的網站代號；確認信中的連結會回到該網站。',
    mailAdviceDomains:
      '經常收不到服務電子郵件的網域，以空格分隔，例如 `yahoo.com.tw hotmail.com`。填寫這類信箱時會提醒，但仍可使用。',
    'mhb-application-sent': '申請已送出。',
  },
  'mhb-request-table': {
    about: '供民眾申請與下載健康存摺的資料。',
    shownRequest: '目前顯示的申請：按放大鏡選取的那一筆；沒有選取時，為最近一筆。',
    'mhb-request-created': '已建立一筆申請。',
    'mhb-download': '即將儲存壓縮檔；要存到別處時，請呼叫 `preventDefault()`。',
    'mhb-open-archive': '即將開啟壓縮檔；provider 會交給裡面的檢視器。',
    read: '「看我的健康存摺」按鈕。',
    apply: '「資料申請」按鈕。',
    table: '結果表格。',
    download: '「下載」按鈕。',
    '--mhb-color-accent': '標記與主要按鈕的顏色。',
  },
  'mhb-share': {
    about:
      '把摘要或選擇的項目分享給醫療人員：以 QR 碼呈現 SMART Health Link，設有密碼與期限，並列出誰開啟過。資料在網頁中加密，閘道只存放密文；金鑰只在 QR 碼裡。',
    passbook: '可以分享的健康存摺；預設為同一個 `<mhb-provider>` 中檢視器開啟的。',
    viewer: '能開啟連結的網頁網址，設定後任何相機都能開啟 QR 碼；未設定時，QR 碼只含連結本身。',
    'mhb-share': '本人建立了連結；事件中不含連結本身。',
    form: '要分享什麼、如何分享。',
    qr: 'QR 碼。',
    submit: '產生 QR 碼的按鈕。',
  },
};

/**
 * The Chinese texts of the component reference: `about` describes a component; then come its properties,
 * methods, events, slots, parts and custom properties by name. A name that a component does not describe has
 * the text in `common`.
 */

export const common: Readonly<Record<string, string>> = {
  accounts: '呼叫閘道帳號功能的用戶端。沒有設定時，使用 provider 的用戶端。',
  calendar: '年份的寫法：`roc`（民國年）或 `gregorian`（西元年）。預設中文用民國年，其他語言用西元年。',
  cards: '連接讀卡機的方式，最優先的排在最前面。沒有設定時，使用 provider 的設定。',
  client: '呼叫閘道的用戶端。沒有設定時，使用 provider 的用戶端。',
  clock: '目前的時間。供測試與 Storybook 使用。',
  field: '每個欄位，包含欄位的標籤。',
  focus: '把焦點移到標題。',
  frame: '元件的外框。',
  hidden: '元件隱藏時，不會使用讀卡機。',
  loginHref: '「回登入頁」的網址。沒有設定時，按下按鈕只會發出 `mhb-show-login`。',
  'mhb-show-login': '使用者按了「回登入頁」。如果由網頁自行處理，請呼叫 `preventDefault()`。',
  notice: '每一則訊息。',
  reader: '讀卡機與卡片的狀態。',
  submit: '前往下一步的按鈕。',
  theme:
    '`light`（淺色）、`dark`（深色）或 `auto`（依照使用者的系統設定）。沒有設定時，依照網頁的 `color-scheme`。',
  translations: '其他語言的翻譯，或替換的文字，依照語言代碼與元件分別列出。',
};

export const components: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'mhb-account': {
    about:
      '使用者自己的帳號頁面，包括帳號資料異動、健保卡註冊密碼變更、不需要驗證碼的電腦、憑證、停用帳號、登入清單與存取紀錄。聯絡方式會遮蔽一部分。要變更任何資料，都必須輸入目前的密碼。更換信箱時，使用者要打開寄到新信箱的連結；更換手機號碼時，要輸入傳到新號碼的驗證碼；完成後，變更才會生效。',
    show: '設成 `passkeys` 時，只顯示通行密鑰，例如在機台上使用。如果閘道不接受通行密鑰，就什麼都不顯示。',
    'mhb-account-changed': '使用者變更了某項資料，`event.change` 會說明是哪一項。',
    part: '帳號頁面的每個部分。',
    submit: '每個表單的按鈕。',
  },
  'mhb-account-recovery': {
    about:
      '換卡、換手機或恢復帳號，給無法用原來方式登入的人使用。可以辦理的情形有：換新卡、身分證號變更、遺失手機（代碼用信件郵寄）、換發憑證，以及帳號已停用；也可以立即停用帳號。元件會先詢問發生什麼事，只要求必要的資料，並說明下一步。如果有些事無法線上辦理，元件會請使用者找工作人員，並說明要帶什麼。各個步驟的程式在第一次顯示元件時才載入。元件隱藏時，會清除輸入的內容；在機台上，抽出卡片時也會清除。',
    'mhb-account-recovered': '辦理完成，`event.change` 會說明辦了哪一項。',
    choice: '每一個可以選擇的情形。',
  },
  'mhb-activation': {
    about:
      '使用者打開電子郵件裡的連結，就會看到這個元件。這個元件用健保卡與簡訊驗證碼確認註冊，或確認新的信箱。元件從網址（`#ticket=…`）讀取代碼後，會立即把代碼從網址移除，下一位使用者就無法使用。有些程式會自動打開電子郵件裡的連結；代碼可能因此用掉，所以元件會等使用者按下按鈕，才送出代碼。',
    confirms: '這個代碼用來確認什麼：`registration`（註冊）或 `email`（帳號的新信箱）。',
    ticket: '如果代碼不在網頁的網址裡，請設定這個屬性，例如在機台上，由使用者照著電子郵件輸入。',
    'mhb-account-activated': '認證成功，使用者可以登入了。',
  },
  'mhb-announcements': {
    about:
      '營運者的公告事項，重要的排在前面。公告由閘道提供，有中文與英文。重要的公告會直接展開，其他公告要按一下才會展開。',
    limit: '最多顯示幾則公告。',
    announcement: '每一則公告。',
    notice: '無法載入公告時顯示的訊息。',
  },
  'mhb-environment-check': {
    about:
      '環境檢測與安裝：檢查這台電腦能不能使用；還不能的話，會說明怎麼處理。元件顯示時會持續偵測讀卡機，插入健保卡後，該項目就會變成綠色。',
    check: '每一個檢查項目。',
    notice: '整體的檢查結果。',
  },
  'mhb-getting-started': {
    about: '新手上路 3 步驟：第一次登入之前要準備什麼。',
    checkHref: '如果「環境檢測」在另一個網頁，請填寫網址。',
    card: '放在步驟 1 下方的內容，例如到哪裡申請卡片。',
    reader: '放在步驟 2 下方的內容。',
    check: '放在步驟 3 下方的內容，可以放 `<mhb-environment-check>`。',
    step: '每一個步驟。',
    notice: '警告訊息，請使用者不要使用檔案分享軟體。',
  },
  'mhb-help': {
    about:
      '聯絡電話、電子郵件、使用手冊、常見問題，以及表單樣本（在檢視器裡顯示虛構人物的健康存摺）。內容來自營運者撰寫的 `help`、`manual`、`questions` 與 `sample` 網頁；營運者還沒有撰寫時，會顯示我們準備的常見問題。使用者打開樣本時，才會載入檢視器。',
    telephone: '諮詢電話，例如 `0800-030-598`。',
    email: '諮詢用的電子郵件地址。',
    manualHref: '如果使用手冊是另一份文件，請填寫網址。',
    '(default)': '網頁要加在最後面的內容。',
    part: '每一個部分。',
    question: '每一個問題與回答。',
  },
  'mhb-idle-guard': {
    about:
      '用於公用電腦：一段時間沒有人操作，或抽出卡片時，就自動登出。登出之前會先顯示警告並倒數，使用者只要有回應，就停止倒數。時間到了就會登出，關閉同一個 provider 裡所有的健康存摺，並用 `mhb-session-end` 通知網頁。就算沒有登入，只要打開了健康存摺，也會偵測有沒有人操作。用其他方式登出時，同樣會關閉健康存摺。',
    idleSeconds: '幾秒沒有操作，就顯示警告。',
    warningSeconds: '顯示警告後，等待回應的秒數。WCAG 2.2.1 要求至少 20 秒。',
    watchCard: '抽出卡片時是否登出，例如在機台上。',
    end: '立即登出，可以讓網頁自己的「結束」按鈕呼叫。畫面會馬上清除；等到閘道收到通知，或確定連不上閘道，promise 才會完成。',
    'mhb-session-end': '已經登出，`event.reason` 會說明原因。',
    notice: '最後顯示的訊息。',
  },
  'mhb-keypad': {
    about:
      '給沒有鍵盤的機台使用的螢幕鍵盤，會把文字輸入到最後選取的欄位。欄位可以在網頁上，也可以在任何元件裡；使用者按下按鍵時，欄位不會失去焦點。',
    scrambled: '每次選取欄位時，都會重新排列數字，以免旁邊的人看出輸入的內容。',
    digitsOnly: '只顯示數字，例如輸入簡訊驗證碼時。',
    key: '每一個按鍵。',
    '--mhb-target-size': '按鈕等可以按的地方，尺寸至少要多大。',
    '--mhb-key-size': '按鍵的最小邊長。',
  },
  'mhb-login-box': {
    about:
      '讓使用者用健保卡與密碼登入，或用自然人憑證登入；登入後會顯示目前是誰登入，也可以登出。元件不會儲存任何資料：登入狀態只存在用戶端的記憶體，密碼送出後會立即從欄位清除。PIN 碼只在讀卡元件的視窗輸入。在其他單位的網頁（`mode="connect"`），元件只有一個按鈕，網頁看不到密碼與 PIN 碼。',
    mode: '`direct` 用於營運者自己的網頁，使用者直接在登入框輸入密碼。`connect` 用於其他單位的網頁，按下按鈕就會打開閘道自己的網頁。',
    clientId: '採用 `mode="connect"` 時，營運者為這個網頁登記的代號（client ID）。',
    redirectUri:
      '採用 `mode="connect"` 時，登入後要回到哪個網址，必須和登記的相同。預設是目前網頁的網址，不含查詢字串。',
    registerHref: '「首次申請密碼」的網址。沒有設定時，按下連結只會發出 `mhb-register`。',
    forgotHref: '「忘記密碼」的網址。沒有設定時，按下連結只會發出 `mhb-forgot-password`。',
    recoveryHref: '「換卡、換手機或恢復帳號」的網址。沒有設定時，按下連結只會發出 `mhb-recover-account`。',
    'mhb-login': '使用者已經登入。`event.session` 只有使用者的部分資料。',
    'mhb-logout': '使用者已經登出。',
    'mhb-login-error': '登入失敗，`event.code` 會說明原因。',
    'mhb-register': '使用者按了「首次申請密碼」。如果由網頁自行處理，請呼叫 `preventDefault()`。',
    'mhb-forgot-password': '使用者按了「忘記密碼」。如果由網頁自行處理，請呼叫 `preventDefault()`。',
    'mhb-recover-account':
      '使用者按了「換卡、換手機或恢復帳號」。如果由網頁自行處理，請呼叫 `preventDefault()`。',
    heading: '取代頁籤上方的標題。',
    announcements: '登入之前要讓所有人看到的內容。',
    links: '取代表單下方的「首次申請密碼」、「忘記密碼」與「換卡、換手機或恢復帳號」。',
    tab: '每一個頁籤。',
    submit: '「確認」按鈕。',
    '--mhb-color-accent': '連結、頁籤與主要按鈕的顏色。',
    '--mhb-button-background': '主要按鈕的顏色。如果要和強調色不同，請設定這個屬性。',
  },
  'mhb-passbook-viewer': {
    about:
      '打開從健康存摺網站下載的檔案，並說明內容。所有處理都在瀏覽器裡完成，檔案的內容不會傳到網路上；除非使用者要求，也不會儲存。檔案的內容只會當作文字顯示，不會當作 HTML。檢視器可以分別存放好幾個人的健康存摺，一次顯示一個人的。打開檔案時輸入的身分證號，或可信任的簽章，會決定這是誰的健康存摺；無法決定時，檢視器會詢問使用者。',
    section:
      '目前的頁面：`glance`、`overview`、`medications`，或檢視器的其他頁面；也可以填類別的代號（例如 `premium-billing`），檢視器會前往有這個類別的頁面。設定之後，會前往該頁的開頭並結束搜尋，和使用導覽列一樣，所以可以用來連結到某一頁。使用者換頁時，會發出 `mhb-section-change`。',
    kiosk: '是否為公用電腦。在公用電腦上，不能把健康存摺保留在瀏覽器裡。provider 的 `kiosk` 也有同樣的效果。',
    issuers: '除了 provider 的閘道，還信任哪些單位在壓縮檔上的簽章。',
    birthYear:
      '使用者的出生年（西元）。有些參考範圍與檢查和年齡有關，但健康存摺沒有記載出生年。使用者可以在需要的頁面輸入；如果網頁已經知道，也可以直接設定。出生年只存在記憶體，關閉健康存摺時就會清除。',
    officialDrugs:
      '用 `mhb knowledge build` 合併的政府藥品檔案。檢視器會用來說明藥品，並顯示授權條款與日期。',
    clock: '計算「還有幾天」時使用的日期。供測試與 Storybook 使用。',
    passbook: '目前打開的健康存摺。',
    view: '用 JSON 表示檢視器的狀態，包括頁面、搜尋、篩選、展開的項目與比較的項目。把以前的值設定回去，就能回到當時的狀態；沒有寫的部分不會改變。狀態改變時，會發出 `mhb-view-change`。',
    open: '打開檔案。如果已經打開健康存摺，就把檔案併入檔案所有人的健康存摺。完成後傳回有沒有讀取成功。',
    focus: '把焦點移到目前顯示的密碼欄位、頁面標題或第一個欄位。',
    close: '關閉健康存摺，並從記憶體清除。如果健康存摺已經保留在瀏覽器裡，會繼續以加密的方式保留。',
    print:
      '列印健康存摺的頁面，預設是一頁摘要；不會印出網頁的其他部分。`language` 指定用哪一種語言列印，預設與畫面相同。',
    'mhb-passbook-open': '打開了健康存摺、加入了新的資料，或改為顯示另一個人的健康存摺。',
    'mhb-passbook-export': '檢視器即將儲存檔案。如果要存到其他地方，請呼叫 `preventDefault()`。',
    'mhb-section-change': '使用者切換到健康存摺的另一頁。',
    'mhb-view-change': '使用者改變了頁面裡的狀態，例如搜尋、篩選或展開圖表。',
    'mhb-visit-card': '即將列印給醫師看的一頁摘要。呼叫 `event.add(node)` 可以加入內容。',
    'mhb-passbook-close': '健康存摺已經關閉，並從記憶體清除；或改為顯示另一個人的健康存摺。',
    drop: '可以把檔案拖進來的區域。',
    disclaimer: '說明健康存摺的資料從哪裡來，並提醒健康存摺不是病歷。',
    '--mhb-chart-line': '圖表的線條。',
    '--mhb-chart-band': '圖表裡的參考範圍。',
  },
  'mhb-password-reset': {
    about:
      '忘記密碼：使用者插入健保卡後，系統會用電子郵件寄出一次性密碼，使用者再用這組密碼設定新密碼。不論卡片有沒有註冊過，畫面顯示的內容都相同。只有一次性密碼還不能做任何事，設定新密碼時必須再讀一次卡片。',
    'mhb-password-chosen': '新密碼已經生效。',
  },
  'mhb-provider': {
    about:
      '把閘道、讀卡機、語言與外觀提供給裡面的元件，本身不會顯示任何內容。同一個網頁可以放好幾個 provider，彼此不受影響。如果登入框旁邊放了 `<mhb-registration hidden>`、`<mhb-password-reset hidden>` 或 `<mhb-account-recovery hidden>`，使用者需要時就會顯示這些元件，完成後再顯示登入框。',
    gateway: '閘道的網址，例如 `https://passbook.example.tw`。',
    kiosk: '是否為公用電腦。公用電腦不會記住任何資料，按鈕等可以按的地方也比較大。',
    client: '您自己建立的用戶端。設定後，就不會用 `gateway` 建立用戶端。',
    accounts: '您自己建立的帳號用戶端，用於註冊、啟用帳號與忘記密碼。',
    cards: '連接讀卡機的方式，最優先的排在最前面。預設是讀卡元件。',
    bridgeDownloads: '如果使用者沒有安裝讀卡元件，可以從這個資料夾下載。資料夾由 `npm run package` 產生。',
    translations: '其他語言的翻譯，或替換的文字，供裡面所有的元件使用。',
    activeClient: '裡面的元件使用的用戶端：`client`，或用 `gateway` 建立的用戶端。',
    '(default)': '網頁的內容，元件可以放在裡面的任何位置。',
  },
  'mhb-receive': {
    about:
      '讓醫療人員接收病人分享的資料：掃描或貼上 SMART Health Link，查看摘要，再按按鈕帶入系統。如果連結屬於閘道或 `hosts`，由網頁直接下載；其他連結由閘道代為下載，所以網頁的內容安全政策可以維持嚴格。如果連結在網頁自己網址的 `#` 後面，會立即打開，並從網址移除。',
    recipient: '病人會看到的接收者名稱，請填寫醫院與科別。',
    hosts: '網頁的內容安全政策允許直接下載的來源，用空格分隔。',
    issuers: '網頁信任哪些單位簽發的 SMART Health Card。預設是空白，所有卡片都不會通過驗證。',
    open: '打開連結，和掃描 QR 碼的效果相同。完成後傳回有沒有內容可以顯示。',
    close: '從記憶體清除收到的內容。',
    'mhb-receive': '醫療人員按下按鈕，把資料帶入系統。`event.received` 裡有 FHIR 資源。',
    viewer: '如果連結附有健康存摺，會用這個 `<mhb-passbook-viewer>` 顯示。',
    summary: '收到的內容。',
    take: '把資料帶入系統的按鈕。',
  },
  'mhb-registration': {
    about:
      '健保卡網路服務註冊：用健保卡註冊帳號。卡片資料要按「讀取」取得，不能手動輸入，送出表單時會再讀一次。每個欄位都會顯示自己的錯誤訊息。送出之前，輸入的內容會留在欄位裡。送出之後，使用者要打開電子郵件裡的連結確認，請見 `<mhb-activation>`。',
    clientId:
      '使用者從哪個網站來註冊。請填寫營運者為這個網站登記的代號。電子郵件裡的連結會帶使用者回到這個網站。',
    mailAdviceDomains:
      '有些網域經常收不到這項服務的電子郵件，請列在這裡，用空格分隔，例如 `yahoo.com.tw hotmail.com`。使用者填寫這些信箱時會看到提醒，但仍然可以使用。',
    'mhb-application-sent': '申請已經送出。',
  },
  'mhb-request-table': {
    about:
      '資料申請與下載：使用者按一個按鈕，就能申請全部的資料，並在網頁的檢視器打開；如果想自己選擇，可以使用按鈕下方的表格。',
    shownRequest: '目前顯示哪一筆申請：使用者按放大鏡選取的那一筆；沒有選取的話，就是最近一筆。',
    'mhb-request-created': '建立了一筆申請。',
    'mhb-download': '即將儲存壓縮檔。如果要存到其他地方，請呼叫 `preventDefault()`。',
    'mhb-open-archive': '即將打開壓縮檔。provider 會把壓縮檔交給裡面的檢視器。',
    read: '「看我的健康存摺」按鈕。',
    apply: '「資料申請」按鈕。',
    table: '顯示結果的表格。',
    download: '「下載」按鈕。',
    '--mhb-color-accent': '標記與主要按鈕的顏色。',
  },
  'mhb-share': {
    about:
      '把摘要或選擇的項目分享給醫療人員：顯示 SMART Health Link 的 QR 碼，設有密碼與有效期限，並列出誰打開過。資料在網頁裡加密，閘道只存放加密後的內容，金鑰只在 QR 碼裡。如果同一個 `<mhb-provider>` 裡有檢視器，在顯示 QR 碼的時候列印一頁摘要，紙上也會印出 QR 碼。',
    passbook: '要分享哪一份健康存摺。預設是同一個 `<mhb-provider>` 裡，檢視器打開的健康存摺。',
    viewer: '能打開連結的網頁網址。填寫之後，用任何手機的相機都能打開 QR 碼。沒有填寫的話，QR 碼裡只有連結。',
    'mhb-share': '使用者建立了連結。事件裡沒有連結的內容。',
    form: '選擇分享什麼、如何分享的表單。',
    qr: 'QR 碼。',
    submit: '產生 QR 碼的按鈕。',
  },
};

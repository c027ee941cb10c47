import type { FindingCode } from './rules.js';

/** A description of a problem, and of how to solve it. */
export interface FindingText {
  readonly message: string;
  readonly remedy: string;
}

type Language = 'zh-Hant' | 'en';

/** The reasons why something was not checked. */
export const noteCodes = [
  'no-browser',
  'no-component',
  'no-headers',
  'bridge-absent',
  'gateway-policy',
] as const;
export type NoteCode = (typeof noteCodes)[number];

const text = (
  zhMessage: string,
  zhRemedy: string,
  enMessage: string,
  enRemedy: string,
): Readonly<Record<Language, FindingText>> => ({
  'zh-Hant': { message: zhMessage, remedy: zhRemedy },
  en: { message: enMessage, remedy: enRemedy },
});

const findings: Readonly<Record<FindingCode, Readonly<Record<Language, FindingText>>>> = {
  'page-insecure': text(
    '這個網頁不是用 https 開啟的，瀏覽器不提供加密功能，所以無法登入。',
    '請讓這個網頁用 https 開啟，內部網路也一樣；只有 localhost 可以用 http。',
    'The page was not opened over https, so the browser provides no cryptography and nobody can log in.',
    'Serve the page over https, even on an intranet. Only localhost may use http.',
  ),
  'page-language-missing': text(
    '網頁沒有標示語言，元件一律顯示中文，報讀軟體也不知道該用哪種語音。',
    '請寫 <html lang="zh-Hant">；英文網頁寫 <html lang="en">。',
    'The page does not state its language: components are shown in Chinese, and screen readers have to guess the language.',
    'Write <html lang="zh-Hant">, or <html lang="en"> for an English page.',
  ),
  'page-language-wrong': text(
    '網頁的語言標示寫錯了，不是正體中文或英文的正確寫法。',
    '正體中文請寫 zh-Hant 或 zh-TW（不是 zh_TW、tw、zh-CN），英文寫 en。',
    'The language tag of the page is not valid for Traditional Chinese or English.',
    'Write zh-Hant or zh-TW (not zh_TW, tw or zh-CN), and en for English.',
  ),
  'script-missing': text(
    '網頁上有元件的標籤，但沒有載入元件的程式。',
    '請加上 <script type="module" src="/mhb/mhb-auto.js"></script>，或在自己的程式裡載入 @mhb-kit/elements/define。',
    'The page contains component tags but loads no script for them.',
    'Add <script type="module" src="/mhb/mhb-auto.js"></script>, or import @mhb-kit/elements/define in your own script.',
  ),
  'script-unreachable': text(
    '無法下載元件的程式。',
    '請把 dist/cdn 整個資料夾放上伺服器，並確認 src 的路徑。',
    'The component script cannot be fetched.',
    'Put the whole folder dist/cdn on the server and check the path in src.',
  ),
  'script-wrong-type': text(
    '伺服器沒有把元件的程式標示為 JavaScript，所以瀏覽器拒絕執行。',
    '請讓伺服器用 Content-Type: text/javascript 送出 .js 檔；如果回應的是 HTML，表示路徑不對。',
    'The server does not declare the script as JavaScript, so browsers refuse it.',
    'Send .js files with Content-Type: text/javascript. If the response is HTML, the path is wrong.',
  ),
  'script-not-module': text(
    '載入元件的標籤少了 type="module"，程式無法執行。',
    '請寫成 <script type="module" src="…">。',
    'The script tag lacks type="module", so the script cannot run.',
    'Write <script type="module" src="…">.',
  ),
  'script-insecure': text(
    'https 的網頁用 http 載入元件的程式，所以被瀏覽器擋下。',
    '請把 src 改為 https，或改用相對路徑。',
    'An https page loads the script over http, which browsers block.',
    'Use https or a relative path in src.',
  ),
  'script-cors': text(
    '元件的程式在其他網域，那個網域不允許這個網頁讀取（CORS）。',
    '請在那台伺服器加上 Access-Control-Allow-Origin，或把檔案放在自己的網域。',
    'The script is on another origin, which does not let this page read it (CORS).',
    'Have that server send Access-Control-Allow-Origin, or put the files on your own origin.',
  ),
  'script-policy': text(
    '網頁的內容安全政策不允許執行元件的程式。',
    "請把程式所在的網域加入 script-src，或在 script 標籤加上政策的 nonce；同一網域寫 'self'。",
    'The Content Security Policy of the page does not allow the script.',
    "Add its origin to script-src ('self' for your own), or give the tag the nonce of the policy.",
  ),
  'integrity-missing': text(
    '元件的程式來自其他網域，卻沒有雜湊值；檔案如果被人改過，瀏覽器不會發現。',
    '請把 integrity.json 裡的雜湊值寫進 integrity，並加上 crossorigin。',
    'The script comes from another origin without a hash, so browsers will not notice if it is changed there.',
    'Put its hash from integrity.json into the integrity attribute, and add crossorigin.',
  ),
  'integrity-wrong': text(
    'integrity 的雜湊值和檔案不符，所以瀏覽器拒絕執行。',
    '更換版本後請一併更換雜湊值（見 integrity.json）；如果沒有換過版本，請確認檔案有沒有被人改過。',
    'The hash in the integrity attribute does not match the file, so browsers refuse the script.',
    'After an update, use the new hash from integrity.json. If you did not update, check whether the file was tampered with.',
  ),
  'versions-several': text(
    '這個網頁載入了兩份以上的元件，不但重複下載，畫面也會由先載入的那一份決定。',
    '請只留一份；由不同系統組成的網頁，請約定由誰載入。',
    'The page loads more than one copy of the components: visitors download them all, but only the first one is used.',
    'Keep only one. If several systems contribute to the page, agree on which one loads the components.',
  ),
  'element-unknown': text(
    '沒有這個名稱的元件。',
    '請檢查標籤有沒有拼錯；所有元件的名稱都列在參考文件裡。',
    'There is no component with this name.',
    'Check the spelling against the list of components.',
  ),
  'element-undefined': text(
    '這個元件沒有註冊，所以不會顯示。',
    '請載入 @mhb-kit/elements/define/ 底下的同名檔案，或改用 mhb-auto.js；並看看瀏覽器主控台的錯誤。',
    'This component is not registered, so it shows nothing.',
    'Import the file of the same name from @mhb-kit/elements/define/, or use mhb-auto.js. Also check the browser console for errors.',
  ),
  'trusted-types-lit': text(
    '網頁的政策限定了 Trusted Types，卻沒有列出 lit-html，所以元件無法顯示。',
    '請在 trusted-types 加上 lit-html mhb-workers。',
    'The policy restricts Trusted Types without listing lit-html, so no component can be shown.',
    'Add lit-html mhb-workers to trusted-types.',
  ),
  'trusted-types-workers': text(
    '網頁的政策沒有在 trusted-types 列出 mhb-workers，所以大型健康存摺會改由網頁本身讀取，讀取時畫面會停頓。',
    '請在 trusted-types 加上 mhb-workers。',
    'The policy does not list mhb-workers in trusted-types, so the page has to read large passbooks itself and does not respond while it reads them.',
    'Add mhb-workers to trusted-types.',
  ),
  'worker-policy': text(
    '網頁的政策不允許使用背景程式，所以大型健康存摺會改由網頁本身讀取，讀取時畫面會停頓。',
    "請加上 worker-src 'self'。",
    'The policy does not allow our workers, so the page has to read large passbooks itself and does not respond while it reads them.',
    "Add worker-src 'self'.",
  ),
  'worker-isolated': text(
    '網頁用 Cross-Origin-Embedder-Policy 隔離，但背景程式的檔案沒有同樣的標頭，所以會被瀏覽器擋下。',
    '請讓 .js 檔也送出相同的 Cross-Origin-Embedder-Policy。',
    "The page sets Cross-Origin-Embedder-Policy but the worker's file does not, so browsers block the worker.",
    'Send the same Cross-Origin-Embedder-Policy header with the .js files.',
  ),
  'connect-policy-gateway': text(
    '網頁的政策不允許連線到閘道，所以任何功能都連不上。',
    '請把閘道的網址加入 connect-src。',
    'The policy does not allow calls to the gateway, so the components cannot reach it.',
    'Add the gateway address to connect-src.',
  ),
  'connect-policy-bridge': text(
    '網頁的政策不允許連線到訪客電腦上的讀卡元件，所以無法讀卡。',
    '請在 connect-src 加上 ws://127.0.0.1:*。',
    "The policy does not allow connections to the card bridge on the visitor's computer, so no card can be read.",
    'Add ws://127.0.0.1:* to connect-src.',
  ),
  'opener-isolated': text(
    '網頁隔離了自己開啟的視窗，所以必須透過視窗連到讀卡元件的瀏覽器無法讀卡（例如 Safari，或訪客拒絕授權時）。',
    '請把 Cross-Origin-Opener-Policy 改為 same-origin-allow-popups。',
    "The page isolates the windows that it opens. Browsers that need the card bridge's window (Safari, or any browser after permission was denied) cannot read a card.",
    'Set Cross-Origin-Opener-Policy to same-origin-allow-popups.',
  ),
  'page-sandboxed': text(
    '網頁的政策用 sandbox 停用了元件需要的功能。',
    '請在 sandbox 加上這一項，或不要使用 sandbox。',
    "The sandbox in the page's policy does not allow something that the components need.",
    'Add this keyword to the sandbox directive, or remove the directive.',
  ),
  'feature-loopback': text(
    '網頁的 Permissions-Policy 不允許連到訪客自己的電腦，所以無法讀卡。',
    '請從 Permissions-Policy 移除這一項，或改為 (self)。',
    "The page's Permissions-Policy forbids connections to the visitor's own computer, so no card can be read.",
    'Remove this feature from Permissions-Policy, or set it to (self).',
  ),
  'feature-passkey': text(
    '網頁的 Permissions-Policy 不允許使用通行密鑰。',
    '請把 publickey-credentials-get 改為 (self)。',
    "The page's Permissions-Policy forbids passkeys.",
    'Set publickey-credentials-get to (self).',
  ),
  'feature-camera': text(
    '網頁的 Permissions-Policy 不允許使用相機，所以無法掃描條碼。',
    '請把 camera 改為 (self)。',
    "The page's Permissions-Policy forbids the camera, so no QR code can be scanned.",
    'Set camera to (self).',
  ),
  'gateway-missing': text(
    '這個元件沒有設定閘道的網址。',
    '請寫 <mhb-provider gateway="https://…">，並把元件放在裡面。',
    'This component has no gateway address.',
    'Write <mhb-provider gateway="https://…"> and put the component inside it.',
  ),
  'gateway-insecure': text(
    '閘道的網址是 http，密碼與資料在傳輸時沒有加密，https 的網頁也無法連線。',
    '請改用 https 開頭的閘道網址。',
    'The gateway address starts with http, so passwords and data would be sent unencrypted, and https pages cannot connect to it.',
    'Use the https address of the gateway.',
  ),
  'gateway-unreachable': text(
    '閘道沒有回應。',
    '請確認網址、憑證與防火牆，並請閘道的管理者執行 mhb-gateway doctor。',
    'The gateway does not respond.',
    'Check the address, the certificate and the firewall. The gateway operator can run “mhb-gateway doctor” to find the cause.',
  ),
  'gateway-other': text(
    '這個網址有回應，但不是閘道。',
    '請寫閘道的根網址，不含 /v1 之類的路徑；如果前面有代理伺服器，請確認 /v1 有轉給閘道。',
    'Something responds at this address, but it is not a gateway.',
    'Use the root address of the gateway, without a path such as /v1. If a proxy is in front of the gateway, the proxy must forward /v1.',
  ),
  'gateway-unregistered': text(
    '閘道沒有登記這個網頁的來源。',
    '請閘道的管理者登記這個來源；包括 https、www 與連接埠，都要完全相同。',
    'The origin of this page is not registered with the gateway.',
    'Ask the gateway operator to register exactly this origin, including https, www and the port.',
  ),
  'gateway-cors': text(
    '閘道的回應沒有允許這個網頁讀取（CORS），多半是中間的代理伺服器把標頭拿掉了。',
    '請讓代理伺服器原樣轉送 Origin 與 Access-Control-* 標頭。',
    "This page is not allowed to read the gateway's response (CORS). A proxy between them probably removes headers.",
    'Make the proxy forward Origin and the Access-Control-* headers unchanged.',
  ),
  'login-not-direct': text(
    '這個登入框要使用者在網頁上輸入密碼，但閘道只允許這個網站使用連結模式。',
    '請寫 <mhb-login-box mode="connect" client-id="…">。',
    'The login box asks for passwords on this page, but the gateway allows only connect mode for this site.',
    'Write <mhb-login-box mode="connect" client-id="…">.',
  ),
  'client-id-missing': text(
    '連結模式的登入框沒有 client-id，所以無法登入。',
    '請加上閘道管理者給的代號：client-id="…"。',
    'The login box is in connect mode without a client-id, so nobody can log in.',
    'Add the id that the gateway operator gave you: client-id="…".',
  ),
  'redirect-elsewhere': text(
    '登入後要回到的網址屬於其他來源，所以這個網頁收不到結果。',
    '請把 redirect-uri 改為這個來源的網頁，並請閘道的管理者登記。',
    'After logging in, people would be sent to another origin, so this page would never receive the result.',
    'Set redirect-uri to a page of this origin, and ask the gateway operator to register it.',
  ),
  'connect-unregistered': text(
    '閘道沒有登記這個 client-id，或沒有登記登入後要回到的網址。',
    '請核對閘道登記的代號和網址，必須完全相同（包括結尾的斜線）；需要時請設定 redirect-uri。',
    'The gateway does not know this client-id, or the redirect address is not registered for it.',
    'Compare the client-id and the redirect address with the registered values; they must be identical, including any trailing slash. Set redirect-uri if necessary.',
  ),
  'bridge-refuses': text(
    '這台電腦的讀卡元件不允許這個來源。',
    '請把這個來源加進讀卡元件的設定；訪客的電腦也要允許。',
    'The card bridge on this computer does not allow this origin.',
    "Add the origin to the card bridge settings, on visitors' computers too.",
  ),
  'built-ins-replaced': text(
    '網頁的程式取代了瀏覽器內建的這個功能，而且做法不同，所以元件無法運作。',
    '請更新或移除那個程式（多半是舊版的 Prototype.js 或 MooTools）。',
    'A script of the page has replaced this built-in function with one that behaves differently, so components fail.',
    'Update or remove that script, which is often an old version of Prototype.js or MooTools.',
  ),
};

const notes: Readonly<Record<NoteCode, Readonly<Record<Language, string>>>> = {
  'no-browser': {
    'zh-Hant':
      '在這台電腦找不到 Chromium、Chrome 或 Edge，所以只檢查了標頭與閘道，沒有檢查網頁的內容。請安裝瀏覽器後再執行，或用 --browser 指定。',
    en: 'No Chromium, Chrome or Edge was found on this computer, so only the headers and the gateway were checked, not the page itself. Install one of these browsers, or specify the path of one with --browser.',
  },
  'no-component': {
    'zh-Hant': '這個網頁上沒有看到任何元件，所以只檢查了標頭。',
    en: 'No component was found on this page, so only the headers were checked.',
  },
  'no-headers': {
    'zh-Hant': '讀不到這個網頁的標頭，所以沒有檢查寫在標頭裡的政策。',
    en: 'The headers of this page could not be read, so any policy in them was not checked.',
  },
  'bridge-absent': {
    'zh-Hant': '這台電腦沒有執行讀卡元件，所以無法檢查讀卡元件是否允許這個來源。',
    en: 'No card bridge is running on this computer, so there was no way to check whether it allows this origin.',
  },
  'gateway-policy': {
    'zh-Hant': '網頁的政策不允許連到閘道，所以無法檢查閘道是否登記了這個網頁；修改政策後請再檢查一次。',
    en: 'The policy of the page blocks the gateway, so the registration of this page’s origin was not checked. Fix this problem, then check again.',
  },
};

/** Returns the description of a problem: in Chinese for `zh…`, otherwise in English. */
export const describeFinding = (code: FindingCode, locale: string): FindingText =>
  findings[code][languageOf(locale)];

export const describeNote = (code: NoteCode, locale: string): string => notes[code][languageOf(locale)];

const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('zh') ? 'zh-Hant' : 'en');

import type { MhbErrorDetails } from '@mhb-kit/core/error';

/** The strings of the command line. The terminal's locale selects the language. */

const english = {
  description: 'The local agent for the card reader. Only pages of allowed sites can read cards.',
  run: 'serve the card readers of this computer until stopped',
  doctor: 'report what is missing and how to fix it; exit code 1 if anything is missing',
  doctorReport: 'print a report to paste into a support request; it contains no personal data',
  doctorCard: 'also read the inserted NHI card, and report whether it answered, but none of its data',
  pair: 'print a one-time link that pairs a browser; only a paired browser can give your consent',
  list: 'list the sites that you have allowed to read cards, and the paired browsers',
  revoke: 'withdraw permissions; a running bridge applies this at once',
  revokeSite: 'the site that loses its permissions; by default, all sites do',
  revokeBrowsers: 'also forget every paired browser',
  enrol: 'print the entry that enrols this bridge at a gateway ("bridges" in its configuration)',
  enrolName: "the operator's name for this bridge",
  installService: 'write a systemd user unit that runs the bridge whenever you are logged in',
  install: 'install the bridge for yourself, without an administrator, to be started at log-in',
  installed: 'Installed. Open "Card bridge" from your applications, or run: mhb-card-bridge open',
  uninstall: 'remove the installed program; your permissions are kept',
  uninstalled: 'Uninstalled.',
  configOption: 'configuration file',
  dataOption: 'folder that contains the device key',
  policyOption: 'file with the settings for everybody on this computer',
  unlessRunning: 'exit at once if the bridge is already running',
  background: 'start the bridge in the background unless it is already running, then exit',
  stop: 'stop your running bridge',
  open: 'show the window of the bridge in the browser; start the bridge first if necessary',
  allow: 'let the pages of these sites ask to read the card; you will still be asked each time',
  allowSite: 'the address of a site, such as https://portal.example.tw',
  allowMachine: 'allow them for everybody on this computer; must be run by its administrator',

  listening: (url: string) => `The card bridge listens at ${url}`,
  pairFirst: 'Within ten minutes, open this link once in the browser that you want to use:',
  noSites: 'No site may read a card without asking you.',
  siteUntil: (origin: string, until: string) => `${origin}  until ${until}`,
  browsers: (count: number) => (count === 1 ? 'One browser is paired.' : `${count} browsers are paired.`),
  revoked: (count: number) => (count === 1 ? '1 permission withdrawn.' : `${count} permissions withdrawn.`),
  forgotten: (count: number) => (count === 1 ? '1 browser forgotten.' : `${count} browsers forgotten.`),
  serviceWritten: (path: string, command: string) => `Wrote ${path}\nNow: ${command}`,

  ok: 'ok',
  missing: 'MISSING',
  configuration: 'Configuration',
  allows: (origins: string) => `allows ${origins}`,
  noSite: 'no site',
  configurationFault: ({ file, setting, expected }: MhbErrorDetails) =>
    file === 'ENOENT'
      ? 'not found'
      : typeof file === 'string'
        ? `cannot be read (${file})`
        : `${String(setting || 'the file')}: expected ${String(expected)}`,
  configurationMissing: 'To allow a site, run: mhb-card-bridge allow https://portal.example.tw',
  configurationRemedy: (path: string, example: string) => `Correct ${path}, for example: ${example}`,
  driver: (name: string) => `PC/SC binding ${name}`,
  driverLoads: 'loads',
  driverOther: 'does not load; the other driver is used',
  driverMissing: 'does not load, so no card reader can be used',
  driverRemedy: {
    pcsclite: {
      linux:
        'This driver is compiled during installation, but the compilation failed, so the other driver is used instead. To use this one on Debian or Ubuntu, run: apt install libpcsclite-dev build-essential python3, then npm rebuild pcsclite.',
      other:
        'This driver is compiled during installation, but the compilation failed, so the other driver is used instead.',
    },
    'pcsc-mini': {
      linux:
        'This driver is prebuilt, but it needs the PC/SC library. On Debian or Ubuntu, run: apt install libpcsclite1, then npm install pcsc-mini.',
      other: 'This driver is prebuilt. To install it, run: npm install pcsc-mini.',
    },
  },
  packedDriverRemedy: {
    linux: 'This driver needs the PC/SC library. On Debian or Ubuntu, run: apt install libpcsclite1.',
    other: 'Install the card bridge again.',
  },
  withoutReader:
    'This package does not include a driver for card readers on this system. Ask the person who gave you the package for one that includes the driver.',
  service: 'PC/SC service',
  serviceAnswers: 'answers',
  serviceSilent: 'does not respond',
  serviceRemedy: {
    linux:
      'Run: apt install pcscd, then systemctl enable --now pcscd.socket. In a remote session, polkit may refuse access.',
    win32:
      'Connect a reader. Windows then starts the "Smart Card" service automatically; if it does not, start the service in services.msc.',
    other: 'Connect a reader. The system then starts the service automatically.',
  },
  readers: 'Readers',
  readerState: {
    empty: 'no card',
    present: 'card inserted',
    exclusive: 'held by another program',
    mute: 'card does not respond',
  },
  noReaders: 'none found',
  noReadersRemedy:
    "Connect a card reader. Some readers sold in Taiwan (EZ100PU) are not CCID devices and need their manufacturer's driver.",
  module: 'Certificate cards (PKCS#11)',
  moduleUnset: 'not configured; needed only for the Citizen Digital Certificate',
  moduleWorks: (certificates: number) =>
    `the module works; it lists ${certificates === 1 ? '1 certificate' : `${certificates} certificates`} that can sign`,
  moduleFails: 'the module cannot be used',
  moduleRemedy:
    'Check that "pkcs11Module" is the path of the module that HiCOS installs (such as HiCOSPKCS11.dll or libHicos_p11v1.so). npm compiles the graphene-pk11 binding during installation; if the compilation failed, run npm rebuild pkcs11js.',
  port: (port: number) => `Port ${port}`,
  portFree: 'free',
  portTaken: 'in use by a running bridge or another program; the bridge uses the first free port',
};

const chinese: typeof english = {
  description: '在接了讀卡機的電腦上執行，只讓您允許的網站讀取卡片。',
  run: '啟動讀卡元件，持續執行到停止為止',
  doctor: '列出缺少的項目和處理方法；只要有缺少，結束代碼就是 1',
  doctorReport: '只印出回報問題時要用的內容，不含個人資料',
  doctorCard: '也讀取插入的健保卡；只說明卡片有沒有回應，不顯示卡片內容',
  pair: '印出一次性連結，用來配對一個瀏覽器；要同意讀卡，只能用配對過的瀏覽器',
  list: '列出您允許讀卡的網站，以及已配對的瀏覽器',
  revoke: '收回您同意過的權限；執行中的元件會立即套用',
  revokeSite: '只收回這個網站的權限；沒有指定，就全部收回',
  revokeBrowsers: '一併移除所有已配對的瀏覽器',
  enrol: '印出在服務端登錄這個元件所需的設定（服務端設定檔的 "bridges"）',
  enrolName: '管理者給這個元件的名稱',
  installService: '建立 systemd 使用者服務，登入電腦時自動執行',
  install: '安裝給自己使用，不需要管理者權限；登入時自動啟動',
  installed: '已安裝。請從應用程式開啟「讀卡元件」，或執行：mhb-card-bridge open',
  uninstall: '移除 install 安裝的檔案；您同意過的權限會保留',
  uninstalled: '已移除。',
  configOption: '設定檔',
  dataOption: '裝置金鑰存放的資料夾',
  policyOption: '這台電腦上所有人共用的設定檔',
  unlessRunning: '如果元件已經在執行，這個指令就直接結束',
  background: '如果元件沒有在執行，就在背景啟動元件，然後結束這個指令',
  stop: '結束執行中的元件',
  open: '在瀏覽器開啟元件的視窗；如果元件沒有在執行，會先啟動',
  allow: '讓這個網站可以要求讀卡；讀卡前還是會先問您',
  allowSite: '網站的網址，例如 https://portal.example.tw',
  allowMachine: '套用到這台電腦上的所有人，要用管理者身分執行',

  listening: (url) => `讀卡元件正在 ${url} 等候連線`,
  pairFirst: '請在十分鐘內，用您要使用的瀏覽器開啟這個連結一次：',
  noSites: '目前沒有網站可以不經詢問就讀卡。',
  siteUntil: (origin, until) => `${origin}  到 ${until} 為止`,
  browsers: (count) => `已配對 ${count} 個瀏覽器。`,
  revoked: (count) => `已收回 ${count} 項權限。`,
  forgotten: (count) => `已移除 ${count} 個瀏覽器。`,
  serviceWritten: (path, command) => `已寫入 ${path}\n接著執行：${command}`,

  ok: '正常',
  missing: '缺少',
  configuration: '設定檔',
  allows: (origins) => `允許 ${origins}`,
  noSite: '沒有網站',
  configurationFault: ({ file, setting, expected }) =>
    file === 'ENOENT'
      ? '沒有這個檔案'
      : typeof file === 'string'
        ? `無法讀取（${file}）`
        : `${String(setting || '檔案')}：應為 ${String(expected)}`,
  configurationMissing: '請允許一個網站：mhb-card-bridge allow https://portal.example.tw',
  configurationRemedy: (path, example) => `請更正 ${path}，例如：${example}`,
  driver: (name) => `PC/SC 連接模組 ${name}`,
  driverLoads: '可載入',
  driverOther: '無法載入，改用另一個模組',
  driverMissing: '無法載入，所以連不到這台電腦的讀卡機',
  driverRemedy: {
    pcsclite: {
      linux:
        '這個模組在安裝時編譯，這次沒有編譯成功，會改用另一個模組。如果要使用這個模組，Debian 和 Ubuntu 請執行：apt install libpcsclite-dev build-essential python3，然後 npm rebuild pcsclite。',
      other: '這個模組在安裝時編譯，這次沒有編譯成功，會改用另一個模組。',
    },
    'pcsc-mini': {
      linux:
        '這個模組已編譯好，但需要 PC/SC 程式庫。Debian 與 Ubuntu 請執行：apt install libpcsclite1，然後 npm install pcsc-mini。',
      other: '這個模組已編譯好，請執行：npm install pcsc-mini。',
    },
  },
  packedDriverRemedy: {
    linux: '這個模組需要 PC/SC 程式庫。Debian 與 Ubuntu 請執行：apt install libpcsclite1。',
    other: '請重新安裝讀卡元件。',
  },
  withoutReader: '這個安裝檔沒有附上這個系統的讀卡機連接模組，請向提供者索取附有模組的版本。',
  service: 'PC/SC 服務',
  serviceAnswers: '有回應',
  serviceSilent: '沒有回應',
  serviceRemedy: {
    linux:
      '請執行：apt install pcscd，然後 systemctl enable --now pcscd.socket。如果是遠端登入，polkit 可能會拒絕存取。',
    win32: '請接上讀卡機，Windows 會自行啟動「Smart Card」服務；如果服務沒有啟動，請在 services.msc 裡啟動。',
    other: '請接上讀卡機，系統會自行啟動服務。',
  },
  readers: '讀卡機',
  readerState: {
    empty: '沒有卡片',
    present: '已插卡',
    exclusive: '其他程式正在使用',
    mute: '卡片沒有回應',
  },
  noReaders: '找不到',
  noReadersRemedy: '請接上讀卡機。臺灣常見的部分讀卡機（EZ100PU）不是 CCID 裝置，需要原廠驅動程式。',
  module: '憑證卡（PKCS#11）',
  moduleUnset: '未設定；只有使用自然人憑證時才需要',
  moduleWorks: (certificates) => `模組可用，看得到 ${certificates} 張可簽章的憑證`,
  moduleFails: '模組無法使用',
  moduleRemedy:
    '請檢查 "pkcs11Module"：HiCOS 安裝的模組路徑（HiCOSPKCS11.dll、libHicos_p11v1.so 或類似名稱）。以 npm 安裝時會編譯連接模組 graphene-pk11；如果編譯失敗，請執行 npm rebuild pkcs11js。',
  port: (port) => `連接埠 ${port}`,
  portFree: '可用',
  portTaken: '已被占用，可能是執行中的讀卡元件，也可能是其他程式（讀卡元件會選用第一個沒有被占用的連接埠）',
};

export type CommandWords = typeof english;

/** @param locale the terminal's locale, such as `zh_TW.UTF-8` */
export const commandWords = (locale: string): CommandWords => (/^zh/i.test(locale) ? chinese : english);

import type { Language } from './terminal.js';

/**
 * The table of all commands, in both languages. The parser, help, shell completion, the manual page, and the
 * reference in the documentation are all generated from it.
 */

export type Words = Readonly<Record<Language, string>>;

export interface OptionSpec {
  /** The option's names and value in the parser's notation: `-o, --output <path>`. */
  readonly flags: string;
  readonly words: Words;
  readonly choices?: readonly string[];
  readonly isMandatory?: boolean;
}

export interface CommandSpec {
  readonly name: string;
  readonly words: Words;
  readonly argument?: { readonly name: string; readonly words: Words; readonly choices?: readonly string[] };
  readonly options?: readonly OptionSpec[];
  readonly commands?: readonly CommandSpec[];
}

const words = (zh: string, en: string): Words => ({ 'zh-Hant': zh, en });
const option = (flags: string, zh: string, en: string, more: Partial<OptionSpec> = {}): OptionSpec => ({
  flags,
  words: words(zh, en),
  ...more,
});

const json = option('--json', '用 JSON 格式輸出，錯誤訊息也一樣', 'print JSON, including for errors');
const passwordStdin = option(
  '--password-stdin',
  '從標準輸入的第一行讀取壓縮檔的密碼',
  'read the password of archives from the first line of standard input',
);
const passbooks = {
  name: '<file...>',
  words: words(
    '健康存摺（JSON、XML 或 HTML），或含有這些檔案的 ZIP；填「-」就從標準輸入讀取',
    'JSON, XML or HTML passbooks, or ZIP archives that contain them; use - for standard input',
  ),
};
const force = option('--force', '如果檔案已經存在，就覆寫', 'overwrite existing files');
const writing: readonly OptionSpec[] = [
  option(
    '-o, --output <path>',
    '要寫入的檔案（CSV 則是資料夾）；填「-」就寫到標準輸出',
    'file to write, or folder for CSV; use - for standard output',
    { isMandatory: true },
  ),
  force,
];

export const commands: readonly CommandSpec[] = [
  {
    name: 'open',
    words: words(
      '列出健康存摺的內容，以及目前要注意的事',
      'show the contents of a passbook and what needs attention now',
    ),
    argument: passbooks,
    options: [
      passwordStdin,
      json,
      option(
        '--birth-year <year>',
        '出生年（例如西元 1958 或民國 47），用來判斷參考範圍，以及現在可以做哪些檢查',
        'year of birth (such as 1958, or ROC year 47), to choose reference ranges and check-ups',
      ),
    ],
  },
  {
    name: 'convert',
    words: words('轉換成其他格式', 'convert a passbook to another format'),
    argument: passbooks,
    options: [
      passwordStdin,
      json,
      ...writing,
      option(
        '--to <format>',
        'fhir（TW Core）、ips（病人摘要）、csv、xlsx 或 json',
        'fhir (TW Core), ips (patient summary), csv, xlsx or json',
        { choices: ['fhir', 'ips', 'csv', 'xlsx', 'json'], isMandatory: true },
      ),
      option(
        '--language <language>',
        '名稱與標題使用的語言；預設使用終端機的語言',
        'language of names and titles; default: the language of the terminal',
        { choices: ['zh-Hant', 'en'] },
      ),
      option(
        '--identity-name <name>',
        '寫入 FHIR 的姓名；沒有指定的話，就不寫入',
        'name to write to the FHIR output; by default, no name is written',
      ),
      option(
        '--identity-birth-date <date>',
        '寫入 FHIR 的出生日期（例如 1958-03-09）',
        'birth date to write to the FHIR output (such as 1958-03-09)',
      ),
      option(
        '--identity-id <number>',
        '寫入 FHIR 的身分證號；沒有指定的話，就寫入遮蔽後的號碼',
        'ID number to write to the FHIR output; by default, the masked number is written',
      ),
    ],
  },
  {
    name: 'merge',
    words: words(
      '把同一個人多次下載的檔案合併成一個 JSON 檔（J2）',
      'merge several downloads of one person into one JSON file (J2)',
    ),
    argument: passbooks,
    options: [passwordStdin, json, ...writing],
  },
  {
    name: 'verify',
    words: words(
      '檢查壓縮檔是否完整，以及簽發後有沒有被改過',
      'check whether archives are intact and have not changed since they were issued',
    ),
    argument: {
      name: '<file...>',
      words: words('ZIP 壓縮檔；填「-」就從標準輸入讀取', 'ZIP archives; use - for standard input'),
    },
    options: [
      option(
        '--issuer <url>',
        '信任這個網址的閘道簽發的壓縮檔，並從這個網址取得金鑰',
        'trust archives from the gateway at this address; the keys are downloaded from the gateway',
      ),
      option(
        '--keys <file>',
        '改從這個檔案讀取金鑰（JWKS），不連上網路',
        'read the keys from this file (JWKS) instead of downloading them',
      ),
      passwordStdin,
      json,
    ],
  },
  {
    name: 'check',
    words: words(
      '檢查嵌入了元件的網頁（安全政策、閘道、版本、語言），並說明怎麼修改',
      'check the policy, gateway, versions and language of a page that contains components, and show what to change',
    ),
    argument: { name: '<url>', words: words('網頁的網址', 'address of the page') },
    options: [
      option('--gateway <url>', '也檢查這個閘道', 'also check this gateway'),
      option(
        '--browser <path>',
        'Chromium、Chrome 或 Edge 的路徑；預設會自動尋找',
        'path of Chromium, Chrome or Edge; by default, the command finds a browser automatically',
      ),
      option(
        '--headers-only',
        '不啟動瀏覽器，只檢查標頭與閘道',
        'start no browser; check only the headers and the gateway',
      ),
      option(
        '--accept-any-certificate',
        '接受自行簽署的憑證（供測試伺服器使用）',
        'accept self-signed certificates, for test servers',
      ),
      json,
    ],
  },
  {
    name: 'knowledge',
    words: words('供白話說明使用的官方藥品檔案', 'official drug files for the explanations'),
    commands: [
      {
        name: 'build',
        words: words(
          '把 data.gov.tw 的藥品檔案（23715、9122、9119）合併成一個供查詢的 JSON 檔',
          'combine the drug files from data.gov.tw (23715, 9122, 9119) into one JSON file for look-ups',
        ),
        argument: {
          name: '<file...>',
          words: words('從網站下載的 CSV 或 ZIP 檔', 'CSV or ZIP files, as published'),
        },
        options: [
          option(
            '-o, --output <path>',
            '要寫入的檔案；填「-」就寫到標準輸出',
            'file to write; use - for standard output',
            {
              isMandatory: true,
            },
          ),
          force,
          json,
        ],
      },
    ],
  },
  {
    name: 'completion',
    words: words('印出 shell 的自動補齊指令碼', 'print the completion script for a shell'),
    argument: {
      name: '<shell>',
      words: words('bash、zsh 或 fish', 'bash, zsh or fish'),
      choices: ['bash', 'zsh', 'fish'],
    },
  },
  {
    name: 'man',
    words: words('印出使用手冊（man 格式）', 'print the manual page in man format'),
  },
];

/** Options that every command has. */
export const globalOptions: readonly OptionSpec[] = [
  option(
    '--lang <language>',
    '訊息使用的語言；預設使用終端機的語言',
    'language of messages; default: the language of the terminal',
    {
      choices: ['zh-Hant', 'en'],
    },
  ),
  option('-V, --version', '顯示版本', 'show the version'),
  option('-h, --help', '顯示說明', 'show this help'),
];

export const about: Words = words(
  '開啟、轉換、合併與驗證健康存摺，並檢查嵌入了元件的網頁。健康存摺的內容絕不會離開這台電腦。',
  'Open, convert, merge and verify My Health Bank passbooks (健康存摺), and check pages that contain components. The contents of a passbook never leave the computer.',
);

/** A note on how other programs handle AES-encrypted archives, such as those from a gateway. */
export const archiveHint: Words = words(
  '如果打不開 ZIP 檔，不一定是密碼錯誤。Windows 檔案總管、Mac 的「封存工具程式」與 iPhone 的「檔案」都打不開 AES 加密的檔案，而且可能誤報成密碼錯誤。Windows 請用 7-Zip，Mac 請用 Keka 或 The Unarchiver，iPhone 請用網站上的檢視器；也可以用 mhb open。密碼是身分證號，英文字母要大寫；用 mhb 時，也可以輸入全形或小寫。',
  'If a ZIP file does not open, the password is not necessarily wrong. Windows Explorer, Archive Utility on a Mac and Files on an iPhone cannot read AES encryption, and might report a wrong password. On Windows, use 7-Zip; on a Mac, use Keka or The Unarchiver; on an iPhone, use the viewer on the website. You can also use mhb open. The password is the ID number with a capital first letter; mhb also accepts full-width and lower-case letters.',
);

/** The meaning of each exit code, for people who write scripts. */
export const exitStatus: readonly (readonly [codes: string, words: Words])[] = [
  [
    '0',
    words(
      '指令完成；執行 check 時，表示沒有發現問題；執行 verify 時，表示檔案在簽發後沒有被改過',
      'success; for check, no problems were found; for verify, the archive has not changed since it was issued',
    ),
  ],
  [
    '1',
    words(
      '無法讀取輸入檔；執行 check 時，表示發現問題',
      'the input cannot be read; for check, problems were found',
    ),
  ],
  [
    '2',
    words('用法錯誤；執行 check 時，表示無法執行檢查', 'wrong usage; for check, the check could not run'),
  ],
  [
    '3',
    words(
      '沒有密碼或密碼錯誤；執行 check 時，表示沒有發現問題，但只檢查了標頭與閘道',
      'the password is missing or wrong; for check, no problems were found, but only the headers and the gateway were checked',
    ),
  ],
  ['4', words('無法寫入輸出檔', 'the output could not be written')],
  ['5', words('這些檔案屬於不同的人', 'the files belong to different people')],
  [
    '6',
    words(
      '執行 verify 時，表示檔案在簽發後被改過',
      'for verify, the archive has changed since it was issued',
    ),
  ],
  [
    '7',
    words(
      '執行 verify 時，表示檔案完整，但無法證明是誰製作的',
      'for verify, the archive is intact, but nothing proves who made it',
    ),
  ],
  ['70', words('未預期的錯誤', 'unexpected error')],
  ['130', words('使用者中斷執行', 'interrupted')],
];

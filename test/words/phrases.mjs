/**
 * Expressions whose meaning a translator, or a reader with school English, has to guess, and words that are
 * not used in Taiwan, each with a plainer expression. `plain-words.test.ts` looks for them in documents,
 * comments and screens.
 */

/** @type {readonly (readonly [phrase: RegExp, plainer: string])[]} */
export const englishPhrases = [
  [/\b(?:of|by|from) ours\b/i, 'our, our own'],
  [/\bunless told\b/i, 'by default'],
  [/\b(?:is|are) content (?:with|to)\b/i, 'accepts'],
  [/`doctor` is content/i, 'reports no problem'],
  [/\bit counts until\b/i, 'valid until'],
  [/\bin order to\b/i, 'to'],
  [/\b(?:utilize|utilise|leverage)s?\b/i, 'use'],
  [/\bplease note\b/i, '(leave it out)'],
  [/\bhow (?:it|the house) is laid out\b/i, 'how it is organized'],
  [/\bhas been at hand\b/i, 'we had no …'],
  [/\bputs? every query\b/i, 'sends every query'],
  [/\bas ever\b/i, 'the same'],
  [/\bin its place among\b/i, 'at the right position in'],
  [/\b(?:for|to) who (?:has|have|is|are|holds|reads)\b/i, 'for people who …'],
  [/\bto whomever\b|\bfor whomever\b/i, 'to anybody'],
  [/\banew\b/i, 'again'],
  [/\breckon(?:s|ed|ing)?\b/i, 'compute, estimate'],
  [/\bstands? (?:beside|below|above) (?:it|the|a)\b/i, 'is beside, below, above'],
  [/\bin its turn\b/i, '(leave it out), also'],
  [/\bfor want of\b/i, 'because there is no …'],
  [/\bcan(?:not)? be had\b/i, 'is (not) available'],
  [/\bgoes on where it\b/i, 'continues where it'],
  [/\bhas it that\b/i, 'states that'],
  [/\bof one's own\b/i, 'your own, separate'],
  [/\bthis is content\b/i, 'accepts this'],
  [/\bwithout a word\b/i, 'silently'],
  [/\bto the letter\b/i, 'exactly'],
  [/\bmakes (?:it )?ready beside\b/i, 'prepares in parallel'],
  [/\bnothing tells\b/i, 'is unknown'],
  [/\bof which no event tells\b/i, 'which no event reports'],
  [/\bwhoever\b/i, 'people who, no matter who'],
  [/\bgateway in memory\b/i, 'in-memory gateway'],
  [/\b(?:a|the|own|their|your|lost|by) telephones?\b/i, 'phone'],
  [/\bas (?:its|the|their) issuer made\b/i, 'unchanged since it was issued'],
  [/\bis framed by nobody\b/i, 'does not allow framing'],
  [/, beside (?:7-Zip|zip\.js|our)\b/i, 'compared with'],
  [/\b(?:serve\w*|page|open\w*|sent|only|calls?|reached) by https?\b/i, 'over https'],
  [/\bmade of the table\b/i, 'generated from the table'],
  [/\bgo(?:es)? on (?:working|telling|reading|with it)\b/i, 'continues to'],
  [/\bof use to nobody\b|\bis of no use where\b/i, 'is useless, is rejected if'],
  [/\bas far as (?:a|the) (?:page|caller|person) is told\b/i, 'as far as … can find out'],
  [/\bby any door\b/i, 'in any way'],
  [/\bis void\b|\bbecomes void\b/i, 'is invalid'],
  [/\buntil when the \w+ counts\b/i, 'when it expires'],
  [/\bnever takes? for a yes\b/i, 'does not count as confirmation'],
  [/\bis told (?:as|by) (?:the|it)\b/i, 'receives, is exported'],
  [/\bvariables? of the environment\b/i, 'environment variable'],
];

/**
 * Expressions to avoid in the English explanations of health data: British spelling, because the names in LOINC
 * and FHIR are American, and sentences that leave out a word.
 *
 * @type {readonly (readonly [phrase: RegExp, plainer: string])[]}
 */
export const explanationPhrases = [
  [/an?aem(?:ia|ic)(?!-)|leukaem|ischaem|thalassaem|\bhaem(?!ophilus)/i, '-emia, hem-'],
  [
    /(?<!angi)oedema|oesoph|oestrogen(?!s:)|\bdiarrhoea|apnoea|foet(?:al|us)/i,
    'edema, esophagus, estrogen, diarrhea …',
  ],
  [/faec(?:al|es)|caesarean|anaesth|gynaec|orthopaed|paediatric/i, 'fecal, anesthesia, pediatric …'],
  [/(?:behavi|col|hum|lab|neighb|od|tum|vap)our\b/i, '-or'],
  [/(?:ion|general|moistur|neutral|stabil|steril|normal|special|local)is(?:e[drs]?|ing|ation)\b/i, '-ize'],
  [/\b(?:centim|millim)?etres?\b|\blitres?\b|\bfibres?\b|\bcentres?\b/i, '-er'],
  [/\b(?:and|or) others\./i, 'includes A and B'],
  [/\b(?:high|low|large|small) ones\b/i, 'high values, large cells'],
  [/\bas told\b/i, 'as instructed'],
  [/\ba sudden end\b/i, 'stopping suddenly'],
  [/\bone (?:drank|drinks|eats|ate)\b/i, 'a person drinks, you drink'],
];

/**
 * Written and translated words in explanations, which must be understood when they are read aloud.
 *
 * @type {readonly (readonly [phrase: RegExp, plainer: string])[]}
 */
export const chineseExplanationPhrases = [
  [/用於(?:治療|緩解|預防|改善|減輕|控制|調整|降低|清除|補充)/, '用來治療'],
  [/傳統上用於/, '傳統上用來改善'],
  [/可見於/, '可能和……有關'],
  [/假性偏[高低]/, '比實際高、比實際低'],
  [/起效|作用時間/, '見效、藥效'],
  [/(?<!適)合用|併用/, '一起用'],
  [/皮下注射劑/, '打在皮下'],
  [/數(?:週|月(?!經)|次)(?!數)/, '幾個星期、幾個月、幾次'],
  [/起疹(?!子)/, '起疹子'],
  [/這是不是/, '讀起來像問句'],
  [/進行(?:評估|檢查|治療|追蹤|手術|測量)/, '動詞直接說'],
  [/[，；]如(?![果何同下此今])/, '例如'],
  [/[^。，；]所傷。/, '弄傷'],
];

/**
 * Words of letters and laws in sentences on screens, in errors, mails and commands.
 *
 * @type {readonly (readonly [phrase: RegExp, plainer: string])[]}
 */
export const chineseScreenPhrases = [
  [/請於(?!10分鐘後點選)/, '請在'],
  [/若(?!干)/, '如果'],
  [/逾期|逾時/, '過期、超過時間'],
  [/無需|毋須|(?<!必)須(?!知)/, '不必、要'],
  [/皆(?:為|可|須)/, '都'],
  [/為免/, '為了不讓'],
  [/疑似遭|遭(?:更改|偽造|複製|竄改)/, '可能被'],
  [/該(?:網[站頁域]|服務|程式|伺服器|瀏覽器|次|處)/, '這個、那個'],
  [/與此相同|在此(?:狀態|格式|閱讀)|按此|於此/, '這裡、這個'],
  [/驗證碼將|資料將|系統將|本頁將/, '會'],
  [/亦(?:同|可)|予以|加以|進行(?!中)/, '動詞直接說'],
];

/** @type {readonly (readonly [phrase: RegExp, plainer: string])[]} */
export const chinesePhrases = [
  [/程序員|應用程序|小程序/, '程式'],
  [/服務器/, '伺服器'],
  [/(?<!系統|紀)默認/, '預設'],
  [/登錄(?:帳號|系統|網站|頁面|密碼|畫面|成功|失敗)/, '登入'],
  [/賬/, '帳'],
  [/軟件|硬件|插件/, '軟體、硬體、外掛'],
  [/視頻|音頻/, '影片、音訊'],
  [/信息/, '訊息、資訊'],
  [/網絡/, '網路'],
  [/打印/, '列印'],
  [/數據/, '資料、數據（僅指數值）'],
  [/用戶(?!端)/, '使用者'],
  [/屏幕/, '螢幕'],
  [/鼠標/, '滑鼠'],
  [/鏈接/, '連結'],
  [/界面/, '介面、畫面'],
  [/(?<!身體)質量/, '品質'],
  [/激活/, '啟用'],
  [/文件夾/, '資料夾'],
  [/服務閘道/, '系統'],
  [/服務站/, '機台'],
  [/(?<!螢幕)閱讀器/, '檢視器'],
  [/connect 模式|連線模式/, '連結模式'],
  [/保證等級/, '身分確認強度'],
  [/公用機(?!器)/, '機台'],
  [/快速開始/, '快速入門'],
  [/儲存桶/, '儲存貯體'],
  [/營運單位/, '營運者'],
  [/國際病患摘要/, '國際病人摘要'],
  [/現行瀏覽器/, '新版瀏覽器'],
  [
    /緩存|字符|變量|回調|異步|線程|調用|接口|全局/,
    '快取、字元、變數、回呼、非同步、執行緒、呼叫、介面、全域',
  ],
  [/創建|優化|加載|刷新|兼容|訪問|導出/, '建立、最佳化、載入、重新整理、相容、存取、匯出'],
  [/文檔|菜單|硬盤|光標|客戶端/, '文件、選單、硬碟、游標、用戶端'],
  [/粘貼|全屏|二維碼|短信|郵箱|人工智能/, '貼上、全螢幕、QR 碼、簡訊、信箱、人工智慧'],
  [/支持(?=多種|各種|這種|這項|.{0,4}(?:格式|版本|功能|標準|瀏覽器))/, '支援'],
  // Chinese that follows the English sentence.
  [/進行(?!中)/, '（直接用動詞）'],
  [/當(?![天日年月時地次成作做中掉下初場事])[^。，、；：]{2,20}時，/, '…時，'],
  [/的的/, '的'],
  [/(?:[^，。；：！？、\s的a-z'`]{1,12}的){4}/i, '（拆成兩句）'],
  [/是由[^，。]{2,20}所|予以/, '（主動句）'],
  [/做出了?[^，。]{0,6}(?:決定|選擇|修改|改變)/, '決定、選擇、修改'],
  [/毫無疑問|眾所周知|不可否認/, '（刪去）'],
];

/**
 * Words that accompany the name of an analyte and state the specimen, the time or the method of the
 * measurement. Some of them change the analyte (`urine`, `free`); others do not (`serum`, a method). A name
 * that contains an unknown word is not recognized.
 */

/** The meaning of words that do not change the analyte. */
export const NEUTRAL = '';

const ofWords = (qualifier: string, words: string): (readonly [string, string])[] =>
  words.split('|').map((word) => [word, qualifier] as const);

/** The qualifier for each word. Words are in the form that `normalizeAnalyteName` returns. */
export const qualifiers: ReadonlyMap<string, string> = new Map([
  ...ofWords(
    NEUTRAL,
    'b|s|p|wb|blood|serum|plasma|serum/plasma|wholeblood|venous|venousblood|血|血液|血清|血漿|全血|血中|靜脈血|檢查|檢驗|檢測|測定|定量|數|量|值|濃度|value|level|count|計數|conc|auto|automated|自動|全自動|quantitative|quan|test|試驗|分析|免疫分析|免疫比濁法|放射免疫分析|酵素免疫法|免疫法|酵素法|eia|clia|eclia|cmia|lia|elisa|ria|eia/lia|bcg|bcp|jaffe|jaffé|enzymatic|enzyme|ise|patient|pt|sample|adult|成人|new|result|結果|i|ii',
  ),
  ...ofWords(
    'urine',
    'u|ur|urine|urinary|randomurine|spoturine|spot|尿|尿液|尿中|隨機尿|隨機尿液|單次尿|晨尿',
  ),
  ...ofWords(
    'urine-24h',
    '24hr|24hrs|24h|24hours|24hour|24小時|24小時尿|24小時尿液|24hrurine|24hurine|urine24hr|urine24h|日尿|全日尿|24hr尿|day',
  ),
  ...ofWords(
    'other-specimen',
    'csf|腦脊髓液|脊髓液|脊液|ascites|ascitic|ascitesfluid|腹水|pleural|pleuraleffusion|pleuralfluid|胸水|肋膜液|肋膜積液|胸腔液|bodyfluid|fluid|bf|體液|synovial|synovialfluid|jointfluid|關節液|滑液|drain|drainage|引流液|pericardial|pericardialeffusion|心包液|sweat|汗液|汗|saliva|唾液|dialysate|透析液|gastric|gastricjuice|胃液|bal|sputum|痰|semen|精液|bile|膽汁|arterial|動脈血|amniotic|羊水|capillary',
  ),
  ...ofWords('stool', 'stool|feces|faeces|fecal|faecal|糞便|大便'),
  ...ofWords('sediment', 'sediment|sed|micro|microscopy|沉渣|尿沉渣|尿沈渣|沈渣|鏡檢|/hpf|hpf'),
  ...ofWords('fasting', 'ac|fasting|f|npo|飯前|空腹|餐前|beforemeal|禁食'),
  ...ofWords(
    'postprandial',
    'pc|pp|postprandial|2hrpc|2hpc|pc2hr|pc2h|2hourspc|2hourpc|2hrspc|pc2hrs|2hpp|aftermeal|飯後|餐後|飯後2小時|飯後二小時|飯後兩小時|餐後2小時|餐後二小時|飯後2hr|飯後兩小時pc|2hr飯後|飯後1小時|1hrpc|pc1hr',
  ),
  ...ofWords('random', 'random|隨機|任意|stat|casual'),
  ...ofWords(
    'high-sensitivity',
    'hs|highsensitivity|highsensitive|高敏感|高敏感度|高敏|高感度|超敏|ultrasensitive',
  ),
  ...ofWords('ifcc', 'ifcc|mmol/mol'),
  ...ofWords('ngsp', 'ngsp|dcct|ngsp/dcct'),
  ...ofWords('percent', '%|percent|percentage|百分比|百分率|比率'),
  ...ofWords(
    'absolute',
    '#|abs|absolute|absolutecount|abscount|絕對值|絕對數|絕對計數|絕對數量|no|10^3/ul|x10^3/ul|/ul',
  ),
  ...ofWords('direct', 'direct|直接|直接法|直接測定'),
  ...ofWords('calculated', 'calc|cal|calculated|computed|friedewald|計算|計算值|計算法|推算'),
  ...ofWords('ckd-epi', 'ckdepi|ckdepi2021|ckdepi2009|ckdepi2012|epi'),
  ...ofWords('mdrd', 'mdrd|m|mmdrd|mdrds|smdrd|idmsmdrd|mdrd4'),
  ...ofWords('1 h', '1hr|1h|1hour|1hours|1小時|一小時|60min|60mins|60分鐘'),
  ...ofWords('2 h', '2hr|2h|2hrs|2hour|2hours|2小時|二小時|兩小時|120min|120mins|120分鐘'),
  ...ofWords(
    'timed',
    '30min|90min|30分鐘|90分鐘|3hr|3h|3小時|0min|180min|15min|45min|0.5hr|1.5hr|0hr|baseline',
  ),
  ...ofWords('50 g', '50g|50gm|50公克'),
  ...ofWords('75 g', '75g|75gm|75公克'),
  ...ofWords('100 g', '100g|100gm|100公克'),
  ...ofWords('free', 'free|游離|f'),
  ...ofWords('total', 'total|t|總|總量'),
]);

/** Returns the qualifier that an order code implies. */
export function qualifierOfOrder(order: string): string | null {
  if (order === '09140C') return 'postprandial';
  // Chapter 6 of the fee schedule contains urine tests, and chapter 7 contains stool tests. The codes 09003C and
  // 09016C are urea and creatinine in urine, and 12111C and 27065B are microalbumin.
  if (/^06/.test(order) || ['09003C', '09016C', '12111C', '27065B'].includes(order)) return 'urine';
  return /^07/.test(order) || order === '09134C' ? 'stool' : null;
}

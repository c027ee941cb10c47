import { sectionDefinitions, sections, type SectionKey } from '../sections/index.js';

/**
 * The names of sections and fields in pages: our own labels, and other words that pages use or are likely to
 * use.
 */

/** The sections, sorted so that those with more specific headings come first. */
const byHeading = [...sectionDefinitions].sort((a, b) => a.headingRank - b.headingRank);

/** Returns the section that a heading names, or `null` if it names none. */
export function sectionNamedIn(text: string): SectionKey | null {
  const compact = text.normalize('NFKC').replace(/\s+/g, '');
  return byHeading.find(({ heading }) => heading?.test(compact) === true)?.key ?? null;
}

/**
 * Other headers under which pages list a field, by the field's label. If several sections share a label, they
 * also share its other headers.
 */
const otherLabels: Readonly<Record<string, readonly string[]>> = {
  健保署服務單位: ['健保局服務單位', '服務單位', '分區業務組'],
  醫事機構: ['醫事機構名稱', '醫療院所', '就醫院所', '院所名稱', '醫療機構', '就醫機構'],
  醫事機構名稱: ['醫事機構', '醫事機構/施打地點', '施打地點', '接種單位', '接種院所'],
  上傳醫事機構: ['醫事機構', '醫事機構名稱'],
  檢查醫事機構名稱: ['醫事機構', '醫事機構名稱'],
  醫事機構代碼: ['醫事機構代號', '院所代碼'],
  就醫日期: ['就診日期', '看診日期', '門診日期', '就醫日期/入院日期'],
  '交付調劑、檢查或復健治療日期': ['交付調劑檢查或復健治療日期', '調劑日期', '交付調劑、檢查或復健治療日'],
  健保卡就醫序號: ['就醫序號', '卡序'],
  疾病分類碼: [
    '主診斷碼',
    '疾病分類代碼',
    '診斷碼',
    '疾病代碼',
    '國際疾病分類碼',
    '主診斷代碼',
    '主要診斷碼',
  ],
  疾病分類名稱: ['主診斷名稱', '診斷名稱', '疾病名稱', '主要診斷名稱', '疾病分類碼名稱'],
  處置碼: ['主處置碼', '處置代碼', '主手術碼'],
  處置名稱: ['主處置名稱', '處置碼名稱'],
  部分負擔金額: ['部分負擔', '部份負擔金額', '部份負擔', '部分負擔(元)'],
  健保支付點數: ['支付點數', '健保點數', '申請點數', '醫療點數'],
  醫囑代碼: ['醫令代碼', '醫囑碼', '藥品代碼', '醫令碼'],
  醫囑名稱: ['醫令名稱', '藥品名稱', '醫囑', '檢驗(查)名稱'],
  醫囑總量: ['總量', '醫令總量', '數量', '藥品用量'],
  給藥日數: ['給藥天數', '日數', '天數'],
  牙位代碼: ['牙位'],
  '檢驗(查)日期': ['檢驗日期', '檢查日期', '檢驗檢查日期', '採檢日期'],
  檢驗項目名稱: ['檢驗項目', '檢驗(查)項目', '檢查項目', '項目名稱'],
  結果值: ['檢驗結果', '檢驗(查)結果', '結果', '檢驗結果值'],
  參考值: ['參考範圍', '正常值', '檢驗參考值'],
  影像或病理報告內容: ['報告內容', '檢查報告', '報告', '影像或病理檢驗(查)報告內容'],
  接種日期: ['施打日期', '疫苗接種日期'],
  疫苗名稱: ['疫苗種類', '疫苗', '疫苗中文名稱'],
  過敏藥物內容: ['過敏藥物', '過敏原', '過敏資料'],
  上傳日期: ['登錄日期'],
  過敏症狀: ['症狀'],
  意願: ['註記內容', '意願內容', '器捐或安寧緩和醫療意願'],
  健保卡註記日期: ['註記日期'],
  '檢查(驗)結果': ['檢查結果', '篩檢結果', '檢驗結果'],
  入院日期: ['住院日期'],
};

/**
 * Normalizes a header for comparisons. Removes differences in Unicode form (NFKC) and case, white space,
 * punctuation, and a final unit in parentheses.
 */
export function normalizeHeader(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s:;*#、,.·/]+/g, '')
    .replace(/\(元\)$|\(點\)$/g, '')
    .toLowerCase();
}

export interface HeaderTable {
  readonly section: SectionKey;
  /**
   * The field keys by normalized header. `record` contains the fields of a record, and `nested` the fields of
   * the rows inside it.
   */
  readonly record: ReadonlyMap<string, string>;
  readonly nested: ReadonlyMap<string, string>;
}

const headersOf = (
  fields: readonly { readonly key: string; readonly label: { readonly 'zh-Hant': string } }[],
) =>
  new Map([
    // Our own labels come last, so that they take precedence over the other headers of other fields.
    ...fields.flatMap(({ key, label }) =>
      (otherLabels[label['zh-Hant']] ?? []).map((other): [string, string] => [normalizeHeader(other), key]),
    ),
    ...fields.map(({ key, label }): [string, string] => [normalizeHeader(label['zh-Hant']), key]),
  ]);

export const headerTables: readonly HeaderTable[] = sections.map(({ key, fields, nested }) => ({
  section: key,
  record: headersOf(fields),
  nested: headersOf(nested?.fields ?? []),
}));

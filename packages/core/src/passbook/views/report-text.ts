import type { Label } from '../record/record.js';
import type { DiagnosticReport } from '../model/model.js';

/** Determines the kind of examination that a report describes, and finds the report's conclusion. */

export type ReportKind =
  | 'x-ray'
  | 'ct'
  | 'mri'
  | 'ultrasound'
  | 'endoscopy'
  | 'heart'
  | 'bone-density'
  | 'nuclear'
  | 'pathology'
  | 'other';

interface KnownKind {
  readonly id: ReportKind;
  readonly label: Label;
  /** Matches the NHI order codes of this kind. */
  readonly codes: RegExp;
  /** Matches the name of an order in lower case and half-width characters. */
  readonly names: RegExp;
}

/**
 * The first match is used. More specific kinds therefore come before kinds whose fee schedule chapter includes
 * them.
 */
const kinds: readonly KnownKind[] = [
  {
    id: 'ct',
    label: { 'zh-Hant': '電腦斷層', en: 'CT' },
    codes: /^3307[0-2]/,
    names: /電腦斷層|\bct\b|tomography/,
  },
  {
    id: 'mri',
    label: { 'zh-Hant': '磁振造影', en: 'MRI' },
    codes: /^3308[45]/,
    names: /磁振|核磁|\bmri\b|magnetic/,
  },
  {
    id: 'bone-density',
    label: { 'zh-Hant': '骨質密度', en: 'Bone density' },
    codes: /^33064/,
    names: /骨質密度|骨密度|bone (?:mineral )?density|\bdxa\b/,
  },
  {
    id: 'ultrasound',
    label: { 'zh-Hant': '超音波', en: 'Ultrasound' },
    codes: /^19|^1800[5-7]|^18033|^20013|^2350[34]/,
    names: /超音波|ultraso|sonogra|echo/,
  },
  {
    id: 'endoscopy',
    label: { 'zh-Hant': '內視鏡', en: 'Endoscopy' },
    codes: /^28/,
    names: /內視鏡|胃鏡|大腸鏡|支氣管鏡|膀胱鏡|scopy/,
  },
  {
    id: 'heart',
    label: { 'zh-Hant': '心電圖', en: 'ECG' },
    codes: /^18/,
    names: /心電圖|electrocardio|\be[ck]g\b|holter/,
  },
  {
    id: 'nuclear',
    label: { 'zh-Hant': '核子醫學', en: 'Nuclear medicine' },
    codes: /^26/,
    names: /核子|閃爍|正子|scinti|\bpet\b/,
  },
  {
    id: 'pathology',
    label: { 'zh-Hant': '病理', en: 'Pathology' },
    codes: /^25/,
    names: /病理|切片|細胞|patholog|biops|cytolog/,
  },
  {
    id: 'x-ray',
    label: { 'zh-Hant': 'X 光', en: 'X-ray' },
    codes: /^3[23]/,
    names: /x光|x-ray|攝影|胸腔檢查|骨骼檢查|\bview\b|radiograph|mammogra/,
  },
];

/** The kinds of reports with their names, in the order in which people can choose them. */
export const reportKinds: readonly { readonly id: ReportKind; readonly label: Label }[] = [
  ...kinds,
  { id: 'other', label: { 'zh-Hant': '其他', en: 'Other' } },
];

/**
 * Determines the kind of a report from the code of its order, or from the name of the order if the file contains
 * no NHI code.
 */
export function reportKindOf({ order: { code, display } }: Pick<DiagnosticReport, 'order'>): ReportKind {
  const name = (display ?? '').normalize('NFKC').toLowerCase();
  const byCode =
    code !== null && /^\d{5}/.test(code) ? kinds.find(({ codes }) => codes.test(code)) : undefined;
  const known = byCode ?? kinds.find(({ names }) => names.test(name));
  return known?.id ?? 'other';
}

/**
 * Matches the heading of a report's conclusion. The heading of a clinical diagnosis does not match, because a
 * clinical diagnosis is the reason for an examination, not its finding.
 */
const conclusion = /(?:\bimpressions?\b|\bconclusions?\b|\bopinion\b|印象|結論|判讀結果) ?[:：]/gi;
const diagnosis =
  /(?:\b(?:pathologic(?:al)?|final|histologic(?:al)?) diagnos(?:is|es)\b|病理診斷|^ {0,8}diagnos(?:is|es)) ?[:：]/gim;

/**
 * Returns the conclusion of a report, which is the text after its heading. Returns `null` if there is no such
 * heading.
 */
export function impressionOf({ text }: Pick<DiagnosticReport, 'text'>): string | null {
  if (text === null) return null;
  const heading = [...text.matchAll(conclusion)].at(-1) ?? [...text.matchAll(diagnosis)].at(-1);
  if (heading === undefined) return null;
  const said = text.slice(heading.index + heading[0].length).trim();
  return said === '' ? null : said;
}

/**
 * Checks whether the text of a report is arranged in columns, which need a monospaced font and lines that do not
 * wrap.
 */
export function hasColumns({ text }: Pick<DiagnosticReport, 'text'>): boolean {
  const rows = (text ?? '').split('\n').filter((line) => /\S(?:\t| {3,})\S/.test(line));
  return rows.length > 1;
}

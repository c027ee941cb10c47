/**
 * English translations of phrases that are frequent in files. Without them, an English summary would be
 * incomprehensible. Text is translated only if it consists entirely of such a phrase.
 */

const whole: readonly (readonly [RegExp, string])[] = [
  [/^無異常$/, 'No abnormality'],
  [/^異常$/, 'Abnormal'],
  [/^正常$/, 'Normal'],
  [/^陰性$/, 'Negative'],
  [/^陽性$/, 'Positive'],
  [/^未檢查$|^未檢驗$|^未執行$/, 'Not done'],
  [/^無$/, 'None'],
  [/^輕度$/, 'Mild'],
  [/^中度$/, 'Moderate'],
  [/^重度$/, 'Severe'],
  [/^同意安寧緩和醫療/, 'Agrees to hospice and palliative care'],
  [/^同意(?:不施行心肺復甦術|不施行心肺復甦)/, 'Agrees to no cardiopulmonary resuscitation'],
  [/^同意器官捐贈/, 'Agrees to organ donation'],
  [/^(?:已?簽署)?預立醫療決定/, 'Has signed an advance decision on medical care'],
  [/^大腸癌篩檢$/, 'Colorectal cancer screening'],
  [/^乳癌篩檢$/, 'Breast cancer screening'],
  [/^子宮頸癌篩檢$/, 'Cervical cancer screening'],
  [/^口腔癌篩檢$/, 'Oral cancer screening'],
  [/^肺癌篩檢$/, 'Lung cancer screening'],
  [/^定量免疫法糞便潛血檢查$|^糞便潛血檢查$/, 'Fecal occult blood test'],
  [/^乳房[XＸ]光攝影(?:檢查)?$/, 'Mammography'],
  [/^子宮頸抹片(?:檢查)?$/, 'Cervical smear'],
  [/^口腔黏膜檢查$/, 'Oral mucosa examination'],
  [/^低劑量電腦斷層(?:檢查)?$/, 'Low-dose computed tomography'],
];

/** Returns the English translation of text from the file, or `null` if the text is not a known phrase. */
export function phraseOf(text: string): string | null {
  const folded = text.normalize('NFKC').trim();
  return whole.find(([pattern]) => pattern.test(folded))?.[1] ?? null;
}

/**
 * A reaction that indicates an allergy, coded in SNOMED CT (IPS free set), with its names in English and
 * Chinese.
 */
export interface Reaction {
  readonly snomed: string;
  readonly display: string;
  readonly zh: string;
}

/**
 * Patterns that recognize reactions, with codes and names from the value set
 * `allergy-reaction-snomed-ct-ips-free-set` of `hl7.fhir.uv.ips` 1.1.0. More severe reactions come first.
 */
const reactions: readonly (readonly [RegExp, string, string, string])[] = [
  [/過敏性?休克|anaphyla/i, '39579001', 'Anaphylaxis (disorder)', '過敏性休克'],
  [/史帝文|stevens|\bSJS\b/i, '73442001', 'Stevens-Johnson syndrome (disorder)', '史帝文強森症候群'],
  [/毒性表皮|lyell|\bTEN\b/i, '768962006', 'Lyell syndrome (disorder)', '毒性表皮溶解症'],
  [
    /\bDRESS\b/,
    '702809001',
    'Drug reaction with eosinophilia and systemic symptoms (disorder)',
    'DRESS 症候群',
  ],
  [/喉頭?水腫|laryn(?:x|geal) o?edema/i, '51599000', 'Edema of larynx (disorder)', '喉頭水腫'],
  [/血管性?水腫|angio-?o?edema/i, '41291007', 'Angioedema (disorder)', '血管性水腫'],
  [/支氣管痙攣|bronchospasm/i, '4386001', 'Bronchospasm (finding)', '支氣管痙攣'],
  [/呼吸困難|喘|dyspn/i, '267036007', 'Dyspnea (finding)', '呼吸困難'],
  [/胸悶|chest tight/i, '23924001', 'Tight chest (finding)', '胸悶'],
  [/氣喘|asthma/i, '195967001', 'Asthma (disorder)', '氣喘'],
  [/蕁麻疹|urticaria|hives/i, '126485001', 'Urticaria (disorder)', '蕁麻疹'],
  [/皮疹|紅疹|起疹|rash|eruption/i, '271807003', 'Eruption of skin (disorder)', '皮疹'],
  [/[搔瘙]?癢|itch|prurit/i, '418363000', 'Itching of skin (finding)', '皮膚癢'],
  [/濕疹|eczema/i, '43116000', 'Eczema (disorder)', '濕疹'],
  [/血管炎|vasculitis/i, '31996006', 'Vasculitis (disorder)', '血管炎'],
  [/噁心|nausea/i, '422587007', 'Nausea (finding)', '噁心'],
  [/嘔吐|vomit/i, '422400008', 'Vomiting (disorder)', '嘔吐'],
  [/腹瀉|diarrh/i, '62315008', 'Diarrhea (finding)', '腹瀉'],
  [/咳嗽|cough/i, '49727002', 'Cough (finding)', '咳嗽'],
  [/鼻炎|rhinitis/i, '70076002', 'Rhinitis (disorder)', '鼻炎'],
  [/結膜炎|conjunctivitis/i, '9826008', 'Conjunctivitis (disorder)', '結膜炎'],
  [/癲癇發作|抽搐|seizure/i, '91175000', 'Seizure (finding)', '抽搐'],
  [/心律不整|arrhythmia/i, '698247007', 'Cardiac arrhythmia (disorder)', '心律不整'],
];

/**
 * Returns the reactions that a text mentions, each once. If the text contains a negation (無皮疹), returns
 * none.
 */
export function reactionsIn(text: string): Reaction[] {
  if (/無|未|沒有|否認|\b(?:no|without|denie[sd])\b/i.test(text)) return [];
  return reactions
    .filter(([pattern]) => pattern.test(text))
    .map(([, snomed, display, zh]) => ({ snomed, display, zh }));
}

/**
 * A kind of vaccine, recognized by its Chinese or English name, with its ATC code and its names in both
 * languages.
 */
export interface VaccineKind {
  readonly atc: string;
  readonly zh: string;
  readonly en: string;
}

/**
 * ATC J07 codes by patterns in a vaccine's name. The first matching pattern is used, so combined vaccines come
 * before their parts.
 */
const vaccines: readonly (readonly [RegExp, string, string, string])[] = [
  [/六合一|hexa/i, 'J07CA09', '六合一疫苗', 'DTaP-HepB-Hib-IPV vaccine'],
  [/五合一|penta/i, 'J07CA06', '五合一疫苗', 'DTaP-Hib-IPV vaccine'],
  [
    /四合一|白喉破傷風.{0,12}百日咳.{0,12}小兒麻痺|DTaP-IPV|Tdap-IPV/i,
    'J07CA02',
    '四合一疫苗',
    'DTaP-IPV vaccine',
  ],
  [/百日咳|DTP|Tdap/i, 'J07AJ52', '白喉破傷風百日咳疫苗', 'Diphtheria-tetanus-pertussis vaccine'],
  [/破傷風.{0,12}白喉|白喉.{0,12}破傷風|\bTd\b/, 'J07AM51', '破傷風白喉疫苗', 'Tetanus-diphtheria vaccine'],
  [/破傷風|tetanus/i, 'J07AM01', '破傷風疫苗', 'Tetanus vaccine'],
  [/麻疹.{0,12}腮腺炎|MMR/i, 'J07BD52', '麻疹腮腺炎德國麻疹疫苗', 'Measles-mumps-rubella vaccine'],
  [/帶狀疱疹|zoster|shingrix/i, 'J07BK03', '帶狀疱疹疫苗', 'Herpes zoster vaccine'],
  [/水痘|varicella/i, 'J07BK01', '水痘疫苗', 'Varicella vaccine'],
  [/流感|influenza|flu\b/i, 'J07BB', '流感疫苗', 'Influenza vaccine'],
  [/COVID|新冠|SARS-?CoV|JN\.1|XBB/i, 'J07BN', 'COVID-19 疫苗', 'COVID-19 vaccine'],
  [/肺炎鏈球菌|肺炎球菌|pneumococ|PCV|PPV/i, 'J07AL', '肺炎鏈球菌疫苗', 'Pneumococcal vaccine'],
  [/A型肝炎|A肝|hep(?:atitis)? ?A\b/i, 'J07BC02', 'Ａ型肝炎疫苗', 'Hepatitis A vaccine'],
  [/B型肝炎|B肝|hep(?:atitis)? ?B\b/i, 'J07BC01', 'Ｂ型肝炎疫苗', 'Hepatitis B vaccine'],
  [/日本腦炎|japanese enceph/i, 'J07BA', '日本腦炎疫苗', 'Japanese encephalitis vaccine'],
  [/卡介苗|BCG/i, 'J07AN01', '卡介苗', 'BCG vaccine'],
  [/人類乳突|子宮頸癌疫苗|HPV/i, 'J07BM', '人類乳突病毒疫苗', 'Human papillomavirus vaccine'],
  [/小兒麻痺|polio|IPV/i, 'J07BF', '小兒麻痺疫苗', 'Poliomyelitis vaccine'],
  [/輪狀病毒|rotavirus/i, 'J07BH', '輪狀病毒疫苗', 'Rotavirus vaccine'],
  [/狂犬病|rabies/i, 'J07BG01', '狂犬病疫苗', 'Rabies vaccine'],
  [/黃熱病|yellow fever/i, 'J07BL01', '黃熱病疫苗', 'Yellow fever vaccine'],
  [/腦膜炎雙球菌|腦膜炎球菌|meningococ/i, 'J07AH', '流行性腦脊髓膜炎疫苗', 'Meningococcal vaccine'],
  [/傷寒|typhoid/i, 'J07AP', '傷寒疫苗', 'Typhoid vaccine'],
  [/猴痘|M痘|mpox/i, 'J07BX01', 'M 痘疫苗', 'Mpox vaccine'],
];

export function vaccineKindOf(name: string): VaccineKind | null {
  const folded = name.normalize('NFKC');
  const found = vaccines.find(([pattern]) => pattern.test(folded));
  return found === undefined ? null : { atc: found[1], zh: found[2], en: found[3] };
}

import { sections, type RawRow, type RawValue } from '../passbook/index.js';
import type { PrivateTopic } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';
import { filterRows } from './record-date.js';

/**
 * Determines which of a young person's records concern a topic that the young person may keep private from a
 * parent. If in doubt, a record is withheld, because a missing record can be requested later, but a disclosed
 * one cannot be taken back. Therefore every record that mentions such a topic is withheld, together with all
 * records from the same facility and day. A claim that does not state its reason is also withheld.
 */

interface Signs {
  /** ICD-10-CM codes without the dot. */
  readonly diagnosis: RegExp;
  /** Words that occur in reports or in the names of facilities, diagnoses, orders, drugs and tests. */
  readonly words: RegExp;
}

const signs: Readonly<Record<PrivateTopic, Signs>> = {
  'mental-health': {
    // Codes for mental and behavioral disorders; suicidal ideation; self-harm, including poisoning (sixth
    // character 2); and a history of self-harm.
    diagnosis: /^(?:F|R45|X7[1-9]|X8[0-3]|T1491|Z915|Z133|T(?:3[6-9]|4\d|50|5[1-9]|6[0-5])[0-9A-Z]{2}2)/,
    words:
      /精神|身心|心理|憂鬱|焦慮|躁|思覺|自殺|自傷|成癮|藥癮|酒癮|厭食|暴食|過動|鋰鹽|安非他命|鴉片|psych|depress|anxi|bipolar|schizo|suicid|self-harm|lithium|amphetamin|opiate|methadon|oxetine|talopram|sertralin|venlafaxin|bupropion|mirtazapin|trazodon|piprazol|peridon|quetiapin|olanzapin|clozapin|haloperidol|methylphenidat|atomoxetin|(?:al|est)azolam|lorazepam|clonazepam|diazepam|zolpidem/i,
  },
  'sexual-health': {
    // Codes for sexually transmitted infections; screening for these infections and contact with them;
    // pregnancy and childbirth; and contraception.
    diagnosis: /^(?:A5\d|A6[0-4]|B977|N7[0-7]|N52|F52|F6[4-6]|O|Z3[0-9A]|Z113|Z202|Z640|Z70|Z725|Z793|Z975)/,
    words:
      /性病|性傳|梅毒|淋病|淋菌|披衣菌|菜花|濕疣|生殖器|避孕|節育|流產|懷孕|妊娠|孕|產檢|婦產|事後|性功能|syphilis|gonorr|chlamyd|condylom|contracep|pregnan|abort|miscarr|obstetr|gyna?ecol|\b(?:rpr|vdrl|tpha|tppa|hcg)\b|gestrel|mifepriston|misoprostol|estradiol|spirenon/i,
  },
  hiv: {
    diagnosis: /^(?:B2[0-4]|B9735|Z21|R75|Z206|Z114|Z717|O987|Z2981)/,
    words:
      /愛滋|免疫缺乏病毒|免疫缺乏症候|反轉錄|\bhiv|\baids\b|retrovir|tegravir|tenofovir|emtricitabin|efavirenz|lamivudin|abacavir|rilpivirin|doravirin|darunavir|biktarvy|truvada|descovy|genvoya|triumeq|dovato|odefsey/i,
  },
  violence: {
    // Codes for confirmed and suspected maltreatment; assault and its perpetrators; and the examination and
    // counseling of victims.
    diagnosis: /^(?:T74|T76|X9[2-9]|Y0\d|Z044|Z045|Z047|Z0481|Z69|Z6281|Z914|Z654|O9A[345])/,
    words: /家暴|家庭暴力|性侵|虐|受暴|強暴|暴力|驗傷|毆|abus|assault|violen|\brape|maltreat|neglect/i,
  },
};

/**
 * The fields in which claims state their reason, by section. Sections of dental claims are not listed, because
 * dental claims do not have to state a reason.
 */
const statedFor: ReadonlyMap<string, readonly string[]> = new Map(
  sections
    .filter(({ pages }) => pages?.includes('visits') === true && !pages.includes('dental'))
    .map(({ key, fields }) => [
      key,
      fields.filter(({ label }) => label['zh-Hant'].startsWith('疾病分類')).map((field) => field.key),
    ]),
);
const DIAGNOSIS = /^[A-Z]\d[0-9A-Z]\.?[0-9A-Z]{0,4}$/;
const DAY = /^\d{7,8}$/;

/** The combinations of facility and day for which all records are withheld. */
export type PrivateVisits = ReadonlySet<string>;

/**
 * Returns the visits that must be withheld from every category because of these records.
 * @param records The records of all categories that contain visits
 */
export function privateVisits(records: RawRecords, topics: readonly PrivateTopic[]): PrivateVisits {
  return new Set(
    Object.entries(records).flatMap(([section, rows]) =>
      rows.filter((row) => isPrivate(section, row, topics)).flatMap((row) => visitsOf(section, row)),
    ),
  );
}

/** Returns the records that a representative may see. */
export function withoutPrivate(
  records: RawRecords,
  topics: readonly PrivateTopic[],
  visits: PrivateVisits,
): RawRecords {
  return filterRows(
    records,
    (section, row) =>
      !isPrivate(section, row, topics) && !visitsOf(section, row).some((visit) => visits.has(visit)),
  );
}

function isPrivate(section: string, row: RawRow, topics: readonly PrivateTopic[]): boolean {
  const stated = statedFor.get(section);
  if (stated !== undefined && stated.every((field) => (row[field] ?? '') === '')) return true;
  const texts = textsOf(row);
  return topics.some((topic) => {
    const { diagnosis, words } = signs[topic];
    return texts.some(
      (text) => (DIAGNOSIS.test(text) && diagnosis.test(text.replace('.', ''))) || words.test(text),
    );
  });
}

/**
 * Returns the facility combined with each date in the row. The facility is identified by its code or, if the
 * row has no code, by its name.
 */
function visitsOf(section: string, row: RawRow): readonly string[] {
  const facility = [row[`${section}.3`], row[`${section}.4`]].find(
    (value) => typeof value === 'string' && value !== '',
  );
  if (typeof facility !== 'string') return [];
  return Object.values(row).flatMap((value) =>
    typeof value === 'string' && DAY.test(value) && value !== facility ? [`${facility} ${value}`] : [],
  );
}

const textsOf = (row: RawRow): readonly string[] => Object.values(row).flatMap(textsIn);

const textsIn = (value: RawValue): readonly string[] =>
  typeof value === 'string' ? [value.normalize('NFKC').trim()] : value.flatMap(textsOf);

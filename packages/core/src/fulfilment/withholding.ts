import { sections, type RawRow, type RawValue } from '../passbook/index.js';
import type { PrivateTopic } from '../request/index.js';
import type { RawRecords } from './raw-rows.js';
import { filterRows } from './record-date.js';

/**
 * What of a young person's records is about something that they may keep from a parent. In doubt a record is withheld: one
 * that is missing can be asked for, one that was shown cannot be taken back. So whatever names a topic is withheld whole, with
 * all that is of the same facility and day, and so is a claim that does not say what it was for.
 */

interface Signs {
  /** ICD-10-CM, without its dot. */
  readonly diagnosis: RegExp;
  /** In names of facilities, diagnoses, orders, drugs and tests, and in reports. */
  readonly words: RegExp;
}

const signs: Readonly<Record<PrivateTopic, Signs>> = {
  'mental-health': {
    // Mental and behavioural disorders; suicidal ideation; self-harm, also by poisoning (sixth character 2); its history.
    diagnosis: /^(?:F|R45|X7[1-9]|X8[0-3]|T1491|Z915|Z133|T(?:3[6-9]|4\d|50|5[1-9]|6[0-5])[0-9A-Z]{2}2)/,
    words:
      /精神|身心|心理|憂鬱|焦慮|躁|思覺|自殺|自傷|成癮|藥癮|酒癮|厭食|暴食|過動|鋰鹽|安非他命|鴉片|psych|depress|anxi|bipolar|schizo|suicid|self-harm|lithium|amphetamin|opiate|methadon|oxetine|talopram|sertralin|venlafaxin|bupropion|mirtazapin|trazodon|piprazol|peridon|quetiapin|olanzapin|clozapin|haloperidol|methylphenidat|atomoxetin|(?:al|est)azolam|lorazepam|clonazepam|diazepam|zolpidem/i,
  },
  'sexual-health': {
    // Sexually transmitted infections; pregnancy and childbirth; contraception; screening for and contact with them.
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
    // Maltreatment confirmed and suspected; assault and who did it; examination and counselling of victims.
    diagnosis: /^(?:T74|T76|X9[2-9]|Y0\d|Z044|Z045|Z047|Z0481|Z69|Z6281|Z914|Z654|O9A[345])/,
    words: /家暴|家庭暴力|性侵|虐|受暴|強暴|暴力|驗傷|毆|abus|assault|violen|\brape|maltreat|neglect/i,
  },
};

/** Fields in which claims say what they were for, by section. Of dental care that needs no saying. */
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

/** Facilities and days of which nothing is shown. */
export type PrivateVisits = ReadonlySet<string>;

/** What of any category is withheld with the records that say it. @param records of all categories that hold visits */
export function privateVisits(records: RawRecords, topics: readonly PrivateTopic[]): PrivateVisits {
  return new Set(
    Object.entries(records).flatMap(([section, rows]) =>
      rows.filter((row) => isPrivate(section, row, topics)).flatMap((row) => visitsOf(section, row)),
    ),
  );
}

/** The records that a representative gets. */
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

/** A facility, by its code or else by its name, with each day that the row names. */
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

import type {
  AllergyIntolerance,
  DrugIngredient,
  Organization,
  PartialDate,
  Passbook,
  Source,
} from '../model/model.js';
import { facilityKey } from '../record/organizations.js';
import type { Label } from '../record/record.js';
import { allergyIntolerances } from '../sections/index.js';
import type { Medication } from './medication.js';
import { groupBy, newestFirst } from './order.js';
import { sourcesOf } from './sources.js';

/** A recorded allergy. It is listed once, no matter how often and by how many facilities it was uploaded. */
export interface Allergy {
  /** The substance as written in the newest record. */
  readonly substance: string | null;
  /** The worst severity in any of the records, as written there. */
  readonly severity: string | null;
  /** The symptoms from all records, without repetitions. */
  readonly manifestations: readonly string[];
  readonly note: string | null;
  /** The date of the last upload, not the date on which the allergy began. */
  readonly recordedOn: PartialDate | null;
  /** The facility that uploaded the newest record. */
  readonly organization: Organization;
  /** The ingredients that are named in the text of the substance. */
  readonly ingredients: readonly DrugIngredient[];
  /** The groups of drugs that are named in the text of the substance (`Penicillin`, `NSAID`). */
  readonly groups: readonly AllergyGroup[];
  readonly sources: readonly Source[];
  /** All records of this allergy, newest first. */
  readonly records: readonly AllergyIntolerance[];
}

/**
 * A record stating that the person has no allergy, or that nothing is recorded. It is shown as a statement and
 * does not count as an allergy.
 */
export interface AllergyStatement {
  /** `none` means that the person has no allergy. `not-recorded` means that nothing is known. */
  readonly kind: 'none' | 'not-recorded';
  /** The text as written in the file. */
  readonly text: string;
  readonly recordedOn: PartialDate | null;
  readonly organization: Organization;
  readonly sources: readonly Source[];
  readonly records: readonly AllergyIntolerance[];
}

/** A group of drugs that allergy records name as a cause. */
export interface AllergyGroup {
  readonly id: string;
  readonly label: Label;
}

interface KnownGroup extends AllergyGroup {
  /** Matches the name of the group in the text of a substance, after normalization. */
  readonly words: RegExp;
  /** The ids of the ingredient groups that belong to this group. */
  readonly members: readonly string[];
  readonly ingredients: readonly string[];
  /** The groups of ingredients that a person with an allergy to one member should avoid altogether. */
  readonly crossReacts: readonly string[];
}

const knownGroups: readonly KnownGroup[] = [
  {
    id: 'penicillins',
    label: { 'zh-Hant': '盤尼西林類', en: 'penicillins' },
    words: /PENICILLIN|盤尼西林|青黴素/,
    members: ['penicillins'],
    ingredients: [],
    crossReacts: ['penicillins'],
  },
  {
    id: 'cephalosporins',
    label: { 'zh-Hant': '頭孢子菌素類', en: 'cephalosporins' },
    words: /CEPHALOSPORIN|頭孢子?菌素|頭孢類/,
    members: ['cephalosporins'],
    ingredients: [],
    crossReacts: [],
  },
  {
    id: 'sulfonamides',
    label: { 'zh-Hant': '磺胺類抗生素', en: 'sulfonamide antibiotics' },
    words: /\bSULFA\b|SULFA ?DRUG|SULFONAMIDE|磺胺/,
    members: ['sulfonamide-antibiotics'],
    ingredients: ['silver sulfadiazine'],
    crossReacts: [],
  },
  {
    id: 'nsaids',
    label: { 'zh-Hant': '非類固醇消炎止痛藥（NSAID）', en: 'anti-inflammatory pain drugs (NSAIDs)' },
    words: /NSAID|非類固醇|消炎止痛/,
    members: ['nsaids', 'coxibs'],
    ingredients: ['acetylsalicylic acid'],
    // People with an allergy to other NSAIDs often tolerate COX-2 inhibitors.
    crossReacts: ['nsaids'],
  },
  {
    id: 'quinolones',
    label: { 'zh-Hant': '奎諾酮類抗生素', en: 'quinolones' },
    words: /QUINOLONE|奎諾酮|喹諾酮/,
    members: ['quinolones'],
    ingredients: [],
    crossReacts: ['quinolones'],
  },
  {
    id: 'macrolides',
    label: { 'zh-Hant': '巨環類抗生素', en: 'macrolides' },
    words: /MACROLIDE|巨環類/,
    members: ['macrolides'],
    ingredients: [],
    crossReacts: [],
  },
  {
    id: 'tetracyclines',
    label: { 'zh-Hant': '四環素類抗生素', en: 'tetracyclines' },
    words: /TETRACYCLINES|四環素類/,
    members: ['tetracyclines'],
    ingredients: [],
    crossReacts: ['tetracyclines'],
  },
  {
    id: 'aminoglycosides',
    label: { 'zh-Hant': '胺基糖苷類抗生素', en: 'aminoglycosides' },
    words: /AMINOGLYCOSIDE|胺基(?:糖苷|醣苷|配醣體)/,
    members: ['aminoglycosides'],
    ingredients: [],
    crossReacts: ['aminoglycosides'],
  },
];

const fold = (text: string): string => text.normalize('NFKC').toUpperCase().trim();
/**
 * Normalizes a name and removes white space and punctuation, so that two spellings of one substance can be
 * compared.
 */
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** 無, 未過敏, 否認藥物過敏, 無已知藥物過敏史 … */
const noneInChinese =
  /^(?:目前|經查|自述|主訴|表示|病人|病患|患者|個案|家屬|本人|尚|暫時?|從)*(?:皆|均|並)?(?:無|沒有|未有|未曾有?|未發現|查無|否認有?|未|不|否)(?:任何|已知|特殊|明顯|明確|其他|之|的)*(?:食物|藥物|藥品|藥|及|與|和|或|對)*(?:過敏|敏感)(?:病?史|紀錄|記錄|反應|情形|現象|體質|物質|原|源|之?藥物|的藥物|藥)*$/;
const noneAlone = /^(?:無|沒有|否|否認|皆無|均無|查無|尚無|暫無|從無|無特殊|目前無|尚?未發現|無不良反應)$/;
/** Statements such as NP, NKDA or "no known drug allergy". */
const noneInEnglish =
  /^(?:PATIENT|PT|FAMILY)?(?:NO|NIL|NONE|NP|NKA|NKDA|NKFA|NAD|NEG|NEGATIVE|DENY|DENIED|DENIES|NOKNOWN|NILKNOWN|NOTKNOWN|(?:NO|NIL|NOT?|DENY|DENIED|DENIES|WITHOUT)(?:ANY|KNOWN|SPECIFIC|SIGNIFICANT|PREVIOUS|PAST|HISTORYOF|HXOF|OF)*(?:DRUG|FOOD|MEDICATION|MEDICINE|AND|OR)*(?:ALLERGY|ALLERGIES|ALLERGIC|SENSITIVITY|ADR|ADVERSEREACTIONS?)(?:TO)?(?:DRUGS?|FOOD|MEDICATIONS?|MEDICINES?|AND|OR)*(?:HISTORY|HX|RECORDED|NOTED|REPORTED|KNOWN|REACTIONS?)*)$/;
/** 未記錄, 不詳, NA … */
const notRecorded =
  /^(?:(?:未|無|沒有)(?:紀錄|記錄|登錄|登載|填寫|填|提供|測試?|評估|詢問|資料)|不詳|不明|未知|不知道?|待查|待確認|尚?未確認|無法(?:得知|確認|評估|取得|提供)|NA|ND|UNKNOWN|NOTKNOWN|NOTRECORDED|NORECORDS?|NODATA|UNRECORDED|X+|0*)$/;

/** Labels that forms print in front of a statement, as in `藥物過敏：無` and `Drug allergy (-)`. */
const formLabel =
  /^(?:(?:藥物|藥品|食物)?過敏(?:病?史|紀錄|記錄)?|(?:DRUG |FOOD |MEDICATION )?ALLERG(?:Y|IES)(?: HISTORY)?|ADR) ?(?::|(?=\())/;

/** Returns what the text of a substance states if it names no substance. Returns `null` if it names one. */
export function statementOf(substance: string): AllergyStatement['kind'] | null {
  const text = fold(substance);
  const said = text.replace(formLabel, '').trim();
  if (said !== text && /^\(?-\)?$/.test(said)) return 'none';
  // One statement may be repeated in parentheses after another: `無 (NKDA)`.
  const [, outside = '', inside = ''] = /^([^()]+)\(([^()]+)\)$/.exec(said) ?? [];
  const kind = kindOf(outside);
  return kind !== null && kindOf(inside) !== null ? kind : kindOf(said);
}

function kindOf(statement: string): AllergyStatement['kind'] | null {
  const text = bare(statement);
  if (text === '' && statement === '') return null;
  if (notRecorded.test(text)) return 'not-recorded';
  return noneAlone.test(text) || noneInChinese.test(text) || noneInEnglish.test(text) ? 'none' : null;
}

/**
 * Lists the recorded allergies, newest first. Each allergy is listed once. Records stating that there are no
 * allergies are left out.
 */
export function listAllergies({ sections }: Passbook): Allergy[] {
  const items = sections[allergyIntolerances.key].filter(
    ({ substance }) => substance === null || statementOf(substance) === null,
  );
  return [...groupBy(items, substanceKey).values()]
    .map((records) => allergyOf([...records].sort(newestFirst)))
    .sort((a, b) => newestFirst({ date: a.recordedOn }, { date: b.recordedOn }));
}

/**
 * Lists the statements that there is no allergy or that nothing is known, newest first. The list contains at most
 * one statement of each kind per facility.
 */
export function listAllergyStatements({ sections }: Passbook): AllergyStatement[] {
  const stating = sections[allergyIntolerances.key].flatMap((record) => {
    const kind = record.substance === null ? null : statementOf(record.substance);
    return kind === null ? [] : [{ record, kind }];
  });
  const groups = groupBy(stating, ({ record, kind }) => `${kind}|${facilityKey(record.organization) ?? ''}`);
  return [...groups.values()]
    .flatMap((group): AllergyStatement[] => {
      const records = group.map(({ record }) => record).sort(newestFirst);
      const [newest] = records;
      if (newest === undefined) return [];
      return [
        {
          kind: group[0]?.kind ?? 'none',
          text: newest.substance ?? '',
          recordedOn: newest.recordedOn,
          organization: newest.organization,
          sources: sourcesOf(records),
          records,
        },
      ];
    })
    .sort((a, b) => newestFirst({ date: a.recordedOn }, { date: b.recordedOn }));
}

/**
 * Identifies a substance by its ingredients, so that the language of the text does not matter. A substance without
 * known ingredients is identified by the letters in its name.
 */
function substanceKey({ substance, ingredients }: AllergyIntolerance): string {
  if (ingredients.length > 0) return ingredients.map(({ id }) => id).join('+');
  return bare(substance ?? '');
}

function allergyOf(records: readonly AllergyIntolerance[]): Allergy {
  // The list is never empty, because every group has at least one record.
  const newest = records[0] as AllergyIntolerance;
  const distinct = (values: readonly (string | null)[]): string[] => [
    ...new Set(values.filter((value) => value !== null)),
  ];
  const texts = distinct(records.map(({ substance }) => substance)).map(fold);
  return {
    substance: newest.substance,
    severity: worst(distinct(records.map(({ severity }) => severity))),
    manifestations: distinct(records.map(({ manifestation }) => manifestation)),
    note: distinct(records.map(({ note }) => note))[0] ?? null,
    recordedOn: newest.recordedOn,
    organization: newest.organization,
    ingredients: newest.ingredients,
    groups: knownGroups
      .filter(({ words }) => newest.ingredients.length === 0 && texts.some((text) => words.test(text)))
      .map(({ id, label }) => ({ id, label })),
    sources: sourcesOf(records),
    records,
  };
}

/** Patterns for severities, worst first. */
const severities = [/致命|危及生命|LIFE/i, /極?重|SEVERE/i, /中|MODERATE/i, /輕|MILD/i];

function worst(written: readonly string[]): string | null {
  for (const pattern of severities) {
    const found = written.find((text) => pattern.test(text));
    if (found !== undefined) return found;
  }
  return written[0] ?? null;
}

/** A drug that the person may be taking and that conflicts with a recorded allergy. */
export interface AllergyConflict {
  readonly medication: Medication;
  readonly allergy: Allergy;
  /**
   * Why the drug conflicts. `ingredient`: the drug contains the recorded substance. `group`: the drug belongs to
   * the recorded group, or to the same group as the recorded substance.
   */
  readonly kind: 'ingredient' | 'group';
  /** The ingredient or the group that causes the conflict. */
  readonly subject: Label;
}

/**
 * Compares drugs with recorded allergies by ingredient and by group. An allergy without a known ingredient or
 * group is not compared.
 */
export function findAllergyConflicts(
  medications: readonly Medication[],
  allergies: readonly Allergy[],
): AllergyConflict[] {
  return medications.flatMap((medication) =>
    allergies.flatMap((allergy): AllergyConflict[] => {
      const found = conflictOf(medication.product?.ingredients ?? [], allergy);
      return found === null ? [] : [{ medication, allergy, ...found }];
    }),
  );
}

function conflictOf(
  ingredients: readonly DrugIngredient[],
  allergy: Allergy,
): Pick<AllergyConflict, 'kind' | 'subject'> | null {
  const same = ingredients.find(({ id }) => allergy.ingredients.some((each) => each.id === id));
  if (same !== undefined) return { kind: 'ingredient', subject: same.name };
  for (const group of knownGroups) {
    const named = allergy.groups.some(({ id }) => id === group.id);
    const related = allergy.ingredients.some(
      (each) => group.crossReacts.includes(each.group.id) || group.ingredients.includes(each.id),
    );
    const against = ingredients.some((each) =>
      named
        ? group.members.includes(each.group.id) || group.ingredients.includes(each.id)
        : related && group.crossReacts.includes(each.group.id),
    );
    if (against) return { kind: 'group', subject: group.label };
  }
  return null;
}

import { gradeOf } from './grade.js';

/**
 * The condition under which a part of a reference range applies, which can depend on sex, age, the phase of the
 * menstrual cycle, or the time of day.
 */
export interface RangeCondition {
  readonly sex: 'male' | 'female' | null;
  /** The age in years. `from` is inclusive and `to` is exclusive. */
  readonly age: { readonly from: number; readonly to: number } | null;
  /**
   * Conditions that no passbook can confirm (phase of the cycle, pregnancy, and time of day). They are in lower
   * case but otherwise as written.
   */
  readonly phase: string | null;
}

/**
 * The meaning of a label in a range. A `condition` says to whom the range applies; a label that only names the
 * specimen or says "reference" is a condition that everyone meets. `normal` is the normal one of several stages,
 * and `stage` is any other stage. `unknown` is any other label.
 */
export type RangeLabel =
  | { readonly kind: 'condition'; readonly condition: RangeCondition }
  | { readonly kind: 'normal' | 'stage' | 'unknown' };

export const everybody: RangeCondition = { sex: null, age: null, phase: null };

const female = /成?年?(?:女性|女生|女)|\b(?:fe-?males?|wom[ae]n|girls?)\b|(?<![a-z])f(?![a-z])/i;
const male = /成?年?(?:男性|男生|男)|\b(?:males?|m[ae]n|boys?)\b|(?<![a-z\d] ?)m(?![a-z])/i;
const ageUnit = String.raw`(?:足?歲|years?(?: old)?|yrs?|y\/?o|y|個?月|months?|mo|m|週|weeks?|wks?|w|天|日|days?|d)(?![a-z])`;
const age = new RegExp(
  String.raw`(?:(<=|>=|<|>)\s*)?(\d{1,3})\s*(${ageUnit})?(?:\s*(?:-|~|to|至|到)\s*(\d{1,3})\s*(${ageUnit})?)?\s*(以上|以下|未滿|and above|and over|\+)?`,
  'i',
);
const ageWords: readonly (readonly [RegExp, number, number])[] = [
  [/新生兒|\b(?:newborns?|neonates?)\b/i, 0, 1 / 12],
  [/嬰兒|\binfants?\b/i, 0, 1],
  [/兒童|小孩|小兒|\b(?:child(?:ren)?|pa?ediatrics?|kids?)\b/i, 0, 18],
  [/老人|老年人?|\b(?:elderly|seniors?)\b/i, 65, Infinity],
  [/成年?人|大人|成年|\badults?\b/i, 18, Infinity],
];
const phase =
  /濾泡(?:中|前|早|晚)?期|排卵期|黃體期|停經(?:前|後)?期?婦?女?|更年期後?|懷孕(?:期|婦女)?|孕婦?|早上|上午|晨間|中午|下午|晚上|夜間|\b(?:follicular|ovulat(?:ion|ory)|luteal|mid-?cycle|(?:pre|post)?-?menopaus(?:e|al)|pregnan(?:t|cy)|(?:1st|2nd|3rd|first|second|third) trimester|phase|morning|evening|afternoon|a\.?m\.?|p\.?m\.?)\b/gi;
/**
 * Words for the specimen, for its collection and for "reference". A range with such a label applies to everyone.
 */
const neutral =
  /隨機尿液?|單次尿|晨尿|尿液?|血清|血漿|全血|血液|靜脈血|腦脊髓液|隨機|空腹|飯前|飯後|參考(?:範圍|區間|值)?|生物參考區間|標準值?|介於|範圍|24\s?小時|(?<![a-z])(?:random|spot|urine|serum|plasma|(?:whole |venous )?blood|csf|fasting|24 ?-?h(?:ou)?rs?|ref(?:erence)?|ranges?|intervals?|values?|between|is)(?![a-z])\.?/gi;
const normal =
  /^(?:n|normal(?: range| value)?|正常(?:值|範圍)?|desirable|optimal|ideal|理想(?:值)?|健康|sufficien(?:t|cy)|充足|無風險)$/i;
const stage =
  /^(?:ckd)?\s?(?:stage|s|g)\s?\d?[ab]?$|^第?[一二三四五1-5]期$|border|high|low|mild|moder|sever|risk|defici|insuffic|impair|diabet|\b(?:pre-? ?)?dm\b|\bi[fg][gt]\b|elevat|abnormal|toxic|糖尿病|邊緣|[偏過]?高|[偏過]低|危險|缺乏|不足|輕度|中度|重度|異常|臨界|中毒/i;

const yearsOf = (count: number, unit: string): number => {
  if (/^(?:個?月|m)/i.test(unit)) return count / 12;
  if (/^(?:週|w)/i.test(unit)) return count / 52;
  return /^(?:天|日|d)/i.test(unit) ? count / 365 : count;
};

/** Determines the meaning of a label in a range. */
export function readRangeLabel(label: string): RangeLabel {
  const text = label.replace(/(?:[()[\]{}:,.\s_]|(?<![<>])=)+/g, ' ').trim();
  if (normal.test(text) || (text !== '' && gradeOf(text) === 0)) return { kind: 'normal' };
  const read = readCondition(text);
  if (read !== null) return { kind: 'condition', condition: read };
  if (stage.test(text) || gradeOf(text) !== null) return { kind: 'stage' };
  return { kind: 'unknown' };
}

/** Reads a complete label as a condition. Returns `null` if any part of the label is not understood. */
function readCondition(label: string): RangeCondition | null {
  let rest = label;
  const take = (pattern: RegExp): boolean => {
    const shorter = rest.replace(pattern, ' ');
    const found = shorter !== rest;
    rest = shorter;
    return found;
  };
  const phases = rest.match(phase);
  take(phase);
  let years: RangeCondition['age'] = null;
  for (const [word, from, to] of ageWords) if (take(word)) years ??= { from, to };
  const sex = take(female) ? 'female' : take(male) ? 'male' : null;
  // The label "男女" applies to everyone.
  const both = sex === 'female' && take(male);
  const match = age.exec(rest);
  if (match !== null) {
    const read = readAge(match);
    if (read === null) return null;
    years = read;
    rest = rest.replace(match[0], ' ');
  }
  take(neutral);
  if (/[^\s\-/、&+]/.test(rest)) return null;
  return {
    sex: both ? null : sex,
    age: years,
    phase: phases === null ? null : phases.join(' ').toLowerCase(),
  };
}

function readAge([
  ,
  sign,
  first,
  firstUnit,
  second,
  secondUnit,
  suffix,
]: RegExpExecArray): RangeCondition['age'] {
  const unit = firstUnit ?? secondUnit;
  if (unit === undefined || first === undefined) return null;
  const from = yearsOf(Number(first), unit);
  if (second !== undefined) return { from, to: yearsOf(Number(second) + 1, secondUnit ?? unit) };
  const next = yearsOf(Number(first) + 1, unit);
  if (sign === '>') return { from: next, to: Infinity };
  if (sign === '>=' || suffix === '以上' || suffix === '+' || suffix?.startsWith('and') === true)
    return { from, to: Infinity };
  if (sign === '<=' || suffix === '以下') return { from: 0, to: next };
  if (sign === '<' || suffix === '未滿') return { from: 0, to: from };
  return { from, to: next };
}

/** What is known about the person to whom the results belong. */
export interface RangeSubject {
  readonly sex: 'male' | 'female' | null;
  /**
   * The year of the test minus the year of birth. On the day of the test, the person is either that age or a year
   * younger. `null` unless the person has entered a year of birth.
   */
  readonly age: number | null;
}

/** Checks whether a part of a range can apply to a person. An unknown sex or age never excludes a part. */
export function mayApply({ sex, age: years }: RangeCondition, subject: RangeSubject): boolean {
  if (sex !== null && subject.sex !== null && sex !== subject.sex) return false;
  if (years === null || subject.age === null) return true;
  return [subject.age, subject.age - 1].some((each) => each + 1 > years.from && each < years.to);
}

/** The age from which every laboratory treats a person as an adult, regardless of its own age limit. */
const GROWN_UP = 21;

/**
 * Checks whether a condition, if it is the only one, covers adults at all times. A person of unknown age is
 * assumed to be an adult.
 */
export const isGeneral = ({ age: years, phase: time }: RangeCondition, subject: RangeSubject): boolean =>
  time === null &&
  (years === null || subject.age !== null || (years.from < GROWN_UP && years.to === Infinity));

export const sameCondition = (a: RangeCondition, b: RangeCondition): boolean =>
  a.sex === b.sex && a.phase === b.phase && a.age?.from === b.age?.from && a.age?.to === b.age?.to;

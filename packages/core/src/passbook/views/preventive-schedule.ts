import { addMonths, monthOf, type LocalDate, type LocalMonth } from '../../identity/index.js';
import type { AnyRecord, PartialDate, Passbook } from '../model.js';
import type { Label } from '../sections.js';
import { listPreventiveCare } from './care.js';

/** A free preventive service that comes again, and when it was last used. */
export interface PreventiveService {
  readonly id: 'checkup' | 'colorectal' | 'breast' | 'cervical' | 'oral' | 'lung';
  readonly label: Label;
  /** Whom it is for, and how often. The passbook knows neither age nor habits, so the reader has to. */
  readonly rule: Label;
  readonly lastOn: PartialDate;
  readonly result: string | null;
  /** The month from which it is due again, by the rule's interval. */
  readonly dueOn: LocalMonth;
  readonly isDue: boolean;
  readonly record: AnyRecord;
}

interface Schedule {
  readonly id: PreventiveService['id'];
  /** What the screening is called in the file; the check-up has a section of its own. */
  readonly category: RegExp | null;
  readonly months: number;
  readonly label: Label;
  readonly rule: Label;
}

/**
 * Intervals of the Health Promotion Administration (國民健康署), as extended on 2025-01-01. Where one depends on age, that of
 * the middle years is taken; the rule beside it says the rest.
 */
const schedules: readonly Schedule[] = [
  {
    id: 'checkup',
    category: null,
    months: 36,
    label: { 'zh-Hant': '成人預防保健', en: 'Adult check-up' },
    rule: {
      'zh-Hant': '30 至 39 歲每 5 年、40 至 64 歲每 3 年、65 歲以上每年一次',
      en: 'every 5 years from 30, every 3 years from 40, every year from 65',
    },
  },
  {
    id: 'colorectal',
    category: /大腸|結腸|直腸|糞便/,
    months: 24,
    label: { 'zh-Hant': '大腸癌篩檢', en: 'Colorectal cancer screening' },
    rule: { 'zh-Hant': '45 至 74 歲每 2 年一次', en: 'every 2 years from 45 to 74' },
  },
  {
    id: 'breast',
    category: /乳/,
    months: 24,
    label: { 'zh-Hant': '乳癌篩檢', en: 'Breast cancer screening' },
    rule: { 'zh-Hant': '40 至 74 歲婦女每 2 年一次', en: 'every 2 years for women from 40 to 74' },
  },
  {
    id: 'cervical',
    category: /子宮頸|抹片/,
    months: 36,
    label: { 'zh-Hant': '子宮頸癌篩檢', en: 'Cervical cancer screening' },
    rule: {
      'zh-Hant': '25 歲以上婦女至少每 3 年一次；30 歲起每年可做一次',
      en: 'at least every 3 years for women from 25; once a year is free from 30',
    },
  },
  {
    id: 'oral',
    category: /口腔/,
    months: 24,
    label: { 'zh-Hant': '口腔癌篩檢', en: 'Oral cancer screening' },
    rule: {
      'zh-Hant': '30 歲以上有嚼檳榔（含已戒）或吸菸者每 2 年一次',
      en: 'every 2 years from 30 for those who smoke or chew, or chewed, betel',
    },
  },
  {
    id: 'lung',
    category: /肺/,
    months: 24,
    label: { 'zh-Hant': '肺癌篩檢', en: 'Lung cancer screening' },
    rule: {
      'zh-Hant': '有肺癌家族史或重度吸菸史者每 2 年一次',
      en: 'every 2 years for those with lung cancer in the family or many years of smoking',
    },
  },
];

interface Done {
  readonly on: PartialDate;
  readonly result: string | null;
  readonly record: AnyRecord;
}

/**
 * The services that this person has used, the soonest due first. One that was never used is not listed: whether it would
 * be this person's is not in the passbook.
 */
export function listPreventiveServices(passbook: Passbook, today: LocalDate): PreventiveService[] {
  const { checkups, screenings } = listPreventiveCare(passbook);
  const latest = (category: RegExp | null): Done | undefined => {
    if (category === null) {
      const [checkup] = checkups;
      return checkup === undefined || checkup.effectiveOn === null
        ? undefined
        : { on: checkup.effectiveOn, result: null, record: checkup };
    }
    const found = screenings.find(
      (each) => each.occurredOn !== null && category.test(`${each.category ?? ''}${each.examination ?? ''}`),
    );
    return found === undefined || found.occurredOn === null
      ? undefined
      : { on: found.occurredOn, result: found.result, record: found.record };
  };
  return schedules
    .flatMap(({ id, category, months, label, rule }): PreventiveService[] => {
      const done = latest(category);
      if (done === undefined) return [];
      const dueOn = addMonths(done.on.slice(0, 7), months);
      return [
        {
          id,
          label,
          rule,
          lastOn: done.on,
          result: done.result,
          dueOn,
          isDue: dueOn <= monthOf(today),
          record: done.record,
        },
      ];
    })
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

import {
  addDays,
  addMonths,
  firstDayOf,
  lastDayOf,
  monthOf,
  monthsBetween,
  type LocalDate,
  type LocalMonth,
} from '../identity/index.js';

/**
 * Defines what can be requested, and for which days. The catalogue is data: an operator can add a category or
 * change a window, either here or in a separate catalogue, and the gateway, the request table and the viewer use
 * the new data.
 *
 * Source: user manual of My Health Bank (ROC 104) and its Q&A (104.10.05), questions 9 and 11.
 */

/** The classes of categories: 保險計費, 保險繳納 and 醫療. */
export const categoryClasses = ['billing', 'payment', 'medical'] as const;
export type CategoryClass = (typeof categoryClasses)[number];

/**
 * The rule that determines the window of a category from D, the day of the request:
 * - `card-status`: whole months, from the month 12 months before D to the month of D;
 * - `published-months`: the 12 months that end with the last published month (month M is published on the 20th
 *   of M + 1);
 * - `year-before`: one year that ends on D − `lagDays`;
 * - `months-before`: from the first day of the month that is `years` years before D's month, to D − `lagDays`;
 * - `since`: from a fixed day to D;
 * - `all`: everything, without a window.
 */
export type WindowRule =
  | { readonly kind: 'card-status' }
  | { readonly kind: 'published-months' }
  | { readonly kind: 'year-before'; readonly lagDays: number }
  | { readonly kind: 'months-before'; readonly years: number; readonly lagDays: number }
  | { readonly kind: 'since'; readonly date: LocalDate }
  | { readonly kind: 'all' };

export interface Category {
  /** A name for use in messages and code. It never changes. */
  readonly id: string;
  readonly class: CategoryClass;
  /** The labels in both languages. The zh-Hant label is also the name of the category's file in the archive. */
  readonly label: { readonly 'zh-Hant': string; readonly en: string };
  /**
   * Whether people can request single months instead of one merged file. The manual marks such categories with △.
   */
  readonly monthly: boolean;
  readonly window: WindowRule;
  /**
   * The passbook sections that contain the category's records. They are J2 keys, or our own keys for data that J2
   * does not contain.
   */
  readonly sections: readonly string[];
}

/** A range of days. It includes its first and last day. */
export interface DateWindow {
  readonly start: LocalDate;
  readonly end: LocalDate;
}

const outpatientLike: WindowRule = { kind: 'months-before', years: 1, lagDays: 2 };

const category = (
  id: string,
  categoryClass: CategoryClass,
  zhHant: string,
  en: string,
  sections: readonly string[],
  window: WindowRule,
  monthly = false,
): Category => ({ id, class: categoryClass, label: { 'zh-Hant': zhHant, en }, monthly, window, sections });

export const categoryClassLabels: Readonly<
  Record<CategoryClass, { readonly 'zh-Hant': string; readonly en: string }>
> = {
  billing: { 'zh-Hant': '保險計費', en: 'Premium billing' },
  payment: { 'zh-Hant': '保險繳納', en: 'Premium payment' },
  medical: { 'zh-Hant': '醫療', en: 'Medical' },
};

/** The catalogue of the NHI's own service, with the categories in the order of that service. */
export const defaultCatalogue: readonly Category[] = [
  category(
    'card-status',
    'billing',
    '健保卡狀況及領卡紀錄',
    'Card status and issue record',
    ['card-status'],
    {
      kind: 'card-status',
    },
  ),
  category('premium-billing', 'billing', '保費計費明細', 'Premiums billed', ['premium-billing'], {
    kind: 'published-months',
  }),
  category('premium-payment', 'payment', '保險費繳納明細', 'Premiums paid', ['premium-payment'], {
    kind: 'year-before',
    lagDays: 7,
  }),
  category('outpatient', 'medical', '門診資料', 'Outpatient', ['r1'], outpatientLike, true),
  category('inpatient', 'medical', '住診資料', 'Inpatient', ['r2'], outpatientLike, true),
  category('dental', 'medical', '牙科健康存摺', 'Dental', ['r3'], { ...outpatientLike, years: 2 }, true),
  category('chinese-medicine', 'medical', '中醫健康存摺', 'Chinese medicine', ['r9'], outpatientLike, true),
  category('allergy', 'medical', '過敏資料', 'Allergies', ['r4'], { kind: 'since', date: '2015-01-01' }),
  category('laboratory', 'medical', '檢驗(查)結果資料', 'Laboratory results', ['r7'], outpatientLike),
  category(
    'imaging-pathology',
    'medical',
    '影像或病理檢驗(查)報告資料',
    'Imaging and pathology reports',
    ['r8'],
    outpatientLike,
  ),
  category(
    'discharge-summary',
    'medical',
    '出院病歷摘要',
    'Discharge summaries',
    ['discharge-summary'],
    outpatientLike,
  ),
  category(
    'advance-directive',
    'medical',
    '器捐或安寧緩和醫療意願',
    'Organ donation and palliative care wishes',
    ['r5'],
    {
      kind: 'all',
    },
  ),
  category('preventive-care', 'medical', '成人預防保健存摺', 'Adult preventive care', ['r10', 'r11'], {
    kind: 'all',
  }),
  category('immunization', 'medical', '預防接種存摺', 'Vaccinations', ['r6'], { kind: 'all' }),
];

/**
 * Returns the days that a category covers if it is requested on the given day. Returns `null` if the category has
 * no window.
 */
export function windowOn(rule: WindowRule, requestedOn: LocalDate): DateWindow | null {
  const month = monthOf(requestedOn);
  switch (rule.kind) {
    case 'card-status':
      return { start: firstDayOf(addMonths(month, -12)), end: lastDayOf(month) };
    case 'published-months': {
      const published = Number(requestedOn.slice(8)) >= 20;
      const last = addMonths(month, published ? -1 : -2);
      return { start: firstDayOf(addMonths(last, -11)), end: lastDayOf(last) };
    }
    case 'year-before': {
      const end = addDays(requestedOn, -rule.lagDays);
      return { start: addDays(sameDayYearBefore(end), 1), end };
    }
    case 'months-before':
      return {
        start: firstDayOf(addMonths(month, -12 * rule.years)),
        end: addDays(requestedOn, -rule.lagDays),
      };
    case 'since':
      return { start: rule.date, end: requestedOn };
    case 'all':
      return null;
  }
}

/** Returns the same day one year earlier, which is February 28 for February 29. */
function sameDayYearBefore(date: LocalDate): LocalDate {
  const month = addMonths(monthOf(date), -12);
  const last = lastDayOf(month);
  const day = `${month}-${date.slice(8)}`;
  return day < last ? day : last;
}

/** Returns the months that overlap a window, oldest first. */
export function monthsIn(window: DateWindow): LocalMonth[] {
  return monthsBetween(monthOf(window.start), monthOf(window.end));
}

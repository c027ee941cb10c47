import { addMonths, monthOf, type LocalDate } from '@mhb-kit/core/identity';
import type { Life, Screening, ScreeningKind } from '../facts.js';

/**
 * The months between two screenings, from the earliest repetition that the programme pays for to the latest that
 * it recommends. It pays for 大腸癌 every two years (45–74), 乳癌 every two years (40–74), 子宮頸癌 every year
 * from 30 (recommended at least every three years), and 口腔癌 every two years (people of 30 and older who smoke
 * or chew betel). Source: Health Promotion Administration (國民健康署), 癌症篩檢, as of 2025-01-01.
 */
const interval: Readonly<Record<ScreeningKind, readonly [number, number]>> = {
  colorectal: [24, 24],
  breast: [24, 24],
  cervical: [12, 36],
  oral: [24, 24],
};

export interface ScreeningTruth {
  readonly kind: ScreeningKind;
  /**
   * `null` if the day is too close to the month in which the screening is due, or if the programme does not fix
   * that month.
   */
  readonly isDue: boolean | null;
  /** Whether the last result was abnormal and no follow-up has been done yet. */
  readonly toFollowUp: boolean;
}

/**
 * Returns the person's screenings, and whether each is due again on a day. A screening that was not carried out is
 * ignored.
 */
export function screeningsOn({ screenings }: Life, day: LocalDate): ScreeningTruth[] {
  const kinds = [...new Set(screenings.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const done = screenings
      .filter(
        (screening) => screening.kind === kind && screening.result !== 'not-done' && screening.on <= day,
      )
      .sort((one, two) => two.on.localeCompare(one.on));
    const [last] = done;
    if (last === undefined) return [];
    return [{ kind, isDue: isDue(last, day), toFollowUp: last.result === 'abnormal' }];
  });
}

function isDue({ kind, on, result }: Screening, day: LocalDate): boolean | null {
  // The abnormal finding has to be examined first. Until then, the programme does not screen the person again.
  if (result === 'abnormal') return false;
  const [earliest, latest] = interval[kind];
  if (monthOf(day) < addMonths(monthOf(on), earliest)) return false;
  return monthOf(day) > addMonths(monthOf(on), latest) ? true : null;
}

/** Returns what the person and the NHI paid, grouped by the year of the visit. */
export function sumsByYear({ attendances }: Life): Map<string, { copayment: number; points: number }> {
  const sums = new Map<string, { copayment: number; points: number }>();
  for (const { on, copayment, points } of attendances) {
    const year = on.slice(0, 4);
    const sum = sums.get(year) ?? { copayment: 0, points: 0 };
    sums.set(year, { copayment: sum.copayment + copayment, points: sum.points + points });
  }
  return sums;
}

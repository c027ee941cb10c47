import type { Organization } from '../../model/model.js';
import type { Encounter } from '../encounters.js';
import { groupBy } from '../order.js';
import { isCollection } from './refills.js';

/** What a person paid: the number of visits, and the co-payments in NT$. */
export interface Spent {
  /** The number of visits and treatments. Days on which the person only collected drugs are not counted. */
  readonly visits: number;
  readonly copayment: number;
}

export interface MoneyCard {
  /** The year as `YYYY`. */
  readonly year: string;
  readonly now: Spent;
  readonly before: Spent;
  /** The facilities visited in the year, sorted by amount, highest first. */
  readonly byOrganization: readonly (Spent & { readonly organization: Organization })[];
}

/**
 * Adds up the co-payments for a year and for the year before. Replaced claims are not counted. Returns `null` if
 * the person had no visit in either year.
 */
export function spentIn(
  year: string,
  encounters: readonly Encounter[],
): (MoneyCard & { readonly kind: 'money' }) | null {
  const of = (wanted: string): readonly Encounter[] =>
    encounters.filter(({ date }) => date?.startsWith(wanted) === true);
  const [own, earlier] = [of(year), of(String(Number(year) - 1))];
  if (own.length + earlier.length === 0) return null;
  const groups = groupBy(own, ({ serviceProvider: { code, name } }) => code ?? name ?? '');
  const byOrganization = [...groups.values()].flatMap((group) => {
    const organization = group[0]?.serviceProvider;
    return organization === undefined ? [] : [{ organization, ...sumOf(group) }];
  });
  return {
    kind: 'money',
    year,
    now: sumOf(own),
    before: sumOf(earlier),
    byOrganization: byOrganization.sort((a, b) => b.copayment - a.copayment),
  };
}

const sumOf = (encounters: readonly Encounter[]): Spent => ({
  visits: encounters.filter((each) => !isCollection(each)).length,
  copayment: encounters.reduce((sum, { copayment }) => sum + (copayment ?? 0), 0),
});

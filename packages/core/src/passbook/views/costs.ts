import type { Organization, Passbook } from '../model/model.js';
import { listEncounters, type Encounter } from './encounters.js';
import { groupBy } from './order.js';

/** The visits to one facility in one year, with their total cost. */
export interface CostSummary {
  /** The year as `YYYY`, or `null` for visits without a date. */
  readonly year: string | null;
  readonly organization: Organization;
  readonly encounters: readonly Encounter[];
  /** The sum of the co-payments in NT$. */
  readonly copayment: number;
  /** The points that the NHI pays. */
  readonly points: number;
}

/**
 * Summarizes the cost of visits by year and facility. The summaries are sorted by year, newest first, and within a
 * year by the number of visits, highest first. Replaced claims are not counted.
 */
export function summarizeCosts(passbook: Passbook): CostSummary[] {
  const groups = groupBy(listEncounters(passbook), ({ date, serviceProvider: { code, name } }) =>
    JSON.stringify([date?.slice(0, 4) ?? null, code ?? name]),
  );
  const summaries = [...groups.values()].flatMap((encounters): CostSummary[] => {
    const [newest] = encounters;
    if (newest === undefined) return [];
    return [
      {
        year: newest.date?.slice(0, 4) ?? null,
        organization: newest.serviceProvider,
        encounters,
        copayment: encounters.reduce((sum, { copayment }) => sum + (copayment ?? 0), 0),
        points: encounters.reduce((sum, { points }) => sum + (points ?? 0), 0),
      },
    ];
  });
  return summaries.sort(
    (a, b) => Number(b.year ?? 0) - Number(a.year ?? 0) || b.encounters.length - a.encounters.length,
  );
}

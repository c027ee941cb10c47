import { facilityKey } from '../record/organizations.js';
import { isInpatient, isNearly, type Handout } from './handout.js';

/**
 * Computes how long supplies last. A refill that is collected early starts when the previous supply ends, as in
 * measures of adherence (proportion of days covered). This applies only as long as the same prescriber gives the
 * same dose.
 */

/**
 * The maximum number of days by which leftover stock delays the next supply. Nobody receives a supply for a longer
 * period.
 */
export const CARRIED_AT_MOST = 90;

interface Track {
  prescriber: string | null;
  dose: number | null;
  readonly handouts: Handout[];
}

/**
 * Sets the first and the last day of every supply. The supplies must be sorted with the oldest first. `carries` is
 * false for drugs taken as needed or as drops, because a new supply of such a drug does not show how much is left.
 *
 * Supplies from different prescribers run in parallel. The records do not show whether one supply continues the
 * other, and if they run in parallel, the result never claims that the drugs last longer than they do.
 */
export function layOut(handouts: readonly Handout[], carries: boolean): void {
  const tracks: Track[] = [];
  for (const each of handouts) {
    if (each.day === null || each.days === null || isInpatient(each)) continue;
    const prescriber = each.prescriber === null ? null : facilityKey(each.prescriber);
    const dose = each.quantity === null ? null : each.quantity / each.days;
    const track = trackOf(tracks, prescriber);
    each.start = track === undefined || !carries ? each.day : startIn(track, each.day, dose);
    each.end = each.start + each.days - 1;
    if (track === undefined) {
      tracks.push({ prescriber, dose, handouts: [each] });
    } else {
      track.prescriber ??= prescriber;
      track.dose = dose ?? track.dose;
      track.handouts.push(each);
    }
  }
}

const endOf = ({ handouts }: Track): number => handouts.at(-1)?.end ?? 0;

/**
 * Returns the day on which a new supply starts: when the earlier supply has been used up, or immediately if the
 * dose is different.
 */
function startIn(track: Track, day: number, dose: number | null): number {
  if (track.dose === null || dose === null || isNearly(track.dose, dose))
    return Math.min(Math.max(endOf(track) + 1, day), day + CARRIED_AT_MOST);
  for (const earlier of track.handouts.toReversed()) {
    if (earlier.end === null || earlier.end < day) break;
    earlier.end = day - 1;
  }
  return day;
}

/**
 * Returns the newest track of a prescriber. A supply from an unknown prescriber continues the newest track of all
 * prescribers.
 */
const trackOf = (tracks: readonly Track[], prescriber: string | null): Track | undefined =>
  prescriber === null
    ? tracks.reduce<Track | undefined>(
        (last, each) => (last === undefined || endOf(each) >= endOf(last) ? each : last),
        undefined,
      )
    : tracks.find((track) => track.prescriber === prescriber || track.prescriber === null);

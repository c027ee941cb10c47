import { facilityKey } from '../organizations.js';
import { isInpatient, isNearly, type Handout } from './handout.js';

/**
 * How long supplies last. A refill that is collected early begins when the supply before it ends, as measures of adherence
 * count (proportion of days covered), as long as the same prescriber gives the same dose.
 */

/** Stock is not carried further: more than three months ahead nobody is supplied. */
export const CARRIED_AT_MOST = 90;

interface Track {
  prescriber: string | null;
  dose: number | null;
  readonly handouts: Handout[];
}

/**
 * Sets the first and the last day of every hand-out, which come oldest first. `carries` is false for what is taken as
 * needed or by the drop: there a new supply tells nothing of what is left.
 *
 * Supplies of different prescribers run side by side: whether one goes on with the other's is not on file, and the shorter
 * reading never says longer than the facts allow.
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

/** When a new supply begins: after what is left of the same dose; another dose takes the place of what is left. */
function startIn(track: Track, day: number, dose: number | null): number {
  if (track.dose === null || dose === null || isNearly(track.dose, dose))
    return Math.min(Math.max(endOf(track) + 1, day), day + CARRIED_AT_MOST);
  for (const earlier of track.handouts.toReversed()) {
    if (earlier.end === null || earlier.end < day) break;
    earlier.end = day - 1;
  }
  return day;
}

/** The newest track of a prescriber; a dispensing whose prescriber is unknown goes on with the newest of all. */
const trackOf = (tracks: readonly Track[], prescriber: string | null): Track | undefined =>
  prescriber === null
    ? tracks.reduce<Track | undefined>(
        (last, each) => (last === undefined || endOf(each) >= endOf(last) ? each : last),
        undefined,
      )
    : tracks.find((track) => track.prescriber === prescriber || track.prescriber === null);

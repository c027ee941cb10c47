import type { LocalDate } from '@mhb-kit/core/identity';
import type { Facility } from '../../passbook-rows/rows.js';
import type { Life } from '../facts.js';
import type { Place } from '../places.js';
import type { Random } from '../random.js';

/** Converts printable ASCII characters to their full-width forms. */
export const fullWidth = (text: string): string =>
  text
    .replace(/[!-~]/gu, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '　');

/** A life, as contained in one download. */
export interface Downloaded extends Life {
  /** The date of the request if there is another download. Facilities have the names of that day. */
  readonly askedOn: LocalDate | null;
  /**
   * The first day that a later download also contains. That download shows the claims as they were at that later
   * time.
   */
  readonly toldAgainFrom: LocalDate | null;
}

/** Returns a facility with the name that it has on a day. The code never changes. */
export function placeAsWritten(place: Place, on: LocalDate, life: Downloaded, random: Random): Facility {
  const { habits } = life;
  let name = place.name;
  if (habits.has('facility-renamed') && (life.askedOn ?? on) > middle(life)) name = place.laterName;
  if (habits.has('facility-variant') && random.of('variant').chance(0.3)) name = name.replace('臺', '台');
  if (habits.has('facility-cut') && random.of('cut').chance(0.3)) name = name.slice(0, 5);
  return { ...place, name };
}

const middle = ({ from, to }: Life): LocalDate =>
  new Date((Date.parse(from) + Date.parse(to)) / 2).toISOString().slice(0, 10);

import {
  addDays,
  addMonths,
  endOfTaipeiDay,
  formatRoc,
  isLocalDate,
  lastDayOf,
  taipeiDate,
} from '@mhb-kit/core/identity';
import {
  availableUntil,
  daysLeft,
  defaultCatalogue,
  expiryInstant,
  isExpired,
  monthsIn,
  windowOn,
} from '@mhb-kit/core/request';
import { seededRandom } from '@mhb-kit/testkit/passbook-fixtures';
import { readDate } from '../../../packages/core/dist/passbook/values/values.js';

/**
 * Days, windows and the end of day 7, computed on a machine whose clock is in another zone: `TZ=… node
 * facts.mjs SEED CASES` prints differences from rules that are implemented here a second time, in another
 * way.
 */

const HOUR = 3_600_000;
const [seed = 1, cases = 1_000] = process.argv.slice(2).map(Number);
/** @type {string[]} */
const wrong = [];
/** @param {string} what @param {unknown} actual @param {unknown} expected */
const same = (what, actual, expected) => {
  const [a, b] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (a !== b) wrong.push(`TZ ${process.env.TZ}: ${what}: ${a}, not ${b}`);
};

/**
 * The local time in Taipei, computed with the time zone database instead of an offset. @param {Date} instant
 */
const onTheWall = (instant) =>
  new Intl.DateTimeFormat('en-CA', {
    timeZone: 'Asia/Taipei',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(instant);
/** @param {number} year */
const isLeap = (year) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
/** @param {number} year @param {number} month */
const daysIn = (year, month) =>
  [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
const two = (/** @type {number} */ number) => String(number).padStart(2, '0');
/** Counted day by day. @param {string} date @param {number} days */
function later(date, days) {
  let [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  for (let left = days; left > 0; left -= 1) {
    day += 1;
    if (day > daysIn(year, month)) [day, month] = [1, month + 1];
    if (month > 12) [month, year] = [1, year + 1];
  }
  return `${year}-${two(month)}-${two(day)}`;
}

const random = seededRandom(seed);
/** Nights on which a zone of this campaign changes its clocks, leap days, and the ends of years. */
const edges = [
  '2015-05-15T16:00:00Z',
  '2024-02-28T16:00:00Z',
  '2024-02-29T15:59:59.999Z',
  '2023-12-31T16:00:00Z',
  '2024-03-10T07:00:00Z',
  '2024-11-03T06:00:00Z',
  '2024-03-31T01:00:00Z',
  '2024-10-27T01:00:00Z',
  '2024-10-05T15:30:00Z',
  '2024-04-06T15:00:00Z',
  '2100-02-28T16:00:00Z',
].map((text) => Date.parse(text));

for (let number = 0; number < cases; number += 1) {
  const base =
    random() < 0.5 ? (edges[Math.floor(random() * edges.length)] ?? 0) : Date.UTC(2015, 2) + random() * 3e12;
  const instant = new Date(Math.round(base + (random() < 0.3 ? 0 : (random() - 0.5) * 4 * HOUR)));
  const today = taipeiDate(instant);
  same(`the day at ${instant.toISOString()}`, today, onTheWall(instant));
  same(`that ${today} exists`, isLocalDate(today), true);
  const until = later(today, 7);
  same(`day 7 from ${today}`, availableUntil(today), until);
  const end = Date.parse(`${until}T23:59:59.999+08:00`);
  same(`the end of ${until}`, endOfTaipeiDay(until).getTime(), end);
  same(`expiry of ${today}`, expiryInstant(today).getTime(), end + 1);
  for (const [shift, gone] of /** @type {const} */ ([
    [-HOUR, false],
    [0, false],
    [1, true],
    [HOUR, true],
  ])) {
    same(`gone at ${shift} of ${today}`, isExpired({ requestedOn: today }, new Date(end + shift)), gone);
  }
  same(`days left on ${today}`, daysLeft({ availableUntil: until }, instant), 7);
  const [year = 0, month = 0] = today.split('-').map(Number);
  same(`last day of ${today}`, lastDayOf(today.slice(0, 7)), `${today.slice(0, 8)}${daysIn(year, month)}`);
  same(`a year of months before ${today}`, addMonths(today.slice(0, 7), -12), `${year - 1}-${two(month)}`);
  same(`there and back from ${today}`, addDays(addDays(today, -400), 400), today);
  same(
    `${today} in ROC`,
    formatRoc(today),
    `${String(year - 1911).padStart(3, '0')}/${today.slice(5).replace('-', '/')}`,
  );
  for (const { id, window: rule } of defaultCatalogue) {
    const window = windowOn(rule, today);
    if (window === null) continue;
    const valid = isLocalDate(window.start) && isLocalDate(window.end) && window.start <= window.end;
    same(`window of ${id} on ${today} (${window.start}…${window.end})`, valid, true);
    same(`months of ${id} on ${today}`, new Set(monthsIn(window)).size, monthsIn(window).length);
  }
}

/** ROC years from before the Republic until the near future, in the notation of real files. */
for (let roc = -2; roc <= 130; roc += 1) {
  const western = roc + 1911;
  const expected = roc >= 1 && isLeap(western) ? `${western}-02-29` : null;
  for (const text of [
    `${String(roc).padStart(3, '0')}0229`,
    `${String(roc).padStart(3, '0')}/02/29`,
    // ROC years 1 to 9 would be written with one digit, which does not occur.
    ...(roc > 9 ? [`民國${roc}年2月29日`] : []),
  ]) {
    same(`29 February of ROC ${roc} as ${text}`, readDate(text).date, expected);
  }
}
process.stdout.write(JSON.stringify(wrong));

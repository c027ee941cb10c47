import { addDays, isLocalDate, type LocalDate } from '../../identity/index.js';
import type { PartialDate } from '../record/record.js';

/** A calendar entry. It covers whole days, so that no time zone can move it to another day. */
export interface CalendarEntry {
  /**
   * An id that stays the same when an event is exported again, so that the calendar replaces its copy of the
   * event. It contains no personal data.
   */
  readonly id: string;
  /** The first day. A month stands for its first day. */
  readonly from: PartialDate;
  /** The last day, if it differs from the first. */
  readonly until?: LocalDate;
  readonly title: string;
  readonly description?: string;
}

export interface CalendarOptions {
  /** The time at which the file is created. */
  readonly now: Date;
}

/** The maximum length of a line in bytes, without its line break (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/** Creates an iCalendar file (RFC 5545), which calendars on phones and computers can import. */
export function writeCalendar(entries: readonly CalendarEntry[], { now }: CalendarOptions): string {
  const stamp = now.toISOString().replace(/[-:]|\.\d+/g, '');
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mhb-kit//passbook//EN',
    ...entries.flatMap(({ id, from, until, title, description }) => {
      const start = isLocalDate(from) ? from : `${from}-01`;
      return [
        'BEGIN:VEVENT',
        `UID:${id}@mhb-kit.invalid`,
        `DTSTAMP:${stamp}`,
        `DTSTART;VALUE=DATE:${compact(start)}`,
        // In iCalendar, the end date of a whole-day event is the day after the last day.
        `DTEND;VALUE=DATE:${compact(addDays(until ?? start, 1))}`,
        `SUMMARY:${escaped(title)}`,
        ...(description === undefined ? [] : [`DESCRIPTION:${escaped(description)}`]),
        'TRANSP:TRANSPARENT',
        'END:VEVENT',
      ];
    }),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

const compact = (date: LocalDate): string => date.replaceAll('-', '');

const escaped = (text: string): string => text.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n');

const encoder = new TextEncoder();

/** Splits a line that is too long. The rest follows after a line break and a space. Characters are not split. */
function folded(line: string): string {
  let written = '';
  let room = LONGEST_LINE;
  for (const character of line) {
    const bytes = encoder.encode(character).length;
    if (bytes > room) {
      written += '\r\n ';
      room = LONGEST_LINE - 1;
    }
    written += character;
    room -= bytes;
  }
  return written;
}

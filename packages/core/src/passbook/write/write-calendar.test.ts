import { describe, expect, it } from 'vitest';
import { writeCalendar } from './write-calendar.js';

const now = new Date('2026-06-01T02:03:04.567Z');
/** Splits a file into lines as a calendar reads them, with continued lines joined (RFC 5545 §3.1). */
const linesOf = (text: string): string[] => text.replaceAll('\r\n ', '').split('\r\n');

describe('a calendar', () => {
  it('has whole days, and ends on the day after the last one', () => {
    const text = writeCalendar(
      [
        { id: 'refill-2026-06-03', from: '2026-05-25', until: '2026-06-03', title: '領藥' },
        { id: 'influenza-2026-10', from: '2026-10', title: 'Influenza vaccine' },
      ],
      { now },
    );
    expect(linesOf(text)).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//mhb-kit//passbook//EN',
      'BEGIN:VEVENT',
      'UID:refill-2026-06-03@mhb-kit.invalid',
      'DTSTAMP:20260601T020304Z',
      'DTSTART;VALUE=DATE:20260525',
      'DTEND;VALUE=DATE:20260604',
      'SUMMARY:領藥',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:influenza-2026-10@mhb-kit.invalid',
      'DTSTAMP:20260601T020304Z',
      'DTSTART;VALUE=DATE:20261001',
      'DTEND;VALUE=DATE:20261002',
      'SUMMARY:Influenza vaccine',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  it('escapes special characters, and lets no string start a new line', () => {
    const title = 'a, b; c\\d\r\nATTENDEE:x\nEND:VEVENT';
    const text = writeCalendar([{ id: 'x', from: '2026-05-25', title, description: title }], { now });
    expect(linesOf(text)).toContain('SUMMARY:a\\, b\\; c\\\\d\\nATTENDEE:x\\nEND:VEVENT');
    expect(linesOf(text).filter((line) => line === 'END:VEVENT')).toHaveLength(1);
  });

  it('has no line of more than 75 bytes, and splits no character', () => {
    const title = '慢性病連續處方箋領藥期間'.repeat(20) + '😀'.repeat(40);
    const text = writeCalendar([{ id: 'x', from: '2026-05-25', title }], { now });
    const lengths = text.split('\r\n').map((line) => new TextEncoder().encode(line).length);
    expect(Math.max(...lengths)).toBeLessThanOrEqual(75);
    expect(linesOf(text)).toContain(`SUMMARY:${title}`);
  });
});

import { readU16, readU32, readU64 } from './primitives/binary.js';
import { findExtra } from './directory.js';
import { EXTRA_EXTENDED_TIMESTAMP, EXTRA_NTFS } from './format.js';

/**
 * DOS times (4.4.6) have no time zone. They are read and written as Taiwan's time, which is UTC+8 all year,
 * so that an archive shows the same times everywhere.
 */
const TAIPEI = 8 * 3600 * 1000;

export function modifiedAt(dosTime: number, extra: Uint8Array): Date {
  const unix = findExtra(extra, EXTRA_EXTENDED_TIMESTAMP);
  if (unix !== undefined && unix.length >= 5 && ((unix[0] ?? 0) & 1) !== 0) {
    return new Date((readU32(unix, 1) | 0) * 1000);
  }
  const ntfs = findExtra(extra, EXTRA_NTFS);
  if (ntfs !== undefined && ntfs.length >= 16 && readU16(ntfs, 4) === 1) {
    // NTFS counts in units of 100 ns since 1601-01-01.
    return new Date(readU64(ntfs, 8) / 10_000 - 11_644_473_600_000);
  }
  const [date, time] = [dosTime >>> 16, dosTime & 0xffff];
  return new Date(
    Date.UTC(
      1980 + (date >> 9),
      ((date >> 5) & 15) - 1,
      date & 31,
      time >> 11,
      (time >> 5) & 63,
      (time & 31) * 2,
    ) - TAIPEI,
  );
}

/** Returns the nearest DOS time. DOS times range from 1980 to 2107, in steps of two seconds. */
export function toDosTime(date: Date): number {
  const local = new Date(
    Math.min(Math.max(date.getTime() + TAIPEI, Date.UTC(1980, 0, 1)), Date.UTC(2107, 11, 31, 23, 59, 58)),
  );
  const day = ((local.getUTCFullYear() - 1980) << 9) | ((local.getUTCMonth() + 1) << 5) | local.getUTCDate();
  const time = (local.getUTCHours() << 11) | (local.getUTCMinutes() << 5) | (local.getUTCSeconds() >> 1);
  return ((day << 16) | time) >>> 0;
}

import { randomBytes } from 'node:crypto';
import { addDays, taipeiDate, type LocalDate } from '@mhb-kit/core/identity';
import { open, seal } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import { KEY_LENGTH } from '../secrets/gateway-keys.js';

/** The number of days for which the data of a day is kept (`availableUntil` in `@mhb-kit/core/request`). */
const KEPT_DAYS = 7;

/**
 * Returns the day whose key also protects a link's files. Like the keys of requests, that key is destroyed at the
 * end of the day on which the link ends.
 */
export const keptWith = (expiresAt: Date): LocalDate => addDays(taipeiDate(expiresAt), -KEPT_DAYS);

const context = (linkId: string): string => `health-link:${linkId}:key`;

/**
 * Creates a key for the files of a link. Returns the plain key, and the key wrapped with the key of the link's
 * day.
 */
export async function newLinkKey(
  days: DayKeys,
  linkId: string,
  day: LocalDate,
): Promise<{ readonly key: Uint8Array; readonly wrapped: Uint8Array }> {
  const key = randomBytes(KEY_LENGTH);
  return { key, wrapped: seal(await days.ensure(day), key, context(linkId)) };
}

/** Returns the key of a link; `null` if the day was erased or its key was lost. */
export async function openLinkKey(
  days: DayKeys,
  linkId: string,
  day: LocalDate,
  wrapped: Uint8Array,
): Promise<Uint8Array | null> {
  const dayKey = await days.get(day);
  if (dayKey === null) return null;
  try {
    return open(dayKey, wrapped, context(linkId));
  } catch {
    return null;
  }
}

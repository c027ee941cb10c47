import { randomBytes } from 'node:crypto';
import type { LocalDate } from '@mhb-kit/core/identity';
import { open, seal } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import { KEY_LENGTH } from '../secrets/gateway-keys.js';

/** What of a request's row is needed to reach its data key. */
export interface KeyedRequest {
  readonly id: string;
  readonly accountId: string;
  readonly requestedOn: LocalDate;
  readonly wrappedKey: Uint8Array | null;
  readonly representationId: string | null;
}

type Owned = Pick<KeyedRequest, 'id' | 'accountId' | 'representationId'>;

/** Bound to who made it: moved to another account, or to who represents its person, a request cannot be read. */
const context = ({ id, accountId, representationId }: Owned): string =>
  `request:${id}:of:${accountId}${representationId === null ? '' : `:by:${representationId}`}:key`;

/** A new data key for a request, wrapped by the key of its day. */
export async function wrapNewKey(days: DayKeys, request: Owned, day: LocalDate): Promise<Uint8Array> {
  return seal(await days.ensure(day), randomBytes(KEY_LENGTH), context(request));
}

/**
 * `null` once the request or its day is erased; also where the keys of the days were lost, as they are when a machine is made
 * again from backups.
 */
export async function unwrapKey(days: DayKeys, request: KeyedRequest): Promise<Uint8Array | null> {
  const { requestedOn, wrappedKey } = request;
  const dayKey = await days.get(requestedOn);
  if (wrappedKey === null || dayKey === null) return null;
  try {
    return open(dayKey, wrappedKey, context(request));
  } catch {
    // A key that was made for this day after the one before it was lost.
    return null;
  }
}

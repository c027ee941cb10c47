import { randomBytes } from 'node:crypto';
import type { LocalDate } from '@mhb-kit/core/identity';
import { open, seal } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import { KEY_LENGTH } from '../secrets/gateway-keys.js';

/** The columns of a request that are needed to get its data key. */
export interface KeyedRequest {
  readonly id: string;
  readonly accountId: string;
  readonly requestedOn: LocalDate;
  readonly wrappedKey: Uint8Array | null;
  readonly representationId: string | null;
}

type Owned = Pick<KeyedRequest, 'id' | 'accountId' | 'representationId'>;

/**
 * Binds the key to the creator of the request, which cannot be read if its row is moved to another account or
 * representative.
 */
const context = ({ id, accountId, representationId }: Owned): string =>
  `request:${id}:of:${accountId}${representationId === null ? '' : `:by:${representationId}`}:key`;

/** A new data key for a request, wrapped with the key of its day. */
export async function wrapNewKey(days: DayKeys, request: Owned, day: LocalDate): Promise<Uint8Array> {
  return seal(await days.ensure(day), randomBytes(KEY_LENGTH), context(request));
}

/**
 * `null` if the request or its day was erased, or if the day keys were lost, for example because a machine
 * was restored from backups.
 */
export async function unwrapKey(days: DayKeys, request: KeyedRequest): Promise<Uint8Array | null> {
  const { requestedOn, wrappedKey } = request;
  const dayKey = await days.get(requestedOn);
  if (wrappedKey === null || dayKey === null) return null;
  try {
    return open(dayKey, wrappedKey, context(request));
  } catch {
    // The key of this day was created again after the previous one had been lost.
    return null;
  }
}

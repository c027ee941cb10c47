import { randomBytes } from 'node:crypto';
import type { LocalDate } from '@mhb-kit/core/identity';
import { open, seal } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import { KEY_LENGTH } from '../secrets/gateway-keys.js';

/** The columns of a request that are needed to unwrap its data key. */
export interface KeyedRequest {
  readonly id: string;
  readonly accountId: string;
  readonly requestedOn: LocalDate;
  readonly wrappedKey: Uint8Array | null;
  readonly representationId: string | null;
}

type Owned = Pick<KeyedRequest, 'id' | 'accountId' | 'representationId'>;

/**
 * Returns the context that binds a data key to the creator of the request. If the row is moved to another account
 * or representative, the key can no longer be unwrapped.
 */
const context = ({ id, accountId, representationId }: Owned): string =>
  `request:${id}:of:${accountId}${representationId === null ? '' : `:by:${representationId}`}:key`;

/** Creates a data key for a request, and wraps it with the key of the request's day. */
export async function wrapNewKey(days: DayKeys, request: Owned, day: LocalDate): Promise<Uint8Array> {
  return seal(await days.ensure(day), randomBytes(KEY_LENGTH), context(request));
}

/**
 * Unwraps the data key of a request. Returns `null` if the request or its day was erased, or if the day keys were
 * lost, for example because a machine was restored from backups.
 */
export async function unwrapKey(days: DayKeys, request: KeyedRequest): Promise<Uint8Array | null> {
  const { requestedOn, wrappedKey } = request;
  const dayKey = await days.get(requestedOn);
  if (wrappedKey === null || dayKey === null) return null;
  try {
    return open(dayKey, wrappedKey, context(request));
  } catch {
    // The previous key of this day was lost, and a new one has been created since.
    return null;
  }
}

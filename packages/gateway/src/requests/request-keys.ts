import { randomBytes } from 'node:crypto';
import type { LocalDate } from '@mhb-kit/core/identity';
import { MhbError } from '@mhb-kit/core/error';
import { open, seal } from '../secrets/cipher.js';
import type { DayKeys } from '../secrets/day-keys.js';
import { KEY_LENGTH } from '../secrets/gateway-keys.js';

/** What of a request's row is needed to reach its data key. */
export interface KeyedRequest {
  readonly id: string;
  readonly requestedOn: LocalDate;
  readonly wrappedKey: Uint8Array | null;
}

const context = (requestId: string): string => `request:${requestId}:key`;

/** A new data key for a request, wrapped by the key of its day. */
export async function wrapNewKey(days: DayKeys, requestId: string, day: LocalDate): Promise<Uint8Array> {
  return seal(await days.ensure(day), randomBytes(KEY_LENGTH), context(requestId));
}

/** @throws {MhbError} `request-expired` once the request or its day is erased. */
export async function unwrapKey(days: DayKeys, request: KeyedRequest): Promise<Uint8Array> {
  if (request.wrappedKey === null) throw new MhbError('request-expired', 'The request was erased');
  return open(await days.get(request.requestedOn), request.wrappedKey, context(request.id));
}

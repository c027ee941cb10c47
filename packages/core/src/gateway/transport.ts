import { MhbError, toMhbError } from '../error.js';
import { problemToError } from './problem.js';
import type { ProofKey } from './proof-key.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'DELETE';
  /** From the root of the gateway: `/v1/…`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** `none`: no proof; `proof`: a proof only; `session`: a proof bound to the access token. Default `session`. */
  readonly authentication?: 'none' | 'proof' | 'session';
}

/** Sends one call and answers with its response if the gateway accepted it. */
export type Transport = (call: Call) => Promise<Response>;

export interface TransportParts {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly proofKey: ProofKey;
  readonly accessToken: () => string | null;
}

/**
 * HTTP to the gateway: no cookies, no cache, a proof for each call, and one repetition when the gateway asks for a
 * fresh nonce (RFC 9449 §8).
 */
export function createTransport({ baseUrl, fetch, proofKey, accessToken }: TransportParts): Transport {
  async function authenticationHeaders({
    method,
    path,
    authentication,
  }: Call): Promise<Record<string, string>> {
    if (authentication === 'none') return {};
    const token = authentication === 'proof' ? null : accessToken();
    if (token === null && authentication !== 'proof')
      throw new MhbError('not-signed-in', 'There is no session');
    return {
      DPoP: await proofKey.prove(`${baseUrl}${path}`, method, token ?? undefined),
      ...(token === null ? {} : { Authorization: `DPoP ${token}` }),
    };
  }

  async function send(call: Call): Promise<Response> {
    const headers = {
      ...call.headers,
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(await authenticationHeaders(call)),
    };
    const response = await fetch(`${baseUrl}${call.path}`, {
      method: call.method,
      headers,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
      cache: 'no-store',
      credentials: 'omit',
      mode: 'cors',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
    }).catch((error: unknown) => {
      throw connectionError(error, call.signal);
    });
    proofKey.learnNonce(response);
    return response;
  }

  return async (call) => {
    const first = await send(call);
    if (first.ok) return first;
    const error = await problemToError(first);
    if (error.code !== 'proof-nonce-required') throw error;
    const second = await send(call);
    if (second.ok) return second;
    throw await problemToError(second);
  };
}

/** What a failed `fetch` or a broken body means: the caller stopped it, or nothing answers. */
export function connectionError(error: unknown, signal: AbortSignal | undefined): MhbError {
  if (signal?.aborted === true) return new MhbError('cancelled', 'The call was cancelled', { cause: error });
  const known = toMhbError(error, 'gateway-unreachable');
  return known.code === 'gateway-unreachable'
    ? new MhbError('gateway-unreachable', 'The gateway does not answer', { retriable: true, cause: error })
    : known;
}

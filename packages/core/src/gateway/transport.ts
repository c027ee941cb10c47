import { MhbError } from '../error.js';
import { problemToError } from './problem.js';
import type { ProofKey } from './proof-key.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  /** From the root of the gateway: `/v1/…`. */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /** `none`: no proof; `proof`: a proof only; `session`: a proof bound to the access token. Default `session`. */
  readonly authentication?: 'none' | 'proof' | 'session';
  /** Whether the body is read as it arrives: then the time limit is for the beginning of the answer only. */
  readonly streamed?: boolean;
  /** How long the answer may take in milliseconds; default 30 s. */
  readonly timeLimitMs?: number;
  /** Whether the call is to arrive even if the page is left meanwhile. */
  readonly keepalive?: boolean;
}

const TIME_LIMIT_MS = 30_000;

/** Sends one call and answers with its response if the gateway accepted it. */
export type Transport = (call: Call) => Promise<Response>;

export interface TransportParts {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly proofKey: ProofKey;
  readonly accessToken: () => string | null;
}

/**
 * HTTP to the gateway: no cookies, no cache, a time limit, a proof for each call, and one repetition when the gateway
 * asks for a fresh nonce (RFC 9449 §8).
 */
export function createTransport({ baseUrl, fetch, proofKey, accessToken }: TransportParts): Transport {
  async function proofHeaders(
    { method, path, authentication }: Call,
    token: string | null,
  ): Promise<Record<string, string>> {
    if (authentication === 'none') return {};
    if (token === null && authentication !== 'proof')
      throw new MhbError('not-signed-in', 'There is no session');
    return {
      // RFC 9449 §4.2: without the query.
      DPoP: await proofKey.prove(`${baseUrl}${path.split('?', 1)[0]}`, method, token ?? undefined),
      ...(token === null ? {} : { Authorization: `DPoP ${token}` }),
    };
  }

  async function send(call: Call, token: string | null): Promise<Response> {
    const headers = {
      ...call.headers,
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...(await proofHeaders(call, token)),
    };
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort(new DOMException('The gateway took too long', 'TimeoutError'));
    }, call.timeLimitMs ?? TIME_LIMIT_MS);
    try {
      const response = await fetch(`${baseUrl}${call.path}`, {
        method: call.method,
        headers,
        ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
        signal: AbortSignal.any(call.signal === undefined ? [limit.signal] : [call.signal, limit.signal]),
        ...(call.keepalive === true ? { keepalive: true } : {}),
        cache: 'no-store',
        credentials: 'omit',
        mode: 'cors',
        redirect: 'error',
        referrerPolicy: 'no-referrer',
      });
      proofKey.learnNonce(response);
      return call.streamed === true && response.ok ? response : await arrived(response);
    } catch (error) {
      throw connectionError(error, call.signal);
    } finally {
      clearTimeout(timer);
    }
  }

  return async (call) => {
    // Taken once, at the very start: logging out forgets the token while its own call is still on the way.
    const token = call.authentication === 'proof' ? null : accessToken();
    const first = await send(call, token);
    if (first.ok) return first;
    const error = await problemToError(first);
    if (error.code !== 'proof-nonce-required') throw error;
    const second = await send(call, token);
    if (second.ok) return second;
    throw await problemToError(second);
  };
}

/** The response with its whole body, which thus falls under the time limit, too. */
async function arrived(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

/** What a failed `fetch` or a broken body means: the caller stopped it, or nothing answers. */
export function connectionError(error: unknown, signal: AbortSignal | undefined): MhbError {
  if (signal?.aborted === true) return new MhbError('cancelled', 'The call was cancelled', { cause: error });
  if (error instanceof MhbError) return error;
  return new MhbError('gateway-unreachable', 'The gateway does not answer', {
    retriable: true,
    cause: error,
  });
}

/** A part of the client that is fetched when it is first needed, and then finds the network as any call does. */
export async function fetchedPart<Part>(part: Promise<Part>, signal?: AbortSignal): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    throw connectionError(error, signal);
  }
}

import { MhbError } from '../error.js';
import { connectionError } from './connection-error.js';
import type { BodyOf, Operation } from './operations.js';
import { problemToError } from './problem.js';
import type { ProofKey } from './proof-key.js';

interface CallParts {
  readonly operation: Operation;
  /** The value of `{id}` in the operation's path. */
  readonly id?: string;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** Claims that the proof contains in addition to the method, the address and the token. */
  readonly claims?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal | undefined;
  /**
   * Which proof the call sends: `none`, `proof` (not bound to an access token) or `session` (bound to the
   * access token). Defaults to `session`.
   */
  readonly authentication?: 'none' | 'proof' | 'session';
  /**
   * Whether the caller reads the body as it arrives. The time limit then applies only to the start of the
   * response.
   */
  readonly streamed?: boolean;
  /** The time limit for the response, in milliseconds. Defaults to 30,000. */
  readonly timeLimitMs?: number;
  /** Whether the browser completes the call even if the person leaves the page in the meantime. */
  readonly keepalive?: boolean;
}

type Named<O extends Operation> = O extends `${string}{id}${string}`
  ? { readonly id: string }
  : { readonly id?: never };
type WithBody<O extends Operation> = [BodyOf<O>] extends [never]
  ? { readonly body?: never }
  : { readonly body: BodyOf<O> };

/** A call to an operation, with an id and a body if the operation requires them. */
export type Call<O extends Operation = Operation> = Omit<CallParts, 'operation' | 'id' | 'body'> & {
  readonly operation: O;
} & Named<O> &
  WithBody<O>;

const TIME_LIMIT_MS = 30_000;

/** Sends a call and returns the response. Rejects if the gateway did not accept the call. */
export type Transport = <O extends Operation>(call: Call<O>) => Promise<Response>;

export interface TransportParts {
  readonly baseUrl: string;
  readonly fetch: typeof globalThis.fetch;
  readonly proofKey: ProofKey;
  readonly accessToken: () => string | null;
}

/**
 * Creates the function that sends HTTP requests to the gateway: without cookies or caching, with a time limit,
 * and with a proof for each call. A call is repeated once if the gateway requires a fresh nonce (RFC 9449 §8).
 */
export function createTransport({ baseUrl, fetch, proofKey, accessToken }: TransportParts): Transport {
  async function proofHeaders(
    { authentication, claims }: CallParts,
    method: string,
    url: string,
    token: string | null,
  ): Promise<Record<string, string>> {
    if (authentication === 'none') return {};
    if (token === null && authentication !== 'proof')
      throw new MhbError('not-signed-in', 'There is no session');
    return {
      DPoP: await proofKey.prove(url, method, token ?? undefined, claims),
      ...(token === null ? {} : { Authorization: `DPoP ${token}` }),
    };
  }

  async function send(call: CallParts, token: string | null): Promise<Response> {
    const { method, path } = destination(call);
    const url = baseUrl + path;
    const headers = {
      ...call.headers,
      ...(call.body === undefined ? {} : { 'Content-Type': 'application/json' }),
      // The proof covers the URL without its query (RFC 9449 §4.2).
      ...(await proofHeaders(call, method, url, token)),
    };
    const limit = new AbortController();
    const timer = setTimeout(() => {
      limit.abort(new DOMException('The gateway took too long', 'TimeoutError'));
    }, call.timeLimitMs ?? TIME_LIMIT_MS);
    try {
      const query = call.query === undefined ? '' : `?${new URLSearchParams(call.query)}`;
      const response = await fetch(url + query, {
        method,
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

  return async (call: CallParts) => {
    // Read the token only once, at the start, because a logout deletes the token while its own call is still in
    // progress.
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

/**
 * Returns the method and path of a call. An unpaired surrogate in an id cannot be encoded, so it becomes
 * U+FFFD.
 */
function destination({ operation, id = '' }: CallParts): { readonly method: string; readonly path: string } {
  const [method = '', template = ''] = operation.split(' ');
  const segment = encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
  return { method, path: template.replace('{id}', segment) };
}

/** Waits for the complete body, so that the time limit also covers the body. */
async function arrived(response: Response): Promise<Response> {
  const body = await response.arrayBuffer();
  return new Response(body.byteLength === 0 ? null : body, response);
}

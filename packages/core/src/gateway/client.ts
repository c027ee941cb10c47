import { isRunning, type DataRequest } from '../request/index.js';
import { MhbError, toMhbError, type MhbErrorCode } from '../error.js';
import { withoutTrailingSlashes } from './base-url.js';
import type { ConnectGrant } from './connect-contract.js';
import type { GatewayClient } from './contract.js';
import type { Session } from './login-contract.js';
import type { AnswerOf, OpenedSession, Operation } from './operations.js';
import { pause } from './pause.js';
import { createProofKey } from './proof-key.js';
import { readEventData } from './server-sent-events.js';
import { connectionError } from './connection-error.js';
import { loadedOnCall, loadModule } from '../load-module.js';
import { createTransport, type Call } from './transport.js';

export interface GatewayClientOptions {
  /**
   * The origin of the gateway, such as `https://gateway.example.tw`, followed by a path if the gateway has one.
   */
  readonly baseUrl: string;
  /** Defaults to the platform's `fetch`. */
  readonly fetch?: typeof globalThis.fetch;
}

/** Errors after which the client polls a request instead of watching its event stream. */
const withoutStream: ReadonlySet<MhbErrorCode> = new Set([
  'gateway-unreachable',
  'service-unavailable',
  'too-many-requests',
]);
/** How many times a repeatable call is retried if the gateway does not respond. */
const REPETITIONS = 2;
const FIRST_PAUSE_MS = 500;
const POLL_INTERVAL_MS = 2_000;
/**
 * The time limit for a logout. The person does not wait for the response, because only the effect on the
 * gateway matters.
 */
const LOGOUT_LIMIT_MS = 10_000;

/**
 * Creates a gateway client. Only this object holds the session and its key. Nothing is stored, so closing the
 * page ends the session for good.
 */
export function createGatewayClient(options: GatewayClientOptions): GatewayClient {
  const baseUrl = withoutTrailingSlashes(options.baseUrl);
  const listeners = new Set<(session: Session | null) => void>();
  let session: Session | null = null;
  let accessToken: string | null = null;
  /** The representative's own session, kept while the representative reads another person's passbook. */
  let own: { readonly session: Session; readonly accessToken: string } | null = null;

  const proofKey = createProofKey();
  const transport = createTransport({
    baseUrl,
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    proofKey,
    accessToken: () => accessToken,
  });

  function setSession(next: Session | null, token: string | null): void {
    session = next;
    accessToken = token;
    if (next?.representation === undefined) own = null;
    for (const listener of listeners) listener(next);
  }

  let renewal: Promise<void> | null = null;
  /**
   * Exchanges an expired token for a new one. If several calls find their token expired, they share one
   * exchange.
   */
  function renew(): Promise<void> {
    renewal ??= transport({ operation: 'POST /v1/sessions/current/tokens' })
      .then(async (response) => {
        const renewed = (await response.json()) as OpenedSession;
        // A person who has logged out in the meantime stays logged out.
        if (session?.id === renewed.session.id) accessToken = renewed.accessToken;
      })
      .finally(() => {
        renewal = null;
      });
    return renewal;
  }

  async function renewing<O extends Operation>(request: Call<O>): Promise<Response> {
    try {
      return await transport<O>(request);
    } catch (error) {
      if (toMhbError(error).code !== 'token-expired') throw error;
      await renew();
      return transport<O>(request);
    }
  }

  /** Performs a call. If the session has ended on the gateway, also ends it in this client. */
  async function call<O extends Operation>(request: Call<O>): Promise<Response> {
    const during = session;
    try {
      return await renewing<O>(request);
    } catch (error) {
      const { code } = toMhbError(error);
      const isOver = code === 'session-expired' || code === 'not-signed-in';
      // Ignore late responses that belong to the previous session.
      if (isOver && session !== null && session === during) setSession(null, null);
      throw error;
    }
  }

  async function json<O extends Operation>(request: Call<O>): Promise<AnswerOf<O>> {
    const response = await call<O>(request);
    try {
      return (await response.json()) as AnswerOf<O>;
    } catch (error) {
      throw connectionError(error, request.signal);
    }
  }

  function enter({ session: opened, accessToken: token }: OpenedSession): Session {
    setSession(opened, token);
    return opened;
  }

  const redeem = async (grant: ConnectGrant, signal: AbortSignal | undefined): Promise<Session> =>
    enter(await json({ operation: 'POST /v1/connect/tokens', body: grant, authentication: 'proof', signal }));

  /** Performs a repeatable call, and retries it if the gateway does not respond. */
  async function repeated<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T> {
    for (let repetition = 0; ; repetition += 1) {
      try {
        return await work();
      } catch (error) {
        const { code } = toMhbError(error);
        if (code !== 'gateway-unreachable' || repetition >= REPETITIONS) throw error;
        await pause(FIRST_PAUSE_MS * 2 ** repetition, signal);
      }
    }
  }

  const getRequest = (id: string, signal: AbortSignal | undefined): Promise<DataRequest> =>
    json({ operation: 'GET /v1/requests/{id}', id, signal });

  /** Yields every change that the event stream reports, until the stream ends for any reason. */
  async function* streamed(id: string, signal: AbortSignal | undefined): AsyncGenerator<DataRequest> {
    const response = await call({
      operation: 'GET /v1/requests/{id}/events',
      id,
      headers: { Accept: 'text/event-stream' },
      streamed: true,
      signal,
    });
    if (response.body === null) return;
    for await (const data of readEventData(response.body)) yield JSON.parse(data) as DataRequest;
  }

  return {
    baseUrl,
    get session() {
      return session;
    },
    onSessionChange(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    challenge: ({ signal } = {}) =>
      json({ operation: 'POST /v1/challenges', authentication: 'proof', signal }),
    service: ({ signal } = {}) => json({ operation: 'GET /v1/service', authentication: 'none', signal }),
    async login(credentials, { signal } = {}) {
      const answer = await json({
        operation: 'POST /v1/sessions',
        body: credentials,
        authentication: 'proof',
        signal,
      });
      return 'handle' in answer
        ? { status: 'code-required', codeRequest: answer }
        : { status: 'signed-in', session: enter(answer) };
    },
    confirmLogin: async (confirmation, { signal } = {}) =>
      enter(
        await json({
          operation: 'POST /v1/sessions/confirmations',
          body: confirmation,
          authentication: 'proof',
          signal,
        }),
      ),
    // Only third-party pages need `connect-flow.js`, so the first of the following calls loads it. The service's
    // own pages do not need it.
    async connect(target, { signal } = {}) {
      const { askInPopup } = await loadModule(import('./connect-flow.js'), signal);
      return redeem(await askInPopup(baseUrl, proofKey, target, signal), signal);
    },
    async beginConnect(target) {
      const { askByRedirect } = await loadModule(import('./connect-flow.js'));
      return askByRedirect(baseUrl, proofKey, target);
    },
    async completeConnect(href = location.href) {
      const { answerOfRedirect, relayConnectAnswer } = await loadModule(import('./connect-flow.js'));
      if (relayConnectAnswer(href)) return null;
      const grant = await answerOfRedirect(baseUrl, proofKey, href);
      return grant === null ? null : redeem(grant, undefined);
    },
    async grantConnect(query, { signal } = {}) {
      const { location } = await json({ operation: 'POST /v1/connect/codes', body: { query }, signal });
      setSession(null, null);
      return location;
    },
    ...loadedOnCall(
      async () => (await import('./account-calls.js')).createPersonCalls(call, json),
      [
        'sessions',
        'endSession',
        'activity',
        'account',
        'changeContact',
        'confirmMobile',
        'changePassword',
        'trustedReaders',
        'forgetReader',
        'releaseCertificate',
        'suspendAccount',
      ],
    ),
    async passkeys({ signal } = {}) {
      const { createPasskeyCalls } = await loadModule(import('./passkey-calls.js'), signal);
      return createPasskeyCalls(call, json, enter);
    },
    representations: ({ signal } = {}) => json({ operation: 'GET /v1/representations', signal }),
    async represent(id, { signal } = {}) {
      const before = session;
      const opened = await json({ operation: 'POST /v1/representations/{id}/sessions', id, signal });
      // If the person has logged out or switched sessions in the meantime, do not undo this.
      if (session === null || session !== before || accessToken === null)
        throw new MhbError('session-expired');
      own ??= { session, accessToken };
      return enter(opened);
    },
    async stopRepresenting({ signal } = {}) {
      if (own === null) return;
      const answer = transport({ operation: 'DELETE /v1/sessions/current', signal });
      setSession(own.session, own.accessToken);
      // Ignore a failure of this call: the session ends anyway together with the representative's own session.
      await answer.catch(() => undefined);
    },
    async logoutEverywhere({ signal } = {}) {
      await call({ operation: 'DELETE /v1/sessions', signal });
      setSession(null, null);
    },
    async logout({ signal } = {}) {
      if (accessToken === null) return;
      // Log out from the representative's own session, which also ends the session for the other person.
      accessToken = own?.accessToken ?? accessToken;
      const answer = transport({
        operation: 'DELETE /v1/sessions/current',
        timeLimitMs: LOGOUT_LIMIT_MS,
        keepalive: true,
        signal,
      });
      // The call already has its token, so this page can forget the session now, even if the gateway never
      // receives the call.
      setSession(null, null);
      try {
        await answer;
      } catch (error) {
        // If the session has already ended, there is nothing left to log out from.
        if (toMhbError(error).code !== 'session-expired') throw error;
      }
    },
    async catalogue({ signal } = {}) {
      const { categories } = await json({ operation: 'GET /v1/catalogue', authentication: 'none', signal });
      return categories;
    },
    content: ({ signal } = {}) => json({ operation: 'GET /v1/content', authentication: 'none', signal }),
    async issuer({ signal } = {}) {
      const { keys } = await json({
        operation: 'GET /.well-known/jwks.json',
        authentication: 'none',
        signal,
      });
      return { issuer: baseUrl, keys };
    },
    createRequest({ signal } = {}) {
      const idempotencyKey = crypto.randomUUID();
      return repeated(signal, () =>
        json({
          operation: 'POST /v1/requests',
          headers: { 'Idempotency-Key': idempotencyKey },
          signal,
        }),
      );
    },
    async listRequests({ signal } = {}) {
      const { requests } = await json({ operation: 'GET /v1/requests', signal });
      return requests;
    },
    getRequest: (id, { signal } = {}) => getRequest(id, signal),
    async *watchRequest(id, { signal } = {}) {
      let last = '';
      const isNews = (request: DataRequest): boolean => {
        const text = JSON.stringify(request);
        const changed = text !== last;
        last = text;
        return changed;
      };
      let running = true;
      try {
        // Read the stream to its end, which comes soon. Stopping earlier would close the connection that the
        // next call needs.
        for await (const request of streamed(id, signal)) {
          running = isRunning(request);
          if (isNews(request)) yield request;
        }
      } catch (error) {
        const { code } = toMhbError(error);
        // A missing or broken stream is not an error, because some proxies block streams, and each person is
        // allowed only a few open streams at a time.
        if (signal?.aborted === true)
          throw new MhbError('cancelled', 'The call was cancelled', { cause: error });
        if (error instanceof MhbError && !withoutStream.has(code)) throw error;
      }
      while (running) {
        const request = await repeated(signal, () => getRequest(id, signal));
        if (isNews(request)) yield request;
        if (!isRunning(request)) return;
        await pause(POLL_INTERVAL_MS, signal);
      }
    },
    createArchive: (requestId, selection, { signal } = {}) =>
      json({
        operation: 'POST /v1/requests/{id}/archives',
        id: requestId,
        body: { selection },
        signal,
      }),
    ...loadedOnCall(
      async () => (await import('./health-link-calls.js')).createHealthLinkCalls(call, json),
      ['createHealthLink', 'healthLinks', 'healthLink', 'revokeHealthLink', 'relayHealthLink'],
    ),
    // The download code is loaded on demand, because pages that only log in do not need it.
    async downloadArchive(archive, transfer = {}) {
      const { download } = await loadModule(import('./download.js'), transfer.signal);
      return download(call, archive, transfer);
    },
    async openRequest(requestId, { signal } = {}) {
      const { fetchRendering } = await loadModule(import('./rendering.js'), signal);
      return repeated(signal, () => fetchRendering(call, requestId, signal));
    },
  };
}

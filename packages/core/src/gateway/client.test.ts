import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createGatewayClient } from './client.js';
import type { GatewayClient, SealedArchive } from './contract.js';

type Answer = (request: Request) => Response | Promise<Response>;

const baseUrl = 'https://gateway.example.tw';
const never = new Promise<never>(() => undefined);
const session = { id: 's', person: { nationalId: 'A12345****', name: '王○明' }, assurance: 'card-read' };
const credentials = {
  method: 'nhi-card',
  password: 'p',
  nonce: 'n',
  cardNumber: '000000000000',
  nationalId: 'A123456789',
  attestation: null,
} as const;
const running = { id: 'r', status: 'in-progress', progress: 0.5 };
const completed = { id: 'r', status: 'completed', progress: 1 };

/**
 * Simulates a network that never answers. Like `fetch`, the returned promise rejects only when the call is
 * aborted.
 */
const silence: Answer = ({ signal }) =>
  new Promise((_resolve, reject) => {
    signal.addEventListener('abort', () => {
      reject(signal.reason as Error);
    });
  });

/** Creates a body that sends `text` and then neither continues nor ends. */
const hangingBody = (text: string): ReadableStream<Uint8Array<ArrayBuffer>> =>
  new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(text));
    },
  });

/** Creates a body whose connection breaks after `bytes`. */
const brokenBody = (bytes: Uint8Array<ArrayBuffer>): ReadableStream<Uint8Array<ArrayBuffer>> => {
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) controller.error(new TypeError('network error'));
      else controller.enqueue(bytes);
      sent = true;
    },
  });
};

/**
 * Creates a logged-in client whose calls receive `answers` in this order. Also returns the recorded requests.
 */
async function signedIn(...answers: readonly Answer[]): Promise<[GatewayClient, Request[]]> {
  const sent: Request[] = [];
  let logins = 0;
  const client = createGatewayClient({
    baseUrl,
    fetch: async (input, init) => {
      const request = new Request(input as string, init);
      if (request.url.endsWith('/v1/sessions'))
        return Response.json({ session, accessToken: `token-${(logins += 1)}` });
      sent.push(request);
      const answer = answers[sent.length - 1] ?? silence;
      return answer(request);
    },
  });
  await client.login(credentials);
  return [client, sent];
}

const codeOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'fulfilled',
    (error: unknown) => (error as { readonly code?: unknown }).code,
  );

/** Advances the fake clock. First lets other work continue, because signing takes real time. */
async function elapse(milliseconds: number): Promise<void> {
  await new Promise((resolve) => {
    setImmediate(resolve);
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

it('forgets the session immediately on logout, even if the gateway never answers', async () => {
  const [client, sent] = await signedIn(() => never);
  const told = vi.fn();
  client.onSessionChange(told);
  void client.logout();
  expect(client.session).toBe(null);
  expect(told).toHaveBeenCalledExactlyOnceWith(null);
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  expect(sent[0]).toMatchObject({ method: 'DELETE', keepalive: true });
  expect(sent[0]?.headers.get('authorization')).toBe('DPoP token-1');
  expect(await codeOf(client.listRequests())).toBe('not-signed-in');
});

it('repeats a logout with the nonce that the gateway requires', async () => {
  const [client, sent] = await signedIn(
    () =>
      Response.json(
        { type: 'urn:mhb-kit:problem:proof-nonce-required', code: 'proof-nonce-required' },
        { status: 401, headers: { 'DPoP-Nonce': 'fresh' } },
      ),
    () => new Response(null, { status: 204 }),
  );
  await client.logout();
  expect(sent.map(({ headers }) => headers.get('authorization'))).toEqual(['DPoP token-1', 'DPoP token-1']);
});

it('keeps the next session when a late answer refuses a call of an ended one', async () => {
  let refuse: (response: Response) => void = () => undefined;
  const refusal = new Promise<Response>((resolve) => {
    refuse = resolve;
  });
  const [client, sent] = await signedIn(() => refusal);
  const late = codeOf(client.listRequests());
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  void codeOf(client.logout());
  await client.login(credentials);
  refuse(
    Response.json({ type: 'urn:mhb-kit:problem:session-expired', code: 'session-expired' }, { status: 401 }),
  );
  expect(await late).toBe('session-expired');
  expect(client.session).toEqual(session);
});

it.each<[string, Answer]>([
  ['no answer', silence],
  [
    'half an answer',
    ({ signal }) =>
      new Response(
        new ReadableStream({
          start(controller) {
            signal.addEventListener('abort', () => {
              controller.error(signal.reason);
            });
          },
        }),
      ),
  ],
])('gives a call up after 30 seconds with %s', async (_name, answer) => {
  const [client, sent] = await signedIn(answer);
  const outcome = codeOf(client.listRequests());
  await vi.waitFor(() => {
    expect(sent).toHaveLength(1);
  });
  await elapse(30_000);
  expect(await outcome).toBe('gateway-unreachable');
});

it('reads the stream of a watched request to its end, so that the connection can be reused', async () => {
  const last = `event: request\ndata: ${JSON.stringify(completed)}\n\n`;
  const parts = [new TextEncoder().encode(last)];
  let left = false;
  const body = new ReadableStream<Uint8Array<ArrayBuffer>>(
    {
      pull(controller) {
        const part = parts.shift();
        if (part === undefined) controller.close();
        else controller.enqueue(part);
      },
      cancel() {
        left = true;
      },
    },
    // The stream produces data only when a reader asks for it.
    { highWaterMark: 0 },
  );
  const [client, sent] = await signedIn(() => new Response(body));
  const seen: unknown[] = [];
  for await (const request of client.watchRequest('r')) seen.push(request);
  expect(seen).toEqual([completed]);
  expect(left).toBe(false);
  expect(sent).toHaveLength(1);
});

it('polls automatically when the event stream falls silent', async () => {
  const [client, sent] = await signedIn(
    () => new Response(hangingBody(`data: ${JSON.stringify(running)}\n\n`)),
    () => Response.json(completed),
  );
  const seen = client.watchRequest('r')[Symbol.asyncIterator]();
  expect((await seen.next()).value).toEqual(running);
  const next = seen.next();
  await elapse(44_000);
  expect(sent).toHaveLength(1);
  await elapse(2_000);
  expect((await next).value).toEqual(completed);
  expect(sent[1]?.url).toBe(`${baseUrl}/v1/requests/r`);
});

const content = new TextEncoder().encode('an archive of some length');
const sealed = async (): Promise<SealedArchive> => ({
  id: 'a',
  requestId: 'r',
  fileName: 'a.zip',
  byteLength: content.length,
  sha256: Buffer.from(await crypto.subtle.digest('SHA-256', content)).toString('hex'),
  expiresAt: '2026-05-27T10:00:00Z',
});

/** Advances the clock until a transfer has ended, however often it pauses. */
async function settled<T>(work: Promise<T>): Promise<T> {
  let done = false;
  const mark = (): void => {
    done = true;
  };
  work.then(mark, mark);
  while (!done) await elapse(500);
  return work;
}

it('resumes a download although the gateway is away for a while', async () => {
  const away: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
  const [client, sent] = await signedIn(
    () => new Response(brokenBody(content.slice(0, 10))),
    away,
    away,
    () => new Response(content.slice(10), { status: 206 }),
  );
  const blob = await settled(client.downloadArchive(await sealed()));
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(content);
  expect(sent.slice(1).map(({ headers }) => headers.get('range'))).toEqual(Array(3).fill('bytes=10-'));
});

it('restarts a download if the answer to a resumption contains the whole archive', async () => {
  const [client] = await signedIn(
    () => new Response(brokenBody(content.slice(0, 10))),
    () => new Response(content),
  );
  const blob = await settled(client.downloadArchive(await sealed()));
  expect(new Uint8Array(await blob.arrayBuffer())).toEqual(content);
});

it('resumes a stalled download, and finally gives up', async () => {
  const [client, sent] = await signedIn(
    () => new Response(hangingBody('an archive')),
    ...Array.from({ length: 5 }, (): Answer => () => Promise.reject(new TypeError('Failed to fetch'))),
  );
  expect(await settled(codeOf(client.downloadArchive(await sealed())))).toBe('gateway-unreachable');
  expect(sent).toHaveLength(6);
});

it('reports a lost network if a part of the client cannot be loaded', async () => {
  vi.resetModules();
  vi.doMock('./download.js', () => {
    throw new TypeError('Failed to fetch dynamically imported module');
  });
  const { createGatewayClient: create } = await import('./client.js');
  const client = create({ baseUrl, fetch: () => never });
  await expect(
    client.downloadArchive({ id: 'a', byteLength: 1, sha256: '' } as SealedArchive),
  ).rejects.toMatchObject({
    name: 'MhbError',
    code: 'gateway-unreachable',
    retriable: true,
  });
  vi.doUnmock('./download.js');
});

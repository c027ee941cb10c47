import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import {
  expectAsDescribed,
  loadApiDocument,
  matches,
  recording,
  type ApiDocument,
  type Exchange,
} from './exchanges.js';
import {
  completeRequest,
  eachDatabase,
  ming,
  outpatientRow,
  portalFetch,
  refusal,
  startTestGateway,
  type TestGateway,
} from './support.js';

eachDatabase((database) => {
  let test: TestGateway;
  let contract: ApiDocument;
  let client: GatewayClient;
  const exchanges: Exchange[] = [];

  const recordingFetch = recording(exchanges, portalFetch);

  beforeAll(async () => {
    test = await startTestGateway({ database });
    test.source.rows[ming.nationalId] = {
      r1: Array.from({ length: 3_000 }, (_, index) =>
        outpatientRow('20260212', `第${index}診所`, randomUUID()),
      ),
    };
    contract = await loadApiDocument(test.gateway.url);
    client = await test.logIn(ming, test.client(recordingFetch));
  });
  afterAll(() => test.dispose());

  /** The last exchange with a path. */
  const lastExchange = (end: string): Exchange => exchanges.findLast(({ path }) => path.endsWith(end))!;

  describe('the OpenAPI document', () => {
    const check = (schema: object, value: unknown): boolean => matches(contract, schema, value);

    it('is version 3.1 and names every resource', () => {
      expect(contract.openapi).toBe('3.1.0');
      expect(Object.keys(contract.paths).sort()).toEqual([
        '/.well-known/jwks.json',
        '/v1/activity',
        '/v1/archives/{id}',
        '/v1/catalogue',
        '/v1/challenges',
        '/v1/connect/codes',
        '/v1/connect/tokens',
        '/v1/content',
        '/v1/health',
        '/v1/health-link-relays',
        '/v1/health-links',
        '/v1/health-links/{id}',
        '/v1/manifest-files/{ticket}',
        '/v1/manifests/{token}',
        '/v1/ready',
        '/v1/representations',
        '/v1/representations/{id}/sessions',
        '/v1/requests',
        '/v1/requests/{id}',
        '/v1/requests/{id}/archives',
        '/v1/requests/{id}/events',
        '/v1/requests/{id}/renderings',
        '/v1/service',
        '/v1/sessions',
        '/v1/sessions/confirmations',
        '/v1/sessions/current',
        '/v1/sessions/current/tokens',
        '/v1/sessions/{id}',
      ]);
    });

    it('describes calls that are refused, repeated and made again after a new login', async () => {
      const request = await completeRequest(client);
      await refusal(client.createArchive(request.id, []));
      await refusal(client.getRequest(randomUUID()));
      await client.logout();
      await test.logIn(ming, client);
      for (const exchange of exchanges) await expectAsDescribed(contract, exchange);
      const statuses = exchanges.map(({ response }) => response.status);
      for (const status of [204, 404, 422]) expect(statuses).toContain(status);
    });

    it('names headers as they arrive, because others are not checked', () => {
      const headers = Object.values(contract.paths)
        .flatMap((methods) => Object.values(methods))
        .flatMap(({ parameters = [] }) =>
          parameters.flatMap((each) => (each.in === 'header' ? [each.name] : [])),
        );
      expect(new Set(headers)).toContain('if-none-match');
      expect(headers).toEqual(headers.map((name) => name.toLowerCase()));
    });

    it('names every operation, lists its problems, and has an example of every body', () => {
      const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
        Object.entries(methods).map(([method, operation]) => ({ label: `${method} ${path}`, operation })),
      );
      const names = operations.map(({ operation }) => operation.operationId);
      expect(new Set(names).size).toBe(operations.length);
      for (const { label, operation } of operations) {
        const problems = Object.values(operation.responses).flatMap(({ content }) =>
          Object.keys(content?.['application/problem+json']?.examples ?? {}),
        );
        expect(problems, label).toContain('service-unavailable');
        const { $ref } = operation.requestBody?.content['application/json']?.schema ?? {};
        if ($ref !== undefined)
          expect(contract.components.schemas[$ref.split('/').at(-1)!]?.examples, label).toBeDefined();
      }
      for (const [name, { examples = [] }] of Object.entries(contract.components.schemas))
        for (const example of examples)
          expect(check({ $ref: `#/components/schemas/${name}` }, example), name).toBe(true);
    });

    it('rejects what it does not describe', () => {
      const { schema } = contract.paths['/v1/sessions']!.post!.requestBody!.content['application/json']!;
      expect(check(schema, { method: 'nhi-card' })).toBe(false);
    });
  });

  it('counts what a source could not supply, by type and reason', async () => {
    test.source.leftOut['allergy'] = [{ type: 'AllergyIntolerance', reason: 'withdrawn', count: 2 }];
    await completeRequest(client);
    delete test.source.leftOut['allergy'];
    expect(await test.gateway.metrics()).toMatch(
      /mhb_records_left_out_total\{type="AllergyIntolerance",reason="withdrawn"\} 2/,
    );
  });

  it('counts responses by route, without naming anybody', async () => {
    const text = await test.gateway.metrics();
    expect(text).toMatch(
      /mhb_http_request_duration_seconds_count\{method="POST",route="\/v1\/sessions",status="201"\} \d+/,
    );
    expect(text).toMatch(/mhb_requests_open \d+/);
    expect(text).not.toContain('/v1/requests/0');
    expect(text).not.toMatch(/mhb_http_failures_total\{/);
  });

  describe('creating a request', () => {
    it('creates only one, no matter how often the button is pressed', async () => {
      let release: () => void = () => undefined;
      test.source.gate = new Promise((resolve) => {
        release = resolve;
      });
      const made = await Promise.all([
        client.createRequest(),
        client.createRequest(),
        client.createRequest(),
      ]);
      expect(new Set(made.map(({ id }) => id)).size).toBe(1);
      expect(lastExchange('/v1/requests').response.headers.get('content-location')).toBe(
        `/v1/requests/${made[0].id}`,
      );
      const running = await client.getRequest(made[0].id);
      expect(running.status).toMatch(/accepted|in-progress/);
      expect(lastExchange(made[0].id).response.status).toBe(202);
      expect(lastExchange(made[0].id).response.headers.get('retry-after')).toBe('2');
      expect((await client.createRequest()).id).toBe(made[0].id);
      release();
      for await (const { id } of client.watchRequest(made[0].id)) expect(id).toBe(made[0].id);
      const next = await completeRequest(client);
      expect(next.id).not.toBe(made[0].id);
    });

    it('survives a connection that breaks after the gateway received the call', async () => {
      let broken = false;
      const page = test.client(async (input, init) => {
        const response = await portalFetch(input, init);
        if (init?.method === 'POST' && String(input).endsWith('/v1/requests') && !broken) {
          broken = true;
          throw new TypeError('fetch failed');
        }
        return response;
      });
      await test.logIn(ming, page);
      const before = await page.listRequests();
      await page.createRequest();
      expect((await page.listRequests()).length).toBe(before.length + 1);
    });

    it('completes with polling if event streams are blocked', async () => {
      const page = test.client((input, init) =>
        String(input).endsWith('/events')
          ? Promise.reject(new TypeError('blocked'))
          : portalFetch(input, init),
      );
      await test.logIn(ming, page);
      expect((await completeRequest(page)).status).toBe('completed');
    });
  });

  describe('a download', () => {
    const send = async (id: string, headers: Record<string, string>): Promise<Response> => {
      let answer: Response | undefined;
      const stop = new AbortController();
      const peeking = test.client(async (input, init) => {
        // Only a part is needed here; the client would fetch the rest.
        if (String(input).includes('/v1/archives/') && answer !== undefined) stop.abort();
        const response = await portalFetch(input, {
          ...init,
          headers: { ...(init?.headers as Record<string, string>), ...headers },
        });
        if (String(input).includes('/v1/archives/')) answer = response.clone();
        return response;
      });
      await test.logIn(ming, peeking);
      await peeking.downloadArchive({ ...archive, id }, { signal: stop.signal }).catch(() => undefined);
      return answer!;
    };
    let archive: Awaited<ReturnType<GatewayClient['createArchive']>>;
    let whole: Uint8Array;

    beforeAll(async () => {
      await test.logIn(ming, client);
      const request = await completeRequest(client);
      archive = await client.createArchive(request.id, [{ category: 'outpatient' }]);
      whole = new Uint8Array(await (await client.downloadArchive(archive)).arrayBuffer());
    });

    it('contains name, length, tag and expiry', async () => {
      const { headers } = lastExchange(archive.id).response;
      expect(headers.get('content-disposition')).toBe(
        `attachment; filename="health-passbook.zip"; filename*=UTF-8''${encodeURIComponent('健康存摺_1150305.zip')}`,
      );
      expect(headers.get('content-length')).toBe(String(archive.byteLength));
      expect(headers.get('etag')).toBe(`"${archive.sha256}"`);
      expect(new Date(headers.get('expires')!).toISOString()).toBe(archive.expiresAt);
      expect(headers.get('cache-control')).toBe('no-store');
    });

    it.each([
      ['bytes=0-0', (all: Uint8Array) => all.subarray(0, 1)],
      ['bytes=65530-65545', (all: Uint8Array) => all.subarray(65_530, 65_546)],
      ['bytes=100-', (all: Uint8Array) => all.subarray(100)],
      ['bytes=-10', (all: Uint8Array) => all.subarray(-10)],
    ])('answers %s with that part', async (range, part) => {
      expect(whole.length).toBeGreaterThan(65_546);
      const response = await send(archive.id, { Range: range });
      expect(response.status).toBe(206);
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array(part(whole)));
    });

    it('refuses an invalid range, and sends the whole if the tag has changed', async () => {
      expect((await send(archive.id, { Range: `bytes=${whole.length}-` })).status).toBe(416);
      expect((await send(archive.id, { Range: 'bytes=5-', 'If-Range': '"other"' })).status).toBe(200);
      expect((await send(archive.id, { 'If-None-Match': `"${archive.sha256}"` })).status).toBe(304);
    });

    it('continues from the point at which the connection was lost', async () => {
      let breaks = 0;
      const ranges: (string | null)[] = [];
      const page = test.client(async (input, init) => {
        const response = await portalFetch(input, init);
        if (!String(input).includes('/v1/archives/')) return response;
        ranges.push(new Headers(init?.headers).get('range'));
        if (breaks === 2) return response;
        breaks += 1;
        const reader = response.body!.getReader();
        const body = new ReadableStream<Uint8Array>({
          async pull(controller) {
            const { value } = await reader.read();
            controller.enqueue(value!.subarray(0, 1_000));
            controller.error(new TypeError('terminated'));
          },
        });
        return new Response(body, response);
      });
      await test.logIn(ming, page);
      const progress: number[] = [];
      const blob = await page.downloadArchive(archive, { onProgress: ({ loaded }) => progress.push(loaded) });
      expect(new Uint8Array(await blob.arrayBuffer())).toEqual(whole);
      expect(ranges[0]).toBeNull();
      expect(ranges).toHaveLength(3);
      expect(progress.at(-1)).toBe(archive.byteLength);
    });

    it('does not return data that was changed after it was sealed', async () => {
      expect((await refusal(client.downloadArchive({ ...archive, sha256: '0'.repeat(64) }))).code).toBe(
        'download-damaged',
      );
    });
  });
});

import { randomUUID } from 'node:crypto';
import { Compile } from 'typebox/schema';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '@mhb-kit/core/gateway';
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

interface Operation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
  }[];
  readonly operationId: string;
  readonly requestBody?: {
    readonly content: Record<string, { readonly schema: { readonly $ref?: string } }>;
  };
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly schema?: object; readonly examples?: object }> }
  >;
}
interface OpenApi {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, { readonly examples?: readonly unknown[] }> };
}

interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: Request;
  readonly requestBody: unknown;
  readonly response: Response;
}

eachDatabase((database) => {
  let test: TestGateway;
  let contract: OpenApi;
  let client: GatewayClient;
  const exchanges: Exchange[] = [];

  /** Remembers what the client sent and what it got. */
  const recordingFetch: typeof fetch = async (input, init) => {
    const request = new Request(input, init);
    const response = await portalFetch(input, init);
    const requestBody: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    exchanges.push({
      method: request.method.toLowerCase(),
      path: new URL(request.url).pathname,
      request,
      requestBody,
      response: response.clone(),
    });
    return response;
  };

  beforeAll(async () => {
    test = await startTestGateway({ database });
    test.source.rows[ming.nationalId] = {
      r1: Array.from({ length: 3_000 }, (_, index) =>
        outpatientRow('20260212', `第${index}診所`, randomUUID()),
      ),
    };
    contract = (await (await fetch(`${test.gateway.url}/v1/openapi.json`)).json()) as OpenApi;
    client = await test.logIn(ming, test.client(recordingFetch));
  });
  afterAll(() => test.dispose());

  /** The last exchange with a path. */
  const lastExchange = (end: string): Exchange => exchanges.findLast(({ path }) => path.endsWith(end))!;

  describe('the OpenAPI document', () => {
    const operationOf = ({ method, path }: Exchange): Operation => {
      const template = Object.keys(contract.paths).find((each) =>
        new RegExp(`^${each.replaceAll(/\{\w+\}/g, '[^/]+')}$`).test(path),
      );
      return contract.paths[template!]![method]!;
    };
    const check = (schema: object, value: unknown): boolean =>
      Compile({ ...schema, components: contract.components }).Check(value);

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
        '/v1/ready',
        '/v1/requests',
        '/v1/requests/{id}',
        '/v1/requests/{id}/archives',
        '/v1/requests/{id}/events',
        '/v1/service',
        '/v1/sessions',
        '/v1/sessions/confirmations',
        '/v1/sessions/current',
        '/v1/sessions/current/tokens',
        '/v1/sessions/{id}',
      ]);
    });

    it('describes every call of the client and every answer to it', async () => {
      await client.catalogue();
      await client.content();
      await client.issuer();
      const request = await completeRequest(client);
      await client.getRequest(request.id);
      const archive = await client.createArchive(request.id, [
        { category: 'outpatient', months: ['2026-02'] },
      ]);
      await client.downloadArchive(archive);
      await refusal(client.createArchive(request.id, []));
      await refusal(client.getRequest(randomUUID()));
      await client.logout();
      await test.logIn(ming, client);
      const seen = new Set<string>();
      for (const exchange of exchanges) {
        const operation = operationOf(exchange);
        const label = `${exchange.method} ${exchange.path} ${exchange.response.status}`;
        seen.add(`${exchange.method} ${exchange.path.replaceAll(/[0-9a-f-]{36}/g, '{id}')}`);
        for (const { in: place, name, required } of operation.parameters ?? []) {
          if (place === 'header' && required === true)
            expect(exchange.request.headers.has(name), label).toBe(true);
        }
        const body = operation.requestBody?.content['application/json'];
        expect(exchange.requestBody === undefined, label).toBe(body === undefined);
        if (body !== undefined) expect(check(body.schema, exchange.requestBody), label).toBe(true);
        const answer = operation.responses[exchange.response.status]!;
        const [type = ''] = (exchange.response.headers.get('content-type') ?? '').split(';');
        if (type.endsWith('json')) {
          const schema = answer.content?.['application/json']?.schema ?? answer.content?.[type]?.schema;
          expect(schema, label).toBeDefined();
          expect(check(schema!, await exchange.response.json()), label).toBe(true);
        }
      }
      expect([...seen].sort()).toEqual([
        'delete /v1/sessions/current',
        'get /.well-known/jwks.json',
        'get /v1/archives/{id}',
        'get /v1/catalogue',
        'get /v1/content',
        'get /v1/requests/{id}',
        'get /v1/requests/{id}/events',
        'post /v1/challenges',
        'post /v1/requests',
        'post /v1/requests/{id}/archives',
        'post /v1/sessions',
      ]);
    });

    it('names every operation, tells its problems, and shows every body by an example', () => {
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

  it('counts what it answers by route, and names nobody', async () => {
    const text = await test.gateway.metrics();
    expect(text).toMatch(
      /mhb_http_request_duration_seconds_count\{method="POST",route="\/v1\/sessions",status="201"\} \d+/,
    );
    expect(text).toMatch(/mhb_requests_open \d+/);
    expect(text).not.toContain('/v1/requests/0');
    expect(text).not.toMatch(/mhb_http_failures_total\{/);
  });

  describe('making a request', () => {
    it('makes one however often it is pressed', async () => {
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
      release();
      const done = await completeRequest(client);
      expect(done.id).toBe(made[0].id);
      const next = await completeRequest(client);
      expect(next.id).not.toBe(done.id);
    });

    it('survives a connection that breaks after the gateway heard', async () => {
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

    it('comes to the end by polling where event streams do not pass', async () => {
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
        // A part is all that is wanted: the client would go on to fetch the rest.
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

    it('carries name, length, tag and end of life', async () => {
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

    it('refuses a range outside, and sends the whole when the tag has changed', async () => {
      expect((await send(archive.id, { Range: `bytes=${whole.length}-` })).status).toBe(416);
      expect((await send(archive.id, { Range: 'bytes=5-', 'If-Range': '"other"' })).status).toBe(200);
      expect((await send(archive.id, { 'If-None-Match': `"${archive.sha256}"` })).status).toBe(304);
    });

    it('goes on where the connection broke', async () => {
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

    it('does not hand out what is not what was sealed', async () => {
      expect((await refusal(client.downloadArchive({ ...archive, sha256: '0'.repeat(64) }))).code).toBe(
        'download-damaged',
      );
    });
  });
});

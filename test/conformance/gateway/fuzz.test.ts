import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { RawClient } from './raw-client.js';
import {
  completeRequest,
  eachDatabase,
  ming,
  portal,
  startTestGateway,
  tick,
  type TestGateway,
} from './support.js';

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** Approximate number of requests to each database; more with `MHB_FUZZ_RUNS=50000`. */
const requests = Number(process.env.MHB_FUZZ_RUNS ?? 600);
/** Repeats a run. */
const seed = Number(process.env.MHB_FUZZ_SEED ?? 1);
const timeout = 300_000 + requests * 40;

/** Text that has caused errors before, in addition to random text. */
const text = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.constantFrom(
    "' OR 1=1 --",
    '../../etc/passwd',
    '%00',
    '\u0000',
    '\r\nSet-Cookie: a=b',
    '__proto__',
    '健康存摺',
    '\ud800',
    'A123456789',
    '000012345678',
  ),
);
const json = fc.oneof(
  { depthSize: 'small', withCrossShrink: true },
  fc.jsonValue({ maxDepth: 3 }),
  text,
  fc.dictionary(text, fc.jsonValue({ maxDepth: 1 })),
);

/** Values that pass the schema and must be refused later, by the name of their field. */
const likely: Readonly<Record<string, readonly string[]>> = {
  nonce: ['n'.repeat(43)],
  ticket: ['t'.repeat(43), '0123456789ABCDEF'],
  handle: ['h'.repeat(43)],
  code: ['123456', 'c'.repeat(43)],
  cardNumber: [ming.cardNumber, '000000000000'],
  nationalId: [ming.nationalId, 'a123456789', 'Z999999999'],
  password: [ming.password, 'secret99'],
  currentPassword: [ming.password, 'secret99'],
  newPassword: ['secret99'],
  attestation: ['a.b.c', 'eyJhbGciOiJub25lIn0..'],
  email: ['a@example.tw'],
  mobile: ['0912345678'],
  category: ['outpatient', 'allergy'],
  months: ['2026-02'],
  redirectUri: [`${portal}/callback`],
  clientId: ['portal'],
};

interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly pattern?: string;
}

interface Operation {
  readonly parameters?: readonly {
    readonly in: string;
    readonly name: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema: Schema }>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, { readonly examples?: object }>> }>
  >;
}

interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

/** Values that match the contract; sometimes, at any position, something else. */
function valuesOf(schema: Schema, { components }: Contract, name = ''): fc.Arbitrary<unknown> {
  const known = likely[name] ?? [];
  const form = (): fc.Arbitrary<unknown> => {
    if (schema.$ref !== undefined)
      return valuesOf(
        components.schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {},
        { paths: {}, components },
        name,
      );
    if ('const' in schema) return fc.constant(schema.const);
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    const within = { paths: {}, components };
    if (schema.anyOf !== undefined)
      return fc.oneof(...schema.anyOf.map((each) => valuesOf(each, within, name)));
    if (schema.properties !== undefined)
      return fc.record(
        Object.fromEntries(
          Object.entries(schema.properties).map(([key, each]) => [key, valuesOf(each, within, key)]),
        ),
        { noNullPrototype: false },
      );
    if (schema.items !== undefined) return fc.array(valuesOf(schema.items, within, name), { maxLength: 4 });
    if (schema.type === 'null') return fc.constant(null);
    if (schema.type === 'boolean') return fc.boolean();
    if (schema.type === 'integer' || schema.type === 'number') return fc.integer();
    if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern));
    return text;
  };
  return fc.oneof(
    { weight: 8, arbitrary: form() },
    ...(known.length === 0 ? [] : [{ weight: 8, arbitrary: fc.constantFrom(...known) }]),
    { weight: 1, arbitrary: json },
    { weight: 1, arbitrary: fc.constant(undefined) },
  );
}

/** Text as a part of an address; unpaired surrogates are not possible. */
const segmentOf = (value: string): string => encodeURIComponent(value.replaceAll(/\p{Surrogate}/gu, '?'));

/** Allowed values of a header. */
const header = fc.stringMatching(/^[ -~]{0,60}$/);

eachDatabase((database) => {
  let test: TestGateway;
  let session: { readonly page: RawClient; readonly token: string } | null = null;
  beforeAll(async () => {
    test = await startTestGateway({
      database,
      registration: { sender: createDevelopmentOutbox(), confirmationUrl: `${portal}/confirm` },
    });
  });
  afterAll(() => test.dispose());

  const check = async (response: Response, operation?: Operation): Promise<void> => {
    const body = await response.text();
    expect(response.status, body).toBeLessThan(500);
    expect(response.headers.get('set-cookie')).toBeNull();
    if (response.status >= 400) {
      expect(response.headers.get('content-type')).toContain('application/problem+json');
      expect(Object.keys(JSON.parse(body) as object).sort()).toEqual([
        'code',
        'details',
        'retriable',
        'status',
        'title',
        'type',
      ]);
      expect(body).not.toMatch(/stack|node_modules|select |insert /i);
      expect(body).not.toContain(repositoryRoot);
      if (operation !== undefined) {
        const { code } = JSON.parse(body) as { code: string };
        const told = operation.responses[response.status]?.content?.['application/problem+json']?.examples;
        expect(Object.keys(told ?? {}), 'of the contract').toContain(code);
      }
    }
  };

  /** A logged-in page, logged in again if its requests have logged it out. */
  async function signedIn(): Promise<{ readonly page: RawClient; readonly token: string }> {
    if (session !== null) return session;
    // Delays after wrong passwords are over, and the right one is unchanged.
    test.clock.advance(61 * tick.minute);
    await test.gateway.activateAccount(ming);
    const page = new RawClient(test);
    session = { page, token: await page.logIn() };
    return session;
  }

  describe('fuzzing', () => {
    it(
      'requests to any route in the contract are either answered or refused with a problem response, never an internal error',
      { timeout },
      async () => {
        const contract = (await (await fetch(`${test.gateway.url}/v1/openapi.json`)).json()) as Contract;
        const { id } = await completeRequest(await test.logIn());
        const operations = Object.entries(contract.paths).flatMap(([path, methods]) =>
          Object.entries(methods).map(([method, operation]) => ({
            path,
            method: method.toUpperCase(),
            operation,
          })),
        );
        expect(operations.length).toBeGreaterThan(30);
        const opened = new Set<string>();
        const stranger = new RawClient(test);
        for (const { path, method, operation } of operations) {
          const { requestBody } = operation;
          // Token and proof are created for each call.
          const parameters = (operation.parameters ?? []).filter(
            ({ name }) => !/^(?:dpop|authorization)$/i.test(name),
          );
          const named = (place: string, values: fc.Arbitrary<string>) => {
            const here = parameters.filter((each) => each.in === place);
            const entries = here.map(({ name, schema: { pattern } }) => {
              const form = pattern === undefined ? values : fc.stringMatching(new RegExp(pattern));
              return [name, fc.oneof({ weight: 4, arbitrary: form }, values)];
            });
            return fc.record(Object.fromEntries(entries) as Record<string, fc.Arbitrary<string>>, {
              requiredKeys: here.filter(({ required }) => required === true).map(({ name }) => name),
            });
          };
          const bodySchema = Object.values(requestBody?.content ?? {})[0]?.schema;
          const segment = fc.oneof(text, fc.constant(id), fc.uuid());
          const property = fc.asyncProperty(
            fc.constantFrom(true, true, true, false),
            named('path', segment),
            named('query', text),
            named('header', header),
            bodySchema === undefined ? fc.constant(undefined) : valuesOf(bodySchema, contract),
            async (isSignedIn, segments, query, headers, body) => {
              const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
                segmentOf(segments[name] ?? 'x'),
              );
              const search = Object.entries(query).map(([name, value]) => `${name}=${segmentOf(value)}`);
              const address = search.length === 0 ? filled : `${filled}?${search.join('&')}`;
              const { page, token } = isSignedIn ? await signedIn() : { page: stranger, token: undefined };
              if (page.nonce === '') await page.challenge();
              const proof = await page.proof(method, filled, token);
              const response = await page.send(
                method,
                address,
                {
                  DPoP: proof,
                  ...(token === undefined ? {} : { Authorization: `DPoP ${token}` }),
                  ...(bodySchema === undefined ? {} : { 'Content-Type': 'application/json' }),
                  ...headers,
                },
                body,
              );
              if (response.ok) opened.add(`${method} ${path}`);
              if (response.status === 401) session = null;
              await check(response, operation);
            },
          );
          await fc.assert(property, { seed, numRuns: Math.ceil((requests * 0.75) / operations.length) });
        }
        // Operations that require authentication were reached as well.
        for (const operation of ['GET /v1/requests', 'POST /v1/requests', 'GET /v1/account'])
          expect(opened).toContain(operation);
      },
    );

    it('arbitrary paths and headers are handled too', { timeout }, async () => {
      const folders = ['/v1/', '/', '/assets/', '/connect?client_id=', '/activation/', '/.well-known/'];
      await fc.assert(
        fc.asyncProperty(
          fc.constantFrom(...folders),
          text,
          header,
          header,
          header,
          async (folder, path, authorization, proof, range) => {
            const response = await fetch(`${test.gateway.url}${folder}${segmentOf(path)}`, {
              headers: {
                Origin: portal,
                Authorization: `DPoP ${authorization}`,
                DPoP: proof,
                Range: range,
              },
            });
            await check(response);
          },
        ),
        { seed, numRuns: Math.ceil(requests / 4) },
      );
    });
  });
});

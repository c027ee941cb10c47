import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { GatewayClient } from '@mhb-kit/core/gateway';
import type { SectionSelection } from '@mhb-kit/core/request';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { eachDatabase, portal, refusal, startTestGateway, type TestGateway } from './support.js';

const repositoryRoot = fileURLToPath(new URL('../../../', import.meta.url));

/** More with `MHB_FUZZ_RUNS=10000`. */
const numRuns = Number(process.env.MHB_FUZZ_RUNS ?? 150);

/** Text that has hurt somebody before, beside whatever comes. */
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

const cardFields = {
  nonce: fc.oneof(text, fc.constant('n'.repeat(43))),
  cardNumber: fc.constant('000012345678'),
};
/** Bodies that pass the schema as often as not, so that what lies behind it is reached. */
const likely = fc.record(
  {
    method: fc.constantFrom('nhi-card', 'cdc'),
    password: text,
    ...cardFields,
    nationalId: fc.oneof(text, fc.constantFrom('A123456789', 'a123456789', 'Z999999999')),
    attestation: fc.oneof(
      text,
      fc.constant(null),
      fc.constant('a.b.c'),
      fc.constant('eyJhbGciOiJub25lIn0..'),
    ),
    ticket: fc.oneof(text, fc.constant('t'.repeat(43))),
    code: fc.oneof(text, fc.constant('123456')),
    selection: json,
  },
  { requiredKeys: [] },
);

eachDatabase((database) => {
  let test: TestGateway;
  let client: GatewayClient;
  beforeAll(async () => {
    test = await startTestGateway({
      database,
      registration: { sender: createDevelopmentOutbox(), confirmationUrl: `${portal}/confirm` },
    });
    client = await test.logIn();
  });
  afterAll(() => test.dispose());

  const check = async (response: Response): Promise<void> => {
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
    }
  };

  describe('whatever is sent', () => {
    const paths = [
      '/v1/sessions',
      '/v1/challenges',
      '/v1/requests',
      '/v1/registrations',
      '/v1/registrations/reminders',
      '/v1/registrations/openings',
      '/v1/registrations/confirmations',
      '/v1/password-resets',
      '/v1/password-resets/completions',
    ];

    it('as a body is answered with a problem, never with a failure', async () => {
      await fc.assert(
        fc.asyncProperty(fc.constantFrom(...paths), fc.oneof(json, likely), async (path, body) => {
          const response = await fetch(test.gateway.url + path, {
            method: 'POST',
            headers: { Origin: portal, 'Content-Type': 'application/json' },
            body: JSON.stringify(body),
          });
          await check(response);
        }),
        { numRuns },
      );
    });

    it('as a path or a header, likewise', async () => {
      const header = fc.stringMatching(/^[ -~]{0,60}$/);
      await fc.assert(
        fc.asyncProperty(text, header, header, header, async (path, authorization, proof, range) => {
          const response = await fetch(
            `${test.gateway.url}/v1/${encodeURIComponent(path.replaceAll(/\p{Surrogate}/gu, '?'))}`,
            {
              headers: { Origin: portal, Authorization: `DPoP ${authorization}`, DPoP: proof, Range: range },
            },
          );
          await check(response);
        }),
        { numRuns },
      );
    });

    it('by somebody who is logged in, likewise', async () => {
      const { id } = await client.createRequest();
      await fc.assert(
        fc.asyncProperty(
          fc.oneof(text, fc.constant(id)),
          fc.oneof(
            json,
            fc.array(
              fc.record(
                { category: fc.oneof(text, fc.constantFrom('outpatient', 'allergy')), months: json },
                { requiredKeys: [] },
              ),
            ),
          ),
          async (requestId, selection) => {
            const { code } = await refusal(client.createArchive(requestId, selection as SectionSelection[]));
            expect(code).toMatch(
              /^(invalid-request|not-found|nothing-selected|selection-unavailable|request-not-ready)$/,
            );
          },
        ),
        { numRuns },
      );
      expect(client.session?.person.name).toBe('王○明');
    });
  });
});

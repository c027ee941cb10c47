import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { MhbErrorCode } from '@mhb-kit/core/error';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { inMemoryGateway, type OperationName } from '@mhb-kit/testkit/gateway';
import { startTestGateway, type TestGateway } from './support.js';

interface Operation {
  readonly responses: Record<
    string,
    { readonly content?: Record<string, { readonly examples?: Record<string, unknown> }> }
  >;
}

/** For infrastructure of the real gateway, not for pages. */
const withoutCounterpart = ['GET /v1/health', 'GET /v1/ready'];
/** The address grants access to these, and no such address is valid here, so they answer 404. */
const byAddress = ['POST /v1/manifests/{token}', 'GET /v1/manifest-files/{ticket}'];

let test: TestGateway;
let operations: readonly (readonly [name: OperationName, operation: Operation])[];
beforeAll(async () => {
  test = await startTestGateway({ registration: { sender: createDevelopmentOutbox() } });
  const document = (await (await fetch(`${test.gateway.url}/v1/openapi.json`)).json()) as {
    readonly paths: Record<string, Record<string, Operation>>;
  };
  operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .map(([method, operation]) => [`${method.toUpperCase()} ${path}` as OperationName, operation] as const)
      .filter(([name]) => !withoutCounterpart.includes(name)),
  );
});
afterAll(() => test.dispose());

/** Without a body and a session, because only the existence of the operation matters. */
function call(gateway: ReturnType<typeof inMemoryGateway>, name: OperationName): Promise<Response> {
  const [method = '', path = ''] = name.split(' ');
  return gateway.fetch(gateway.baseUrl + path.replace('{id}', randomUUID()), { method });
}

it('has every operation of the OpenAPI document', async () => {
  const gateway = inMemoryGateway();
  expect(operations.length).toBeGreaterThan(20);
  for (const [name] of operations)
    if (!byAddress.includes(name)) expect((await call(gateway, name)).status, name).not.toBe(404);
  for (const name of byAddress) expect(operations.map(([each]) => each)).toContain(name);
});

it('answers every documented problem with its status', async () => {
  const gateway = inMemoryGateway();
  for (const [name, { responses }] of operations) {
    for (const [status, { content }] of Object.entries(responses)) {
      for (const code of Object.keys(content?.['application/problem+json']?.examples ?? {})) {
        gateway.fail(name, code as MhbErrorCode);
        expect((await call(gateway, name)).status, `${name} ${code}`).toBe(Number(status));
      }
    }
  }
});

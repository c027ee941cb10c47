import { expect, it } from 'vitest';
import { problemToError } from './problem.js';

const answer = (status: number, body: string): Response => new Response(body, { status });

it('takes code, details and whether to try again from the problem document', async () => {
  const body = { code: 'too-many-attempts', retriable: true, details: { retryAfterSeconds: 30 } };
  expect(await problemToError(answer(429, JSON.stringify(body)))).toMatchObject(body);
});

it.each([
  [502, '<html>Bad gateway</html>', 'service-unavailable', true],
  [429, '', 'service-unavailable', true],
  [404, '<html>Not here</html>', 'gateway-unreachable', false],
  [400, '{"code":"no-such-code"}', 'gateway-unreachable', false],
  [403, 'null', 'gateway-unreachable', false],
])('reads %i with %s as %s', async (status, body, code, retriable) => {
  expect(await problemToError(answer(status, body))).toMatchObject({ code, retriable, details: { status } });
});

it('lets no details through that are not plain values', async () => {
  const body = { code: 'login-failed', details: { nested: { a: 1 } } };
  expect((await problemToError(answer(401, JSON.stringify(body)))).details).toEqual({});
});

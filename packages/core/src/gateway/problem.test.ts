import { expect, it } from 'vitest';
import { describeError } from '../error-messages.js';
import { problemToError } from './problem.js';

const ours = (code: string) => ({ type: `urn:mhb-kit:problem:${code}`, code });
const answer = (status: number, body: string): Response => new Response(body, { status });

it('takes the code, the details and whether to retry from the problem document', async () => {
  const body = { ...ours('too-many-attempts'), retriable: true, details: { retryAfterSeconds: 30 } };
  expect(await problemToError(answer(429, JSON.stringify(body)))).toMatchObject({
    code: 'too-many-attempts',
    retriable: true,
    details: { retryAfterSeconds: 30 },
  });
});

it.each([
  [502, '<html>Bad gateway</html>', 'service-unavailable', true],
  [429, '', 'service-unavailable', true],
  [404, '<html>Not here</html>', 'gateway-unreachable', false],
  [400, '{"code":"login-failed"}', 'gateway-unreachable', false],
  [400, '{"type":"https://proxy.example/blocked","code":"login-failed"}', 'gateway-unreachable', false],
  [403, 'null', 'gateway-unreachable', false],
])('reads %i with %s as %s', async (status, body, code, retriable) => {
  expect(await problemToError(answer(status, body))).toMatchObject({ code, retriable, details: { status } });
});

it('drops details that are not plain values', async () => {
  const body = { ...ours('login-failed'), details: { nested: { a: 1 } } };
  expect((await problemToError(answer(401, JSON.stringify(body)))).details).toEqual({});
});

it('keeps the code of a newer gateway, which gets a sentence all the same', async () => {
  const error = await problemToError(answer(409, JSON.stringify(ours('of-the-future'))));
  expect(error.code).toBe('of-the-future');
  expect(describeError(error.code, 'en')).toEqual(describeError('internal', 'en'));
});

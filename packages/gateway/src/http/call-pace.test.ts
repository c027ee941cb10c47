import { expect, it } from 'vitest';
import type { FastifyRequest } from 'fastify';
import { createOwnCallCounts } from './call-limits.js';
import { createCallPace } from './call-pace.js';
import type { NamedNetwork } from '../limits/networks.js';

function callFrom(
  key: string,
  { named = null, authorization }: { named?: NamedNetwork | null; authorization?: string } = {},
): FastifyRequest {
  return {
    method: 'GET',
    headers: { authorization },
    network: { key, named },
    routeOptions: { url: '/v1/catalogue', config: {} },
  } as unknown as FastifyRequest;
}

function start() {
  const held: number[] = [];
  const waiting: (() => void)[] = [];
  let isHolding = false;
  let now = 60_000;
  const pace = createCallPace({
    counts: createOwnCallCounts(() => now),
    requestsPerMinute: 3,
    loginsPerMinute: 1,
    pause(milliseconds) {
      held.push(milliseconds);
      return isHolding ? new Promise((resolve) => waiting.push(resolve)) : Promise.resolve();
    },
    onSlowed: () => undefined,
    now: () => now,
  });
  return {
    pace,
    held,
    waiting,
    hold: () => {
      isHolding = true;
    },
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

it('delays calls beyond the allowance a little, and refuses none of them', async () => {
  const { pace, held } = start();
  for (let call = 0; call < 3; call += 1) await pace.admit(callFrom('a'));
  expect(held).toEqual([]);
  for (let call = 0; call < 20; call += 1) await pace.admit(callFrom('a'));
  expect(held).toEqual(Array<number>(20).fill(250));
  await pace.admit(callFrom('b'));
  expect(held).toHaveLength(20);
  await pace.admitLogin(callFrom('a'));
  await pace.admitLogin(callFrom('a'));
  expect(held.at(-1)).toBe(750);
});

it('uses the operator’s allowance for a named network', async () => {
  const { pace, held } = start();
  const named = { name: 'clinic', addresses: [], callsPerMinute: 5, loginsPerMinute: 2 };
  for (let call = 0; call < 5; call += 1) await pace.admit(callFrom('clinic', { named }));
  for (let call = 0; call < 2; call += 1) await pace.admitLogin(callFrom('clinic', { named }));
  expect(held).toEqual([]);
  await pace.admit(callFrom('clinic', { named }));
  expect(held).toEqual([250]);
});

it('counts calls in a session toward the session, no matter what its network does', async () => {
  const { pace, held, pass } = start();
  for (let call = 0; call < 10; call += 1) await pace.admit(callFrom('a'));
  held.length = 0;
  const authorization = 'DPoP of a session';
  pace.opened(authorization);
  for (let call = 0; call < 3; call += 1) await pace.admit(callFrom('a', { authorization }));
  expect(held).toEqual([]);
  await expect(pace.admit(callFrom('a', { authorization }))).rejects.toMatchObject({
    code: 'too-many-requests',
    details: { retryAfterSeconds: 60 },
  });
  // A call counts toward the network if its token never opened a session, or last did so more than a minute ago.
  await pace.admit(callFrom('a', { authorization: 'DPoP invented' }));
  expect(held).toHaveLength(1);
  pass(60_000);
  for (let call = 0; call < 4; call += 1) await pace.admit(callFrom('a', { authorization }));
  expect(held).toHaveLength(2);
});

it('refuses a call if five hundred calls are already waiting', async () => {
  const { pace, waiting, hold } = start();
  hold();
  for (let call = 0; call < 3; call += 1) await pace.admit(callFrom('a'));
  const held = Array.from({ length: 500 }, () => pace.admit(callFrom('a')));
  await new Promise((resolve) => setImmediate(resolve));
  await expect(pace.admit(callFrom('a'))).rejects.toMatchObject({ code: 'too-many-requests' });
  for (const go of waiting) go();
  await Promise.all(held);
});

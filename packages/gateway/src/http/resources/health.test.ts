import Fastify from 'fastify';
import { expect, it } from 'vitest';
import type { App } from '../app.js';
import { sendProblem } from '../problems.js';
import { addHealth } from './health.js';

/** Starts an app that only reports its health, and counts how often it queries the database and the archives. */
function start() {
  const asked = { database: 0, archives: 0 };
  let now = 0;
  let isAway = false;
  const draining = new AbortController();
  const app = Fastify() as unknown as App;
  app.setErrorHandler(sendProblem);
  addHealth(app, {
    database: {
      queries: {
        execute() {
          asked.database += 1;
          return isAway ? Promise.reject(new Error('away')) : Promise.resolve({ rows: [] });
        },
      },
    } as never,
    blobs: {
      check() {
        asked.archives += 1;
        return Promise.resolve();
      },
    } as never,
    draining: draining.signal,
    migrated: () => Promise.resolve(true),
    now: () => now,
  });
  return {
    asked,
    draining,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
    leave: () => {
      isAway = true;
    },
    look: async (path: string) => {
      const { statusCode, body } = await app.inject(path);
      return { status: statusCode, body: JSON.parse(body) as Record<string, unknown> };
    },
  };
}

it('checks the stores at most once every two seconds, no matter how many callers there are', async () => {
  const { asked, pass, look } = start();
  const looks = await Promise.all(Array.from({ length: 50 }, () => look('/v1/ready')));
  expect(new Set(looks.map(({ status }) => status))).toEqual(new Set([200]));
  expect(asked).toEqual({ database: 1, archives: 1 });
  for (let again = 0; again < 20; again += 1) expect((await look('/v1/health')).status).toBe(200);
  expect(asked.database).toBe(2);
  pass(2_000);
  await look('/v1/ready');
  expect(asked).toEqual({ database: 3, archives: 2 });
});

it('reports within two seconds what is missing, and immediately that it is stopping', async () => {
  const { draining, pass, leave, look } = start();
  expect((await look('/v1/ready')).status).toBe(200);
  leave();
  pass(2_000);
  expect(await look('/v1/ready')).toMatchObject({ status: 503, body: { details: { lacking: 'database' } } });
  pass(2_000);
  draining.abort();
  expect((await look('/v1/ready')).body).toMatchObject({ details: { lacking: 'stopping database' } });
});

it('reports immediately that it is stopping', async () => {
  const { draining, look } = start();
  expect((await look('/v1/ready')).status).toBe(200);
  draining.abort();
  expect(await look('/v1/ready')).toMatchObject({ status: 503, body: { details: { lacking: 'stopping' } } });
});

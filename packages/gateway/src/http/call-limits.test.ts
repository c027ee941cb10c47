import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { deriveGatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { openEmbeddedDatabase } from '../storage/pglite.js';
import { createOwnCallCounts, createSharedCallCounts } from './call-limits.js';

const MAX = 600;
const keys = deriveGatewayKeys(new Uint8Array(32));

let folder = '';
let database: Database;
/** A database without tables, so that every query fails. */
let broken: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mhb-limits-'));
  database = await openEmbeddedDatabase(join(folder, 'whole'));
  await migrate(database);
  broken = await openEmbeddedDatabase(join(folder, 'without-tables'));
});
afterAll(async () => {
  await database.close();
  await broken.close();
  await rm(folder, { recursive: true });
});

/** Simulates another process. The returned function counts a call, and returns whether the call is allowed. */
function anotherProcess(minute: number, on = database): (network: string) => Promise<boolean> {
  const counts = createSharedCallCounts(on, keys, () => minute * 60_000);
  return async (network) => (await counts.count('', network, MAX)) <= MAX;
}

it('lets the calls of a network through, no matter how many processes they reach', async () => {
  for (let started = 0; started < 60; started += 1) expect(await anotherProcess(1)('192.0.2.1')).toBe(true);
});

it('lets no more calls through than the allowance, no matter how they are distributed', async () => {
  const processes = Array.from({ length: 5 }, () => anotherProcess(2));
  const calls = Array.from({ length: 2 * MAX }, (_, index) =>
    processes[index % processes.length]!('192.0.2.2'),
  );
  const through = (await Promise.all(calls)).filter(Boolean).length;
  expect(through).toBeLessThanOrEqual(MAX);
  // If calls are evenly distributed, the processes can use nearly the entire allowance.
  expect(through).toBeGreaterThan(MAX * 0.9);
});

it('counts separately while the database is unavailable', async () => {
  const call = anotherProcess(3, broken);
  const through: boolean[] = [];
  for (let number = 0; number < MAX + 100; number += 1) through.push(await call('192.0.2.3'));
  expect(through.filter(Boolean)).toHaveLength(MAX);
  expect(through[0]).toBe(true);
});

it('counts by minute, by operation and by caller in a single process', async () => {
  let now = 60_000;
  const counts = createOwnCallCounts(() => now);
  const count = (scope = '', caller = '192.0.2.4') => counts.count(scope, caller, 2);
  expect([await count(), await count(), await count(), await count()]).toEqual([1, 2, 3, 3]);
  expect(await count('POST /v1/sessions')).toBe(1);
  expect(await count('', '192.0.2.5')).toBe(1);
  now += 60_000;
  expect(await count()).toBe(1);
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, later } from '../clock.js';
import { deriveGatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { openEmbeddedDatabase } from '../storage/pglite.js';
import { createLoginThrottle, networkOf, type LoginAttempt, type LoginThrottle } from './login-throttle.js';

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['::ffff:203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
  ['2001:0db8:0000:0001:bbbb:0:0:2', '2001:db8:0:1::/64'],
  ['2001:db8::1', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
])('%s counts as %s', (address, network) => {
  expect(networkOf(address)).toBe(network);
});

describe('a network as a whole', () => {
  let directory: string;
  let database: Database;
  let throttle: LoginThrottle;
  let now = new Date('2026-03-05T02:00:00Z');
  let people = 0;
  let network = '';

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'mhb-throttle-'));
    database = await openEmbeddedDatabase(directory);
    await migrate(database);
    throttle = createLoginThrottle(database, deriveGatewayKeys(randomBytes(32)), () => now);
  });
  afterAll(async () => {
    await database.close();
    await rm(directory, { recursive: true });
  });
  beforeEach(() => {
    network = `network ${people}`;
  });

  const pass = (milliseconds: number): void => {
    now = later(now, milliseconds);
  };
  const attempt = (person: string): Promise<LoginAttempt> =>
    throttle.attempt({ nationalId: person, cardNumber: person, network });
  const somebody = (): Promise<LoginAttempt> => attempt(`person ${(people += 1)}`);
  const delayed = expect.objectContaining({ code: 'too-many-attempts' }) as unknown;

  it('is not delayed by failures spread over days, with right logins between them', async () => {
    for (let failure = 0; failure < 60; failure += 1) {
      await somebody();
      await (await somebody()).succeeded();
      pass(50 * MINUTE);
      await throttle.forgetOld();
    }
    await expect(somebody()).resolves.toBeDefined();
  });

  it('is delayed by a burst of failures, until an hour has passed since the first', async () => {
    for (let failure = 0; failure < 50; failure += 1) await somebody();
    await expect(somebody()).rejects.toEqual(delayed);
    pass(30 * SECOND);
    await somebody();
    await expect(somebody()).rejects.toMatchObject({ details: { retryAfterSeconds: 60 } });
    pass(HOUR);
    for (let failure = 0; failure < 49; failure += 1) await somebody();
    await expect(somebody()).resolves.toBeDefined();
  });

  it('is not delayed by right logins, however many there are and however many failures stand', async () => {
    for (let failure = 0; failure < 49; failure += 1) await somebody();
    for (let login = 0; login < 20; login += 1) await (await somebody()).succeeded();
    await somebody();
    await expect(somebody()).rejects.toEqual(delayed);
  });

  it('stays delayed by a failure when somebody else logs in who began before it', async () => {
    for (let failure = 0; failure < 48; failure += 1) await somebody();
    const right = await somebody();
    await somebody();
    await right.succeeded();
    await expect(somebody()).rejects.toEqual(delayed);
  });

  it('does not count a person who is delayed already and asks again', async () => {
    for (let failure = 0; failure < 5; failure += 1) await attempt('impatient');
    for (let again = 0; again < 60; again += 1) await expect(attempt('impatient')).rejects.toEqual(delayed);
    await expect(somebody()).resolves.toBeDefined();
  });

  it('counts nothing against the person while it is delayed', async () => {
    for (let failure = 0; failure < 50; failure += 1) await somebody();
    for (let again = 0; again < 6; again += 1) await expect(attempt('patient')).rejects.toEqual(delayed);
    pass(30 * SECOND);
    expect((await attempt('patient')).failed().details).toMatchObject({ attemptsLeft: 4 });
  });

  it('is not delayed when the clock goes back after a right login', async () => {
    await (await somebody()).succeeded();
    pass(-SECOND);
    await expect(somebody()).resolves.toBeDefined();
  });

  it('is not delayed by what a clock wrote that was a day ahead', async () => {
    for (let failure = 0; failure < 50; failure += 1) await somebody();
    pass(-24 * HOUR);
    await somebody();
    await expect(somebody()).resolves.toBeDefined();
  });
});

import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE, SECOND, later } from '../scheduling/clock.js';
import { completeLimits } from '../limits/limits.js';
import { deriveGatewayKeys } from '../secrets/gateway-keys.js';
import type { Database } from '../storage/database.js';
import { migrate } from '../storage/migrate.js';
import { openEmbeddedDatabase } from '../storage/pglite.js';
import { createLoginThrottle, type GuessOrigin, type LoginThrottle } from './login-throttle.js';

let directory: string;
let database: Database;
let throttle: LoginThrottle;
let now = new Date('2026-03-05T02:00:00Z');
let people = 0;
let address = '';
const held: number[] = [];

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'mhb-throttle-'));
  database = await openEmbeddedDatabase(directory);
  await migrate(database);
  throttle = createLoginThrottle({
    database,
    keys: deriveGatewayKeys(randomBytes(32)),
    limits: completeLimits(),
    usedReaders: { has: () => Promise.resolve(false) },
    clock: () => now,
    pause(milliseconds) {
      held.push(milliseconds);
      return Promise.resolve();
    },
  });
});
afterAll(async () => {
  await database.close();
  await rm(directory, { recursive: true });
});
beforeEach(() => {
  address = `network ${people}`;
});

const pass = (milliseconds: number): void => {
  now = later(now, milliseconds);
};
const unknown = (key = address): GuessOrigin => ({ kind: 'unknown', network: { key, named: null } });
const wrong = (person: string, origin = unknown()): Promise<unknown> =>
  throttle.guess({ nationalId: person, cardNumber: `card of ${person}`, origin }, () =>
    Promise.resolve(null),
  );
const right = (person: string, origin = unknown()): Promise<string> =>
  throttle.guess({ nationalId: person, cardNumber: `card of ${person}`, origin }, () =>
    Promise.resolve(person),
  );
const somebody = (): string => `person ${(people += 1)}`;
const refused = (code: string): unknown => expect.objectContaining({ code });

/** Returns the delay of the next correct login. */
async function slowedBy(origin = unknown()): Promise<number> {
  held.length = 0;
  await right(somebody(), origin);
  return held.reduce((sum, each) => sum + each, 0);
}
const failures = async (count: number, origin = unknown()): Promise<void> => {
  for (let failure = 0; failure < count; failure += 1)
    await expect(wrong(somebody(), origin)).rejects.toEqual(refused('login-failed'));
};

describe('a network as a whole', () => {
  it('is slowed down after a burst of failures, but never stopped, until an hour after the first', async () => {
    await failures(50);
    expect(await slowedBy()).toBe(100);
    await failures(100);
    expect(await slowedBy()).toBe(2_000);
    pass(HOUR);
    expect(await slowedBy()).toBe(0);
  });

  it('is not slowed down by failures over several days with correct logins in between', async () => {
    for (let failure = 0; failure < 60; failure += 1) {
      await failures(1);
      await right(somebody());
      pass(50 * MINUTE);
      await throttle.forgetOld();
    }
    expect(await slowedBy()).toBe(0);
  });

  it('is not slowed down by correct logins, no matter how many there are', async () => {
    await failures(49);
    for (let login = 0; login < 20; login += 1) expect(await slowedBy()).toBe(0);
  });

  it('does not count further attempts by a person who has to wait', async () => {
    for (let failure = 0; failure < 5; failure += 1)
      await expect(wrong(`impatient ${address}`)).rejects.toEqual(refused('login-failed'));
    for (let again = 0; again < 60; again += 1)
      await expect(wrong(`impatient ${address}`)).rejects.toEqual(refused('too-many-attempts'));
    expect(await slowedBy()).toBe(0);
  });

  it('is not slowed down by times that a clock wrote when it was a day ahead', async () => {
    await failures(60);
    pass(-24 * HOUR);
    expect(await slowedBy()).toBe(0);
  });

  it('has the allowance that the operator set', async () => {
    const named = { name: address, addresses: [], failuresPerHour: 3 };
    const origin: GuessOrigin = { kind: 'unknown', network: { key: address, named } };
    await failures(3, origin);
    expect(await slowedBy(origin)).toBe(100);
  });
});

describe('one person', () => {
  it('waits increasingly longer after five failures from one origin, and only there', async () => {
    const person = somebody();
    for (let failure = 0; failure < 5; failure += 1)
      await expect(wrong(person)).rejects.toEqual(refused('login-failed'));
    await expect(right(person)).rejects.toMatchObject({
      code: 'too-many-attempts',
      details: { retryAfterSeconds: 30 },
    });
    expect(await right(person, unknown('elsewhere'))).toBe(person);
    pass(30 * SECOND);
    await expect(wrong(person)).rejects.toMatchObject({ details: { retryAfterSeconds: 60 } });
    pass(MINUTE);
    expect(await right(person)).toBe(person);
  });

  it('is not locked out if the clock is set back after a correct login', async () => {
    const person = somebody();
    await right(person);
    pass(-SECOND);
    expect(await right(person)).toBe(person);
  });

  it('allows forty guesses per day with unknown readers, from any number of addresses', async () => {
    const person = somebody();
    let compared = 0;
    for (let number = 0; number < 60; number += 1)
      await wrong(person, unknown(`${address} ${number}`)).catch(({ code }: { code: string }) => {
        if (code === 'login-failed') compared += 1;
        else expect(code).toBe('guesses-used-up');
      });
    expect(compared).toBe(40);
    await expect(right(person, unknown('new'))).rejects.toEqual(refused('guesses-used-up'));
    // The limit affects neither a kiosk, nor the person's own card reader, nor a page with a session.
    expect(await right(person, { kind: 'enrolled', reader: 'kiosk' })).toBe(person);
    const own: GuessOrigin = { kind: 'own', reader: 'own', network: { key: address, named: null } };
    expect(await right(person, own)).toBe(person);
    const session: GuessOrigin = { kind: 'session', network: { key: address, named: null } };
    expect(await right(person, session)).toBe(person);
    pass(24 * HOUR);
    expect(await right(person, unknown('new'))).toBe(person);
  });

  it('allows no more guesses through correct logins in between', async () => {
    const person = somebody();
    let compared = 0;
    for (let number = 0; number < 60; number += 1) {
      await wrong(person, unknown(`${address} ${number}`)).catch(({ code }: { code: string }) => {
        if (code === 'login-failed') compared += 1;
      });
      await right(person, unknown(`${address} own`)).catch(() => undefined);
    }
    expect(compared).toBe(40);
  });

  it('allows no more guesses with one card and several ID numbers', async () => {
    let compared = 0;
    for (let number = 0; number < 60; number += 1) {
      const guess = {
        nationalId: somebody(),
        cardNumber: 'one card',
        origin: unknown(`${address} ${number}`),
      };
      await throttle
        .guess(guess, () => Promise.resolve(null))
        .catch(({ code }: { code: string }) => {
          if (code === 'login-failed') compared += 1;
        });
    }
    expect(compared).toBe(40);
  });
});

describe('an enrolled reader', () => {
  it('is slowed down for attempts with it, and not for those of its network', async () => {
    await failures(60);
    const origin: GuessOrigin = { kind: 'enrolled', reader: `kiosk ${address}` };
    expect(await slowedBy(origin)).toBe(0);
    await failures(110, origin);
    expect(await slowedBy(origin)).toBe(1_100);
  });
});

describe('the limits', () => {
  it('allow no more than a hundred guesses per day, including mailed passwords', () => {
    expect(() => completeLimits({ guessesPerDay: { unknownReaders: 41 } })).toThrow(
      expect.objectContaining({ code: 'configuration-invalid' }) as Error,
    );
    expect(completeLimits({ guessesPerDay: { unknownReaders: 10 } }).guessesPerDay).toEqual({
      unknownReaders: 10,
      ownReaders: 10,
      enrolledReaders: 15,
      sessions: 10,
    });
  });
});

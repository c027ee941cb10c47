import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawClient, type RawAnswer } from './raw-client.js';
import {
  createTestBridge,
  eachDatabase,
  hua,
  ming,
  portal,
  startTestGateway,
  tick,
  type TestBridge,
  type TestGateway,
  type TestPerson,
} from './support.js';

/** Limits on guessing must not affect anyone else: neither others with the same address nor the owner. */

const ADDRESS = '203.0.113.7';
/** The longest time that the gateway may delay a person with the right secret, in milliseconds. */
const PROMISED = 5_000;

/** An invented person with a given number. */
function person(number: number): TestPerson {
  const digits = createHash('sha256').update(`person ${number}`).digest('hex').replaceAll(/\D/g, '');
  const nationalId = validNationalId(`A1${digits.padEnd(7, '0').slice(0, 7)}`);
  return {
    nationalId,
    name: '林大同',
    cardNumber: String(100_000_000_000 + number),
    password: `keelung${String(number).padStart(3, '0')}`,
  };
}

/** The check digit of an ID number of Taipei (the letter A, which is 10). */
function validNationalId(withoutCheck: string): string {
  const digits = [1, 0, ...withoutCheck.slice(1)].map(Number);
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1];
  const sum = digits.reduce((total, digit, index) => total + digit * (weights[index] ?? 0), 0);
  return `${withoutCheck}${(10 - (sum % 10)) % 10}`;
}

/** A page whose calls come from one address, and whose readings are signed by a bridge or not at all. */
class Visitor extends RawClient {
  readonly #address: string;
  readonly #reader: TestBridge | null;

  constructor(test: TestGateway, address = ADDRESS, reader: TestBridge | null = null) {
    super(test);
    this.#address = address;
    this.#reader = reader;
  }

  override send(method: string, path: string, headers: Record<string, string> = {}, body?: unknown) {
    return super.send(method, path, { 'X-Forwarded-For': this.#address, ...headers }, body);
  }

  async enter({ nationalId, cardNumber, password }: TestPerson): Promise<RawAnswer> {
    const nonce = await this.challenge();
    const basic = { nationalId, cardNumber };
    const attestation = (await this.#reader?.attest({ basic, origin: portal, nonce })) ?? null;
    const body = { method: 'nhi-card', password, nonce, cardNumber, nationalId, attestation };
    return this.call('POST', '/v1/sessions', undefined, body);
  }
}

/** A gateway with its normal limits, whose pauses are recorded instead of waited for. */
async function start(options: Parameters<typeof startTestGateway>[0] = {}) {
  const held: number[] = [];
  const test = await startTestGateway({
    trustProxy: '127.0.0.1',
    minimumAssurance: 'card-read',
    requestsPerMinute: 600,
    loginsPerMinute: 60,
    pause: (milliseconds: number) => {
      held.push(milliseconds);
      return Promise.resolve();
    },
    ...options,
  });
  return { test, held };
}

const total = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0);

describe('behind one address', () => {
  let test: TestGateway;
  let held: number[];
  const honest = Array.from({ length: 100 }, (_, index) => person(index));
  beforeAll(async () => {
    ({ test, held } = await start());
    for (const each of honest) await test.gateway.activateAccount(each);
  });
  afterAll(() => test.dispose());

  let invented = 1_000;
  const guess = () => new Visitor(test).enter({ ...person((invented += 1)), password: 'wrong-guess' });

  it('a hundred honest people, ten of whom mistype, can log in during a constant attack', async () => {
    for (let number = 0; number < 60; number += 1) await guess();
    const waits: number[] = [];
    for (const [index, each] of honest.entries()) {
      // At random people or at one of them, who is the only one without a guarantee: see the next suite.
      if (index % 2 === 0) await guess();
      else await new Visitor(test).enter({ ...honest[0]!, password: `wrong-guess${index}` });
      const visitor = new Visitor(test);
      if (index % 10 === 1) {
        const mistyped = await visitor.enter({ ...each, password: `${each.password}0` });
        expect(mistyped.code).toBe('login-failed');
      }
      if (index === 0) continue;
      held.length = 0;
      const answer = await visitor.enter(each);
      expect([index, answer.code]).toEqual([index, 'accepted']);
      waits.push(total(held));
    }
    expect(waits).toHaveLength(99);
    expect(Math.max(...waits)).toBeLessThanOrEqual(PROMISED);
  });

  it('they can also log in all at once, during several attacks', async () => {
    let isOver = false;
    const attack = async (): Promise<void> => {
      while (!isOver) await guess();
    };
    const attackers = [attack(), attack(), attack(), attack()];
    const answers = await Promise.all(honest.slice(1).map((each) => new Visitor(test).enter(each)));
    isOver = true;
    await Promise.all(attackers);
    expect(new Set(answers.map(({ code }) => code))).toEqual(new Set(['accepted']));
  });

  it('an enrolled reader is not slowed down by others', async () => {
    // Separate, because the calls of the others within this minute do not concern readers.
    const own = await start({ requestsPerMinute: 1_000_000 });
    const guessThere = (number: number) =>
      new Visitor(own.test).enter({ ...person(number), password: 'wrong-guess' });
    for (let number = 5_000; number < 5_060; number += 1) await guessThere(number);
    own.held.length = 0;
    await guessThere(5_060);
    expect(total(own.held)).toBeGreaterThan(0);
    own.held.length = 0;
    const answer = await new Visitor(own.test, ADDRESS, own.test.bridge).enter(ming);
    expect(answer.code).toBe('accepted');
    expect(own.held).toEqual([]);
    await own.test.dispose();
  });
});

eachDatabase((database) => {
  describe('an account under attack', () => {
    let test: TestGateway;
    beforeAll(async () => {
      ({ test } = await start({ database, requestsPerMinute: 1_000_000, loginsPerMinute: 1_000_000 }));
    });
    afterAll(() => test.dispose());

    /** How many guesses are compared in six hours from changing addresses. */
    async function guess(victim: TestPerson, reader: TestBridge | null): Promise<number> {
      let compared = 0;
      for (let number = 0; number < 60; number += 1) {
        const visitor = new Visitor(test, `198.51.100.${number}`, reader);
        const answer = await visitor.enter({ ...victim, password: `wrong-guess${number}` });
        if (answer.code === 'login-failed') compared += 1;
        test.clock.advance(6 * tick.minute);
      }
      return compared;
    }

    it('allows a hundred guesses per day at most, while its owner can log in', async () => {
      // The owner's own reader, which the owner has used before.
      const own = await createTestBridge();
      expect((await new Visitor(test, '192.0.2.1', own).enter(hua)).code).toBe('accepted');

      const elsewhere = await guess(hua, null);
      expect(elsewhere).toBeGreaterThan(5);
      const stopped = await new Visitor(test, '192.0.2.9').enter(hua);
      expect(stopped.code).toBe('guesses-used-up');

      expect((await new Visitor(test, '192.0.2.1', own).enter(hua)).code).toBe('accepted');
      expect((await new Visitor(test, '192.0.2.2', test.bridge).enter(hua)).code).toBe('accepted');

      const atKiosks = await guess(hua, test.bridge);
      const atHome = await guess(hua, own);
      expect(elsewhere + atKiosks + atHome).toBeLessThanOrEqual(100);
    });

    it('can be opened everywhere the next day', async () => {
      test.clock.advance(25 * tick.hour);
      expect((await new Visitor(test, '192.0.2.9').enter(hua)).code).toBe('accepted');
    });
  });
});

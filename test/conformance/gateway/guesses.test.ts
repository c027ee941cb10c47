import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { RawClient, type RawAnswer } from './raw-client.js';
import {
  createTestBridge,
  ming,
  portal,
  startTestGateway,
  tick,
  type TestBridge,
  type TestGateway,
} from './support.js';

/** 10⁴ of them with `npm run fault -- --only gateway-guesses`. */
const guesses = Number(process.env.MHB_GUESSES ?? 100);
const AT_ONCE = 20;
const LIMIT_MS = 30_000 + guesses * 200;

/**
 * Guessing the password of a person whose card and ID number are known, which is the most that a thief can
 * know.
 */
describe(`${guesses} guesses`, () => {
  let test: TestGateway;
  let theirs: TestBridge;
  let held: number[];
  beforeAll(async () => {
    held = [];
    const pause = (milliseconds: number): Promise<void> => {
      held.push(milliseconds);
      return Promise.resolve();
    };
    test = await startTestGateway({ trustProxy: '127.0.0.1', pause });
    theirs = await createTestBridge();
  });
  afterAll(() => test.dispose());

  class Guesser extends RawClient {
    async guess(password: string, address: string, person = ming, reader = theirs): Promise<RawAnswer> {
      const nonce = await this.challenge();
      const { nationalId, cardNumber } = person;
      const attestation = await reader.attest({
        basic: { nationalId, cardNumber },
        origin: portal,
        nonce,
      });
      const body = { method: 'nhi-card', password, nonce, cardNumber, nationalId, attestation };
      return this.call('POST', '/v1/sessions', undefined, body, { 'X-Forwarded-For': address });
    }
  }

  async function ownerGetsIn(): Promise<void> {
    // On a kiosk, which has a separate count, and with the same address as the attackers.
    const answer = await new Guesser(test).guess(ming.password, '198.51.100.1', ming, test.bridge);
    expect(answer.code).toBe('accepted');
  }

  it(
    'without a pause: five are compared, and then not even the right one works',
    async () => {
      const page = new Guesser(test);
      await page.challenge();
      const codes: string[] = [];
      for (let begun = 0; begun < guesses; begun += AT_ONCE) {
        const some = Array.from({ length: AT_ONCE }, (_, index) => {
          const number = begun + index;
          return page.guess(number === 50 ? ming.password : `guess${number}`, '198.51.100.1');
        });
        codes.push(...(await Promise.all(some)).map((answer) => answer.code));
      }
      const compared = codes.filter((code) => code === 'login-failed').length;
      console.log(`▸ without a pause: ${compared} of ${codes.length} compared`);
      expect(compared).toBe(5);
      expect(new Set(codes)).toEqual(new Set(['login-failed', 'too-many-attempts']));
      await ownerGetsIn();
    },
    LIMIT_MS,
  );

  it(
    'with the required pauses: forty per day',
    async () => {
      const page = new Guesser(test);
      const begun = test.clock.read().getTime();
      let compared = 0;
      for (let number = 0; number < Math.min(guesses, 2_000); number += 1) {
        const { code, body } = await page.guess(`patient${number}`, '198.51.100.2');
        if (code === 'login-failed') compared += 1;
        const { retryAfterSeconds } = body['details'] as { retryAfterSeconds?: number };
        test.clock.advance((retryAfterSeconds ?? 900) * tick.second);
      }
      const days = (test.clock.read().getTime() - begun) / tick.day;
      console.log(
        `▸ patiently: ${compared} compared in ${days.toFixed(1)} days, ${(compared / days).toFixed(0)} a day`,
      );
      // Six letters and digits are 62⁶ possibilities: at this rate, half of them take a million years.
      expect(compared).toBeLessThanOrEqual(40 * Math.ceil(days));
      await ownerGetsIn();
    },
    LIMIT_MS,
  );

  it(
    'from many networks: forty in total, and the owner is never locked out',
    async () => {
      test.clock.advance(25 * tick.hour);
      const page = new Guesser(test);
      const networks = Math.ceil(guesses / 50);
      let compared = 0;
      for (let network = 0; network < networks; network += 1) {
        const address = `10.${network >> 8}.${network & 255}.1`;
        for (let number = 0; number < 8; number += 1) {
          if ((await page.guess(`spread${number}`, address)).code === 'login-failed') compared += 1;
        }
      }
      console.log(`▸ from ${networks} networks: ${compared} compared`);
      expect(compared).toBe(Math.min(40, 5 * networks));
      await ownerGetsIn();
    },
    LIMIT_MS,
  );

  it(
    'of one password for many people, from one network: increasingly slow after fifty',
    async () => {
      const page = new Guesser(test);
      let compared = 0;
      held.length = 0;
      for (let number = 0; number < Math.min(guesses, 400); number += 1) {
        const nationalId = `Z1${String(number).padStart(8, '0')}`;
        const person = { ...ming, nationalId, cardNumber: `1${String(number).padStart(11, '0')}` };
        if (number === 50) expect(held).toEqual([]);
        if ((await page.guess('tamsui88', '198.51.100.3', person)).code === 'login-failed') compared += 1;
      }
      console.log(`▸ at many people from one network: ${compared} compared`);
      expect(compared).toBe(Math.min(guesses, 400));
      expect(held).toHaveLength(compared - 50);
      expect(held.at(-1)).toBe(2_000);
      await ownerGetsIn();
    },
    LIMIT_MS,
  );
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createAccountClient, type CardReading } from '@mhb-kit/core/gateway';
import { RawClient } from './raw-client.js';
import { createDevelopmentOutbox } from '@mhb-kit/gateway';
import { ming, portal, portalFetch, startTestGateway, tick, type TestGateway } from './support.js';

/**
 * Hundreds with `npm run fault -- --only gateway-timing`. With a few samples, only answers that never overlap
 * can be distinguished, so an automated build (`CI`) takes more.
 */
const samples = Number(process.env.MHB_TIMING_SAMPLES ?? (process.env.CI === undefined ? 12 : 60));

/** In standard deviations of the rank sum: chance alone exceeds it once in 16,000 times. */
const TELLING = 4;
/**
 * Other load on the machine may affect one of the two for a while, but not every time; a difference in our
 * code does.
 */
const MEASUREMENTS = 3;

const LIMIT_MS = MEASUREMENTS * (100_000 + samples * 2_000);

const contact = {
  householdNumber: 'A1234567',
  registeredAddress: '新北市淡水區',
  telephone: null,
  mobile: '0912345678',
  email: 'ming@example.tw',
  alternateEmail: null,
};
const nobody = { nationalId: 'A234567893', cardNumber: '000099999999', name: '王大明' };

const answerOf = (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'accepted',
    (error: unknown) => (error as { readonly code: string }).code,
  );

/** The time of an answer must not reveal whether a person is registered. */
describe(`the time of ${samples} answers each`, () => {
  let test: TestGateway;
  beforeAll(async () => {
    test = await startTestGateway({
      registration: { sender: createDevelopmentOutbox(), attemptsPerDay: 1_000_000 },
      trustProxy: '127.0.0.1',
    });
    await test.gateway.activateAccount({ ...ming, contact });
  });
  afterAll(() => test.dispose());

  async function read(
    { nationalId, cardNumber, name }: typeof nobody,
    challenge: () => Promise<string>,
  ): Promise<CardReading> {
    const nonce = await challenge();
    const basic = { nationalId, cardNumber, name, nameQuality: 'ok' };
    return {
      nationalId,
      cardNumber,
      nonce,
      attestation: await test.bridge.attest({ basic, origin: portal, nonce }),
    };
  }

  /** Returns the answer of a call. */
  type Call = () => Promise<string>;

  /** In turn, so that other load on the machine affects both. @param answer of every call */
  async function compare(what: string, answer: string, call: (person: typeof nobody) => Promise<Call>) {
    const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] };
    for (let round = 0; round < samples + 2; round += 1) {
      for (const who of round % 2 === 0 ? (['known', 'unknown'] as const) : (['unknown', 'known'] as const)) {
        test.clock.advance(25 * tick.hour);
        const run = await call(who === 'known' ? ming : nobody);
        const begun = performance.now();
        const answered = await run();
        // The first rounds are a warm-up.
        if (round >= 2) times[who].push(performance.now() - begun);
        expect(answered, who).toBe(answer);
      }
    }
    const known = times.known.toSorted((a, b) => a - b);
    const unknown = times.unknown.toSorted((a, b) => a - b);
    const at = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)]!;
    const [medianKnown, medianUnknown] = [at(known, 0.5), at(unknown, 0.5)];
    // How often an answer for a known person takes longer than one for an unknown person: half of the time if
    // they cannot be distinguished (Mann-Whitney).
    const wins = known.reduce(
      (sum, one) =>
        sum + unknown.reduce((count, other) => count + (one > other ? 1 : one === other ? 0.5 : 0), 0),
      0,
    );
    const share = wins / (known.length * unknown.length);
    const deviation = Math.sqrt((known.length + unknown.length + 1) / (12 * known.length * unknown.length));
    const difference = medianKnown - medianUnknown;
    const z = (share - 0.5) / deviation;
    console.log(
      `▸ ${what}: known ${medianKnown.toFixed(2)} ms, unknown ${medianUnknown.toFixed(2)} ms, ` +
        `difference ${difference.toFixed(2)} ms; known slower in ${(share * 100).toFixed(1)} % (z ${z.toFixed(1)})`,
    );
    return z;
  }

  async function expectNothingTold(...comparison: Parameters<typeof compare>): Promise<void> {
    const found: number[] = [];
    while (found.length < MEASUREMENTS) {
      found.push(await compare(...comparison));
      if (found.some((z) => Math.abs(z) < TELLING)) return;
    }
    expect(found, 'standard deviations between known and unknown').toEqual([]);
  }

  it(
    'of a login reveals nothing',
    async () => {
      const page = new RawClient(test);
      await expectNothingTold('login', 'login-failed', async (person) => {
        // The nonce of the day before has expired; the call requests a new one.
        page.nonce = '';
        const card = await read(person, () => page.challenge());
        const credentials = { method: 'nhi-card', password: 'wrong123', ...card };
        return async () => (await page.call('POST', '/v1/sessions', undefined, credentials)).code;
      });
    },
    LIMIT_MS,
  );

  it(
    'of a forgotten password reveals nothing',
    async () => {
      const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
      await expectNothingTold('forgotten password', 'accepted', async (person) => {
        const card = await read(person, async () => (await accounts.challenge()).nonce);
        return () => answerOf(accounts.requestPasswordReset(card));
      });
    },
    LIMIT_MS,
  );

  it(
    'of a registration reveals nothing',
    async () => {
      const accounts = createAccountClient({ baseUrl: test.gateway.url, fetch: portalFetch });
      await expectNothingTold('registration', 'accepted', async (person) => {
        const card = await read(person, async () => (await accounts.challenge()).nonce);
        const form = { name: person.name, birthDate: '1990-05-17', password: 'danshui9' };
        return () => answerOf(accounts.register({ ...contact, ...form, card }));
      });
    },
    LIMIT_MS,
  );
});

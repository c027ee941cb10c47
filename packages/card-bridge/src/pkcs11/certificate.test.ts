import { spawnSync } from 'node:child_process';
import { createHash, X509Certificate, verify } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MhbError } from '@mhb-kit/core/error';
import { buildLockingModule, lockingModuleMissing } from '@mhb-kit/testkit/locking-pkcs11';
import { codeOf, NONCE, ORIGIN } from '../../test/fixture.js';
import { WindowDesk } from '../consent/window-desk.js';
import { authenticate, PinBudget, signedData } from './authenticate.js';
import { pkcs11CertificateCards, type CertificateCards } from './certificate-cards.js';
import type { PinState } from './process-protocol.js';

const MODULE = '/usr/lib/softhsm/libsofthsm2.so';
const PIN = '123456';
const missing =
  [MODULE, '/usr/bin/softhsm2-util', '/usr/bin/pkcs11-tool', '/usr/bin/openssl'].find(
    (path) => !existsSync(path),
  ) ?? (isResolvable('graphene-pk11') ? undefined : 'graphene-pk11');

/** Checks whether a package is installed. The binding is optional, and is missing if it could not be built. */
function isResolvable(name: string): boolean {
  try {
    return createRequire(import.meta.url).resolve(name) !== '';
  } catch {
    return false;
  }
}

/** Simulates a person at the window who types these PINs one after the other. */
function windowWith(...pins: string[]) {
  let now = 0;
  const desk = new WindowDesk(() => now);
  const shown: (number | null | undefined)[] = [];
  return {
    desk,
    shown,
    onQuestion: ({ id }: { id: string }) => {
      shown.push(desk.show(id)?.retriesLeft);
      now += 1000;
      const pin = pins.shift();
      desk.answer(id, pin !== undefined, pin);
    },
  };
}

const run = (cards: CertificateCards, person: ReturnType<typeof windowWith>, options = {}) =>
  authenticate({
    cards,
    desk: person.desk,
    budget: new PinBudget(),
    origin: ORIGIN,
    nonce: NONCE,
    producer: 'test/0',
    signal: new AbortController().signal,
    onQuestion: person.onQuestion,
    onSigning: () => undefined,
    onPin: () => undefined,
    retryDelayMs: 0,
    ...options,
  });

describe.skipIf(missing !== undefined)(
  `certificate card through PKCS#11${missing === undefined ? '' : ` (skipped: ${missing} is missing)`}`,
  () => {
    let directory = '';
    let environment: Record<string, string> = {};
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'mhb-softhsm-'));
      const file = (name: string) => join(directory, name);
      await writeFile(
        file('softhsm2.conf'),
        `directories.tokendir = ${directory}\nobjectstore.backend = file\n`,
      );
      environment = { SOFTHSM2_CONF: file('softhsm2.conf') };
      const call = (program: string, ...args: string[]) => {
        const { status, stderr } = spawnSync(program, args, { env: { ...process.env, ...environment } });
        if (status !== 0) throw new Error(`${program}: ${String(stderr)}`);
      };
      call('softhsm2-util', '--init-token', '--free', '--label', 'CDC', '--pin', PIN, '--so-pin', '87654321');
      for (const [id, usage, algorithm] of [
        ['01', 'keyEncipherment', ['rsa:2048']],
        ['02', 'digitalSignature', ['rsa:2048']],
      ] as const) {
        call(
          'openssl',
          ...['req', '-x509', '-newkey', ...algorithm, '-nodes', '-days', '1', '-subj', '/C=TW/CN=Wang'],
          ...['-addext', `keyUsage=critical,${usage}`, '-addext', 'basicConstraints=critical,CA:FALSE'],
          ...['-keyout', file(`key${id}.pem`), '-out', file(`cert${id}.pem`)],
        );
        call(
          'openssl',
          'pkcs8',
          '-topk8',
          '-nocrypt',
          '-in',
          file(`key${id}.pem`),
          '-out',
          file(`key${id}.p8`),
        );
        call(
          'softhsm2-util',
          '--import',
          file(`key${id}.p8`),
          '--token',
          'CDC',
          '--label',
          'key',
          '--id',
          id,
          '--pin',
          PIN,
        );
        call(
          'openssl',
          'x509',
          '-in',
          file(`cert${id}.pem`),
          '-outform',
          'DER',
          '-out',
          file(`cert${id}.der`),
        );
        call(
          'pkcs11-tool',
          ...['--module', MODULE, '--login', '--pin', PIN, '--type', 'cert', '--id', id],
          ...['--label', 'cert', '--write-object', file(`cert${id}.der`)],
        );
      }
    });
    afterAll(() => rm(directory, { recursive: true, force: true }));
    const cards = () => pkcs11CertificateCards(MODULE, environment);

    it('signs origin and nonce with the signing certificate', async () => {
      const token = await run(cards(), windowWith(PIN));
      expect(token).toMatchObject({ format: 'tw-cdc:1', algorithm: 'RS256', producer: 'test/0' });
      const certificate = new X509Certificate(Buffer.from(token.unverifiedCertificate, 'base64'));
      const signature = Buffer.from(token.signature, 'base64');
      const verified = (origin: string, nonce: string) =>
        verify('sha256', signedData(origin, nonce), certificate.publicKey, signature);
      expect(verified(ORIGIN, NONCE)).toBe(true);
      // T6: a signature that a phishing site obtained for its own origin is useless on any other site.
      expect(verified('https://portal.examp1e.tw', NONCE)).toBe(false);
      expect(verified(ORIGIN, 'm'.repeat(43))).toBe(false);
      expect(signedData(ORIGIN, NONCE)).toHaveLength(64);
      expect([...signedData(ORIGIN, NONCE).subarray(0, 32)]).toEqual([
        ...createHash('sha256').update(ORIGIN).digest(),
      ]);
    });

    const unlockable = lockingModuleMissing();
    it.skipIf(unlockable !== null)(
      `T10 stops before a token locks, and reports the remaining attempts and the lock${unlockable === null ? '' : ` (skipped: ${unlockable} is missing)`}`,
      async () => {
        const token = buildLockingModule(directory, MODULE);
        const locking = pkcs11CertificateCards(token.path, { ...environment, ...token.environment });
        const sign = (...pins: string[]) => {
          const person = windowWith(...pins);
          return codeOf(run(locking, person)).then((code) => ({ code, shown: person.shown }));
        };
        expect(await sign('000000', PIN)).toEqual({ code: 'resolved', shown: [null, null] });
        expect(token.wrongTries()).toBe(0);
        expect(await sign('000000', '111111', '222222')).toEqual({
          code: 'pin-incorrect',
          shown: [null, null],
        });
        expect(token.wrongTries()).toBe(2);
        // A new operation is required, in which the window says that only one attempt is left.
        expect(await sign('222222')).toEqual({ code: 'pin-locked', shown: [1] });
        expect(await sign(PIN)).toEqual({ code: 'pin-locked', shown: [] });
      },
    );

    it('asks again after a wrong PIN', async () => {
      const person = windowWith('000000', PIN);
      expect((await run(cards(), person)).format).toBe('tw-cdc:1');
      expect(person.shown).toHaveLength(2);
    });

    it('reports a missing module', async () => {
      const broken = pkcs11CertificateCards('/usr/lib/nowhere.so');
      expect(await codeOf(run(broken, windowWith(PIN)))).toBe('middleware-missing');
    });

    it('T18 does not sign with a card that was swapped after the question', async () => {
      const real = cards();
      const [found] = await real.inspect();
      const swapped: CertificateCards = {
        inspect: () => real.inspect(),
        sign: (request) =>
          real.sign({
            ...request,
            certificate: found!.certificate.map((byte, i) => (i === 99 ? ~byte : byte)),
          }),
      };
      expect(await codeOf(run(swapped, windowWith(PIN)))).toBe('card-removed');
    });
  },
);

/** Simulates a token that locks after the third wrong PIN, as real tokens do but SoftHSM does not. */
function lockingCard() {
  let wrong = 0;
  const state = (): PinState => (wrong === 0 ? 'ok' : wrong === 1 ? 'low' : wrong === 2 ? 'final' : 'locked');
  const cards: CertificateCards & { wrong(): number } = {
    wrong: () => wrong,
    inspect: () => Promise.resolve([{ reader: 'R', certificate: new Uint8Array(8), pin: state() }]),
    sign: ({ pin }) => {
      if (pin === PIN) return Promise.resolve({ algorithm: 'RS256', signature: new Uint8Array(256) });
      wrong += 1;
      return Promise.reject(
        new MhbError(wrong > 2 ? 'pin-locked' : 'pin-incorrect', '', { details: { pin: state() } }),
      );
    },
  };
  return cards;
}

describe('T10 PIN exhaustion', () => {
  it('stops before the last attempt, which requires a new operation', async () => {
    const card = lockingCard();
    const budget = new PinBudget();
    expect(await codeOf(run(card, windowWith('000000', '111111', '222222'), { budget }))).toBe(
      'pin-incorrect',
    );
    expect(card.wrong()).toBe(2);
    const person = windowWith(PIN);
    await run(card, person);
    expect(person.shown).toEqual([1]);
  });

  it('does not let one site exhaust the attempts', async () => {
    let now = 0;
    const budget = new PinBudget(() => now);
    const card = lockingCard();
    await codeOf(run(card, windowWith('000000', '111111'), { budget }));
    expect(await codeOf(run(card, windowWith('222222'), { budget }))).toBe('too-many-attempts');
    expect(card.wrong()).toBe(2);
    now = 3_600_001;
    expect((await run(card, windowWith(PIN), { budget })).format).toBe('tw-cdc:1');
  });

  it.each(['', '12345', '123456789', 'abcdef', '１２３４５６'])(
    'does not send %j to the card',
    async (pin) => {
      const card = lockingCard();
      expect(await codeOf(run(card, windowWith(pin)))).toBe('pin-format');
      expect(card.wrong()).toBe(0);
    },
  );

  it('reports that a card is locked without asking for its PIN', async () => {
    const card = lockingCard();
    for (const pin of ['000000', '111111', '222222'])
      await codeOf(card.sign({ pin, certificate: new Uint8Array(), data: new Uint8Array() }));
    const person = windowWith(PIN);
    expect(await codeOf(run(card, person))).toBe('pin-locked');
    expect(person.shown).toEqual([]);
  });
});

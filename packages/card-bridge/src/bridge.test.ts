import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compactVerify, importJWK } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import {
  bridgeProvider,
  type CardSession,
  type ReaderInfo,
  type WebSocketConstructor,
} from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import { virtualNhiCard, type CardHolder } from '@mhb-kit/testkit/card';
import { pcscdMissing, startPcscd, type Pcscd } from '@mhb-kit/testkit/pcscd';
import { createBridge, systemPcscPort, virtualPcscPort, type Bridge, type PcscPort } from './index.js';

const ORIGIN = 'https://portal.example.tw';
const NONCE = 'n'.repeat(43);
const holder: CardHolder = {
  cardNumber: '000012345678',
  name: '王小明',
  nationalId: 'A123456789',
  birthDate: '1980-01-02',
  sex: 'M',
  issueDate: '2020-11-30',
};
const basic = { ...holder, nameQuality: 'ok' };

/** `ws` as a browser page of an origin would use it. */
const webSocketOf = (origin: string): WebSocketConstructor =>
  class extends WebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin });
    }
  } as unknown as WebSocketConstructor;

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof MhbError ? error.code : String(error)),
  );

let dataDir = '';
const cleanUp: (() => Promise<unknown>)[] = [];

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'mhb-bridge-'));
});
afterEach(async () => {
  for (const action of cleanUp.splice(0).reverse()) await action();
});
afterAll(() => rm(dataDir, { recursive: true, force: true }));

async function startBridge(pcsc: PcscPort): Promise<Bridge> {
  const bridge = await createBridge({
    pcsc,
    dataDir,
    ports: [0],
    origins: [{ origin: ORIGIN, consent: 'enrolled' }],
  });
  await bridge.start();
  cleanUp.push(() => bridge.stop());
  return bridge;
}

async function openSession(bridge: Bridge, origin = ORIGIN): Promise<CardSession> {
  const session = await bridgeProvider({ ports: [bridge.address.port], WebSocket: webSocketOf(origin) }).open(
    {},
  );
  cleanUp.push(() => session.close());
  return session;
}

/** Resolves with the first snapshot that fits. */
const readersWhen = (session: CardSession, fits: (readers: readonly ReaderInfo[]) => boolean) =>
  new Promise<readonly ReaderInfo[]>((resolve) => {
    session.on('readers', (readers) => {
      if (fits(readers)) resolve(readers);
    });
  });

describe('bridge with a virtual reader in process', () => {
  it('reads the card, attests where and when, and says that it is simulated', async () => {
    const bridge = await startBridge(virtualPcscPort({ Virtual: virtualNhiCard(holder) }));
    const session = await openSession(bridge);
    expect(await session.readers()).toMatchObject([
      { label: 'Virtual', state: 'present', card: { kind: 'unknown' }, simulated: true },
    ]);
    const before = Math.floor(Date.now() / 1000);
    const reading = await session.readNhi({ nonce: NONCE });
    expect(reading.basic).toEqual(basic);
    const { payload, protectedHeader } = await compactVerify(
      reading.attestation ?? '',
      await importJWK(bridge.publicJwk, 'ES256'),
    );
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'nhi-reading+jwt', kid: bridge.publicJwk.kid });
    const claims = JSON.parse(new TextDecoder().decode(payload)) as { iat: number };
    expect(claims).toEqual({ basic, origin: ORIGIN, nonce: NONCE, iat: claims.iat });
    expect(claims.iat).toBeGreaterThanOrEqual(before);
    expect((await session.readers())[0]?.card).toEqual({ kind: 'nhi' });
    expect((await session.readNhi({})).attestation).toBeNull();
  });

  it('keeps its key, for its own eyes only', async () => {
    const one = await startBridge(virtualPcscPort({}));
    const other = await createBridge({ pcsc: virtualPcscPort({}), dataDir, origins: [] });
    expect(other.publicJwk).toEqual(one.publicJwk);
    expect(other.publicJwk).not.toHaveProperty('d');
    expect((await stat(join(dataDir, 'device-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('waits for a card and stops waiting when told', async () => {
    const port = virtualPcscPort({ Virtual: null });
    const session = await openSession(await startBridge(port));
    expect(await codeOf(session.readNhi({}))).toBe('no-card');
    const steps: string[] = [];
    const forget = session.on('progress', ({ step }) => {
      steps.push(step);
      if (step === 'insert-card') port.insert('Virtual', virtualNhiCard(holder));
    });
    expect((await session.readNhi({ waitMs: 5000 })).basic).toEqual(basic);
    expect(steps).toEqual(['insert-card', 'reading']);
    forget();
    port.remove('Virtual');
    const abort = new AbortController();
    const waiting = codeOf(session.readNhi({ waitMs: 60_000, signal: abort.signal }));
    abort.abort();
    expect(await waiting).toBe('cancelled');
    expect(await codeOf(session.readNhi({ waitMs: 50 }))).toBe('no-card');
  });

  it('finds the NHI card beside a health professional card, and touches the other once only', async () => {
    let touched = 0;
    const professional = virtualNhiCard(holder, {
      behaviour: 'health-professional',
      beforeAnswer: () => {
        touched += 1;
      },
    });
    const port = virtualPcscPort({ A: professional, B: virtualNhiCard(holder) });
    const session = await openSession(await startBridge(port));
    expect((await session.readNhi({})).basic).toEqual(basic);
    const afterFirst = touched;
    port.remove('B');
    expect(await codeOf(session.readNhi({}))).toBe('not-nhi-card');
    expect(await codeOf(session.readNhi({}))).toBe('not-nhi-card');
    expect(touched).toBe(afterFirst);
  });

  it('leaves a mute card alone until it is taken out', async () => {
    const port = virtualPcscPort({ Virtual: virtualNhiCard(holder, { behaviour: 'mute' }) });
    const session = await openSession(await startBridge(port));
    expect(await codeOf(session.readNhi({}))).toBe('card-mute');
    expect((await session.readers())[0]?.state).toBe('mute');
    const started = Date.now();
    expect(await codeOf(session.readNhi({}))).toBe('card-mute');
    expect(Date.now() - started).toBeLessThan(1000);
    port.remove('Virtual');
    port.insert('Virtual', virtualNhiCard(holder));
    expect((await session.readNhi({})).basic).toEqual(basic);
  });

  it('serves one operation at a time', async () => {
    const port = virtualPcscPort({ Virtual: virtualNhiCard(holder, { delayMs: 100 }) });
    const bridge = await startBridge(port);
    const [one, other] = [await openSession(bridge), await openSession(bridge)];
    const results = await Promise.all([codeOf(one.readNhi({})), codeOf(other.readNhi({}))]);
    expect(results.sort()).toEqual(['busy', 'resolved']);
  });

  it('says what is missing', async () => {
    expect(await codeOf((await openSession(await startBridge(virtualPcscPort({})))).readNhi({}))).toBe(
      'no-reader',
    );
  });

  it('tells its pages when it goes', async () => {
    const bridge = await startBridge(virtualPcscPort({ Virtual: null }));
    const session = await openSession(bridge);
    const closed = new Promise((resolve) => session.on('closed', resolve));
    const waiting = codeOf(session.readNhi({ waitMs: 60_000 }));
    await bridge.stop();
    expect(await closed).toEqual({ code: 'bridge-disconnected' });
    expect(await waiting).toBe('bridge-disconnected');
    expect(await codeOf(session.readers())).toBe('bridge-disconnected');
  });
});

const missing = pcscdMissing();

describe.skipIf(missing !== null)(
  `bridge through the real PC/SC daemon${missing === null ? '' : ` (skipped: ${missing})`}`,
  () => {
    let pcscd: Pcscd;
    beforeAll(async () => {
      pcscd = await startPcscd();
    });
    afterAll(() => pcscd.stop());
    afterEach(() => {
      for (const slot of pcscd.slots) slot.remove();
    });

    it.each(['pcsclite', 'pcsc-mini'] as const)('reads cards of every kind by %s', async (driver) => {
      const bridge = await startBridge(systemPcscPort({ drivers: [driver], environment: pcscd.environment }));
      const session = await openSession(bridge);
      const [slot] = pcscd.slots;
      for (const [behaviour, expected] of [
        ['generation-1', basic],
        ['generation-2', basic],
        ['t0', basic],
        ['flaky', basic],
        ['health-professional', 'not-nhi-card'],
        ['damaged', 'bad-card-data'],
      ] as const) {
        await readersWhen(
          session,
          (readers) => readers.length === 2 && readers.every(({ state }) => state === 'empty'),
        );
        await slot.insert(virtualNhiCard(holder, { behaviour }));
        const outcome = await session.readNhi({ waitMs: 2000 }).then(
          (reading) => reading.basic,
          (error: unknown) => (error as MhbError).code,
        );
        expect(outcome).toEqual(expected);
        slot.remove();
      }
    });
  },
);

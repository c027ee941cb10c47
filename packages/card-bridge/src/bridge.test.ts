import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { compactVerify, importJWK } from 'jose';
import { describe, expect, it } from 'vitest';
import { bridgeProvider } from '@mhb-kit/core/card';
import { cardProviderContract, virtualNhiCard } from '@mhb-kit/testkit/card';
import { basic, bridgeFixture, codeOf, holder, NONCE, ORIGIN, webSocketOf } from '../test/fixture.js';
import { createBridge, systemPcscPort, virtualPcscPort } from './index.js';

const fixture = bridgeFixture();

describe('the provider of a bridge', () => {
  const providerOf = async (card: ReturnType<typeof virtualNhiCard> | null) => {
    const bridge = await fixture.start(virtualPcscPort({ Virtual: card }));
    return bridgeProvider({ ports: [bridge.address.port], WebSocket: webSocketOf(ORIGIN) });
  };
  const subject = {
    withCard: () => providerOf(virtualNhiCard(holder)),
    withoutCard: () => providerOf(null),
    absent: () => bridgeProvider({ ports: [1], WebSocket: webSocketOf(ORIGIN), handshakeTimeoutMs: 2000 }),
  };
  it.each(cardProviderContract)('$title', ({ check }) => check(subject));
});

describe('bridge with a virtual reader in process', () => {
  it('reads the card, attests where and when, and reports that it is simulated', async () => {
    const bridge = await fixture.start(virtualPcscPort({ Virtual: virtualNhiCard(holder) }));
    const session = await fixture.open(bridge);
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
    const { kty, crv, x, y, kid } = bridge.publicJwk;
    expect(protectedHeader).toEqual({ alg: 'ES256', typ: 'nhi-reading+jwt', kid, jwk: { kty, crv, x, y } });
    const claims = JSON.parse(new TextDecoder().decode(payload)) as { iat: number };
    expect(claims).toEqual({ basic, origin: ORIGIN, nonce: NONCE, iat: claims.iat });
    expect(claims.iat).toBeGreaterThanOrEqual(before);
    expect((await session.readers())[0]?.card).toEqual({ kind: 'nhi' });
    expect((await session.readNhi({})).attestation).toBeNull();
  });

  it('keeps its key in a file that only its user can read', async () => {
    const one = await fixture.start(virtualPcscPort({}));
    const other = await createBridge({ pcsc: virtualPcscPort({}), dataDir: fixture.dataDir, origins: [] });
    expect(other.publicJwk).toEqual(one.publicJwk);
    expect(other.publicJwk).not.toHaveProperty('d');
    expect((await stat(join(fixture.dataDir, 'device-key.json'))).mode & 0o777).toBe(0o600);
  });

  it('waits for a card, and stops waiting when canceled', async () => {
    const port = virtualPcscPort({ Virtual: null });
    const session = await fixture.open(await fixture.start(port));
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

  it('finds the NHI card beside a health professional card, and accesses the other only once', async () => {
    let touched = 0;
    const professional = virtualNhiCard(holder, {
      behaviour: 'health-professional',
      beforeAnswer: () => {
        touched += 1;
      },
    });
    const port = virtualPcscPort({ A: professional, B: virtualNhiCard(holder) });
    const session = await fixture.open(await fixture.start(port));
    expect((await session.readNhi({})).basic).toEqual(basic);
    const afterFirst = touched;
    port.remove('B');
    expect(await codeOf(session.readNhi({}))).toBe('not-nhi-card');
    expect(await codeOf(session.readNhi({}))).toBe('not-nhi-card');
    expect(touched).toBe(afterFirst);
  });

  it('does not touch a mute card again until it is removed', async () => {
    let asked = 0;
    const mute = virtualNhiCard(holder, {
      behaviour: 'mute',
      beforeAnswer: () => {
        asked += 1;
      },
    });
    const port = virtualPcscPort({ Virtual: mute });
    const session = await fixture.open(await fixture.start(port));
    expect(await codeOf(session.readNhi({}))).toBe('card-mute');
    expect((await session.readers())[0]?.state).toBe('mute');
    const before = asked;
    expect(await codeOf(session.readNhi({}))).toBe('card-mute');
    expect(asked).toBe(before);
    port.remove('Virtual');
    port.insert('Virtual', virtualNhiCard(holder));
    expect((await session.readNhi({})).basic).toEqual(basic);
  });

  it('serves one operation at a time', async () => {
    const port = virtualPcscPort({ Virtual: virtualNhiCard(holder, { delayMs: 100 }) });
    const bridge = await fixture.start(port);
    const [one, other] = [await fixture.open(bridge), await fixture.open(bridge)];
    const results = await Promise.all([codeOf(one.readNhi({})), codeOf(other.readNhi({}))]);
    expect(results.sort()).toEqual(['busy', 'resolved']);
  });

  it('reports what is missing', async () => {
    expect(await codeOf((await fixture.open(await fixture.start(virtualPcscPort({})))).readNhi({}))).toBe(
      'no-reader',
    );
  });

  it('keeps working without a PC/SC binding, and reports it', async () => {
    const bridge = await fixture.start(systemPcscPort({ drivers: [] }));
    expect(await codeOf((await fixture.open(bridge)).readNhi({}))).toBe('middleware-missing');
  });

  it('uses the next port if one is occupied, and reports if all are', async () => {
    const first = await fixture.start(virtualPcscPort({}));
    const { port } = first.address;
    const start = (ports: number[]) => fixture.start(virtualPcscPort({}), { ports });
    expect((await start([port, 0])).address.port).not.toBe(port);
    expect(await codeOf(start([port]))).toBe('port-in-use');
  });

  it('notifies its pages when it stops', async () => {
    const bridge = await fixture.start(virtualPcscPort({ Virtual: null }));
    const session = await fixture.open(bridge);
    const closed = new Promise((resolve) => session.on('closed', resolve));
    const waiting = codeOf(session.readNhi({ waitMs: 60_000 }));
    await bridge.stop();
    expect(await closed).toEqual({ code: 'bridge-disconnected' });
    expect(await waiting).toBe('bridge-disconnected');
    expect(await codeOf(session.readers())).toBe('bridge-disconnected');
  });
});

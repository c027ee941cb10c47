import { createHash, generateKeyPairSync, sign } from 'node:crypto';
import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { PassThrough } from 'node:stream';
import { compactVerify, importJWK } from 'jose';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import WebSocket from 'ws';
import { bridgeProvider } from '@mhb-kit/core/card';
import { virtualNhiCard } from '@mhb-kit/testkit/card';
import { basic, bridgeFixture, codeOf, holder, NONCE, ORIGIN, webSocketOf } from '../test/fixture.js';
import {
  createBridge,
  virtualPcscPort,
  type AllowedOrigin,
  type Bridge,
  type BridgeOptions,
  type CertificateCards,
  type InsertableCard,
} from './index.js';

/** Tests each attack in the threat table that the bridge itself must stop. */

const fixture = bridgeFixture();

const start = (consent: AllowedOrigin['consent'] = 'enrolled', options = {}) =>
  fixture.start(virtualPcscPort({ Virtual: virtualNhiCard(holder) }), {
    origins: [{ origin: ORIGIN, consent }],
    ...options,
  });

/** Returns the HTTP status code with which the bridge refuses an upgrade, or 101 if it accepts the upgrade. */
function upgradeStatus(
  { address }: Bridge,
  headers: Record<string, string>,
  path = '/v1/ws',
  protocol = 'card-bridge.v1',
): Promise<number> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(`ws://127.0.0.1:${address.port}${path}`, [protocol], { headers });
    socket.on('open', () => {
      socket.close();
      resolve(101);
    });
    socket.on('unexpected-response', (_, response) => {
      resolve(response.statusCode ?? 0);
    });
    socket.on('error', reject);
  });
}

function http(
  { address }: Bridge,
  options: { path?: string; method?: string; headers?: Record<string, string>; body?: string },
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const outgoing = httpRequest(
      {
        host: '127.0.0.1',
        port: address.port,
        path: options.path ?? '/v1/health',
        method: options.method ?? 'GET',
        headers: options.headers ?? {},
      },
      (response) => {
        let body = '';
        response.setEncoding('utf8').on('data', (text: string) => (body += text));
        response.on('end', () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body });
        });
      },
    );
    outgoing.on('error', reject);
    outgoing.end(options.body);
  });
}

/** Connects as a program that is not a browser and can therefore send any `Origin`. */
async function nativeClient(bridge: Bridge, origin = ORIGIN) {
  const socket = new WebSocket(`ws://127.0.0.1:${bridge.address.port}/v1/ws`, ['card-bridge.v1'], { origin });
  const frames: Record<string, unknown>[] = [];
  socket.on('message', (data: Buffer) => frames.push(JSON.parse(data.toString()) as Record<string, unknown>));
  const closed = new Promise<number>((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.on('open', resolve));
  fixture.afterwards(() => {
    socket.terminate();
    return undefined;
  });
  const answer = (id: number) =>
    expect.poll(() => frames.find((frame) => frame['id'] === id && 'ok' in frame));
  return {
    socket,
    frames,
    closed,
    answer,
    say: (message: unknown) => {
      socket.send(JSON.stringify(message));
    },
  };
}

/** Registers a browser of this machine's user with the bridge. The user allows everything. */
async function knownBrowser(bridge: Bridge, clock: () => number = Date.now) {
  const post = (path: string, body: object) =>
    http(bridge, {
      method: 'POST',
      path,
      headers: { origin: bridge.address.url, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
  const keys = await crypto.subtle.generateKey(algorithm, true, ['sign', 'verify']);
  const ticket = new URL(await bridge.browserLink()).hash.slice(1);
  const publicJwk = await crypto.subtle.exportKey('jwk', keys.publicKey);
  const { id } = JSON.parse((await post('/ui/admit', { ticket, publicJwk })).body) as { id: string };
  const act = async (action: object, at = clock()) => {
    const text = JSON.stringify({ ...action, at, host: new URL(bridge.address.url).host });
    const signature = await crypto.subtle.sign(algorithm, keys.privateKey, new TextEncoder().encode(text));
    return post('/ui/act', {
      browser: id,
      text,
      signature: Buffer.from(signature).toString('base64url'),
    });
  };
  return {
    act,
    async allow(url: string, pin = '') {
      const request = new URL(url).searchParams.get('request');
      await act({ request, action: 'show' });
      await new Promise((resolve) => setTimeout(resolve, 600));
      return act({ request, action: 'allow', pin });
    },
  };
}

describe('T1 a hostile site', () => {
  it.each([
    undefined,
    'null',
    'https://evil.example',
    'http://portal.example.tw',
    'https://portal.example.tw:8443',
    'https://portal.example.tw.evil.example',
    'https://evil-portal.example.tw',
    'https://sub.portal.example.tw',
    'https://portal.example.tw/',
    'https://PORTAL.example.tw',
    'https://portal.examp1e.tw',
    'https://xn--prtal-mxa.example.tw',
    'file://',
    'chrome-extension://abcdefghijklmnop',
  ])('with the origin %s is refused', async (origin) => {
    const bridge = await start();
    const headers: Record<string, string> = origin === undefined ? {} : { origin };
    expect(await upgradeStatus(bridge, headers)).toBe(403);
    const health = await http(bridge, { headers });
    expect(health.status).toBe(403);
    expect(health.body).toBe('');
    expect(health.headers['access-control-allow-origin']).toBeUndefined();
  });

  it('lets the allowed one in', async () => {
    const bridge = await start();
    expect(await upgradeStatus(bridge, { origin: ORIGIN })).toBe(101);
    const health = await http(bridge, { headers: { origin: ORIGIN } });
    expect(health).toMatchObject({ status: 200, body: '{"service":"card-bridge","protocol":[1]}' });
    expect(health.headers['access-control-allow-origin']).toBe(ORIGIN);
  });

  it.each([
    '*',
    'https://*.example.tw',
    'portal.example.tw',
    'http://portal.example.tw',
    `${ORIGIN}/`,
    'null',
  ])('cannot be let in by an imprecise setting: %s', async (origin) => {
    const creating = createBridge({
      pcsc: virtualPcscPort({}),
      dataDir: fixture.dataDir,
      origins: [{ origin, consent: 'ask' }],
    });
    expect(await codeOf(creating)).toBe('configuration-invalid');
  });
});

it.each(['evil.example', 'portal.example.tw', '127.0.0.1', 'localhost:1', '0.0.0.0', '127.0.0.1.nip.io'])(
  'T2 a rebound name, Host %s, is refused as misdirected',
  async (host) => {
    const bridge = await start();
    for (const name of [host, `${host}:${bridge.address.port}`]) {
      if (name === `127.0.0.1:${bridge.address.port}`) continue;
      const headers = { host: name, origin: ORIGIN };
      expect((await http(bridge, { headers })).status).toBe(421);
      expect((await http(bridge, { headers, path: '/ui' })).status).toBe(421);
      expect(await upgradeStatus(bridge, headers)).toBe(421);
    }
  },
);

describe('T3 a forged request', () => {
  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'])('by %s changes nothing', async (method) => {
    const bridge = await start();
    for (const path of ['/v1/health', '/v1/ws', '/v1/popup', '/ui']) {
      expect((await http(bridge, { method, path, headers: { origin: ORIGIN } })).status).toBe(405);
    }
  });

  it('as an image or a plain form gets no card', async () => {
    const bridge = await start();
    for (const path of [
      '/',
      '/favicon.ico',
      '/v1/ws',
      '/v1/readers',
      '/ui/../device-key.json',
      '/ui/child.js',
    ]) {
      const { status, body } = await http(bridge, { path, headers: { 'sec-fetch-dest': 'image' } });
      expect([status, body]).toEqual([404, '']);
    }
    for (const origin of [ORIGIN, 'https://evil.example', 'null']) {
      const headers = { origin, 'content-type': 'text/plain' };
      const { status } = await http(bridge, { method: 'POST', path: '/ui/act', headers, body: '{}' });
      expect(status).toBe(403);
    }
  });
});

describe('T21 a page that imitates the bridge’s own window', () => {
  const actions = [
    ...['overview', 'pause', 'withdraw', 'remove-site', 'show-site', 'add-site', 'browser-link', 'update'],
    ...['check', 'forget-everything'],
  ];

  /** Registers a browser with the bridge and returns functions that sign and send its actions. */
  async function knownBrowser(bridge: Bridge) {
    const { host, hash } = new URL(await bridge.browserLink());
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const headers = { origin: `http://${host}`, 'content-type': 'application/json' };
    const post = (path: string, body: object, more: Record<string, string> = {}) =>
      http(bridge, { method: 'POST', path, headers: { ...headers, ...more }, body: JSON.stringify(body) });
    const admitted = await post('/ui/admit', {
      ticket: hash.slice(1),
      publicJwk: publicKey.export({ format: 'jwk' }),
    });
    const { id } = JSON.parse(admitted.body) as { id: string };
    const signed = (action: object, at = Date.now(), forHost = host) => {
      const text = JSON.stringify({ ...action, at, host: forHost });
      const signature = sign('sha256', Buffer.from(text), { key: privateKey, dsaEncoding: 'ieee-p1363' });
      return { browser: id, text, signature: signature.toString('base64url') };
    };
    return { post, signed };
  }

  it('can do nothing without the key of a known browser, or from another origin', async () => {
    const bridge = await start('ask');
    const { post, signed } = await knownBrowser(bridge);
    for (const action of actions) {
      const right = signed({ action });
      const outcomes = await Promise.all([
        post('/ui/act', { ...right, signature: '' }),
        post('/ui/act', { ...right, browser: 'another' }),
        post('/ui/act', { ...right, text: right.text.replace(action, 'overview2') }),
        post('/ui/act', signed({ action }, Date.now() - 61_000)),
        post('/ui/act', signed({ action }, Date.now(), '127.0.0.1:1')),
        post('/ui/act', right, { origin: ORIGIN }),
        post('/ui/act', right, { origin: 'null' }),
        post('/ui/act', right, { 'content-type': 'text/plain' }),
      ]);
      expect(
        outcomes.map(({ status, body }) => [status, body]),
        action,
      ).toEqual(outcomes.map(() => [403, '']));
      const rebound = { host: `evil.example:${bridge.address.port}` };
      expect((await post('/ui/act', right, rebound)).status).toBe(421);
    }
    expect(await upgradeStatus(bridge, { origin: ORIGIN })).toBe(101);
  });

  it('serves no site while it is paused, and all of them again afterwards', async () => {
    const bridge = await start('ask');
    const { post, signed } = await knownBrowser(bridge);
    expect((await post('/ui/act', signed({ action: 'pause', paused: true }))).status).toBe(200);
    expect(await upgradeStatus(bridge, { origin: ORIGIN })).toBe(503);
    expect((await http(bridge, { headers: { origin: ORIGIN } })).status).toBe(403);
    await post('/ui/act', signed({ action: 'pause', paused: false }));
    expect(await upgradeStatus(bridge, { origin: ORIGIN })).toBe(101);
  });

  it('adds a site only with a link that the operator has signed', async () => {
    const operator = generateKeyPairSync('ed25519');
    const { x = '' } = operator.publicKey.export({ format: 'jwk' });
    const added: string[] = [];
    const bridge = await start('ask', {
      operatorKey: { x },
      sites: {
        read: () => Promise.resolve([{ origin: ORIGIN, consent: 'ask' as const, own: false }]),
        add: (origin: string) => Promise.resolve(void added.push(origin)),
        remove: () => Promise.resolve(),
      },
    });
    const { post, signed } = await knownBrowser(bridge);
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const link = (typ: string, key = operator.privateKey) => {
      const text = `${part({ alg: 'EdDSA', typ })}.${part({ origin: 'https://new.example.tw' })}`;
      return `${text}.${sign(null, Buffer.from(text), key).toString('base64url')}`;
    };
    const type = 'mhb-card-bridge-site+jwt';
    const forged = [link('JWT'), link(type, generateKeyPairSync('ed25519').privateKey), 'a.b.c', ''];
    for (const one of forged) {
      for (const action of ['show-site', 'add-site'])
        expect((await post('/ui/act', signed({ action, link: one }))).status).toBe(404);
    }
    expect(added).toEqual([]);
    expect((await post('/ui/act', signed({ action: 'show-site', link: link(type) }))).body).toContain(
      'https://new.example.tw',
    );
    await post('/ui/act', signed({ action: 'add-site', link: link(type) }));
    expect(added).toEqual(['https://new.example.tw']);
  });

  it('is not recognized any more after everything was deleted', async () => {
    const bridge = await start('ask');
    const { post, signed } = await knownBrowser(bridge);
    const { kid } = bridge.publicJwk;
    expect((await post('/ui/act', signed({ action: 'forget-everything' }))).status).toBe(200);
    expect((await post('/ui/act', signed({ action: 'overview' }))).status).toBe(403);
    expect(bridge.publicJwk.kid).not.toBe(kid);
  });
});

describe('T1 the files of the bridge’s own window', () => {
  const scripts = ['consent-page', 'popup-page', 'question-view', 'home-view', 'site-view', 'browser-key'];
  const parts = [...scripts, 'elements', 'words'].map((name) => `${name}.js`);
  const paths = ['window.css', ...parts].map((name) => `/ui/${name}`);
  const documents = ['/ui', '/ui?request=guessed', '/v1/popup'];

  it.each([undefined, 'cross-site', 'same-site', 'none', 'same-origin, cross-site', ''])(
    'cannot be used as script or style with Sec-Fetch-Site: %s',
    async (site) => {
      const bridge = await start();
      for (const path of paths) {
        for (const origin of [undefined, ORIGIN, 'https://evil.example']) {
          const headers = {
            ...(site === undefined ? {} : { 'sec-fetch-site': site }),
            ...(origin === undefined ? {} : { origin }),
          };
          const { status, body } = await http(bridge, { path, headers });
          expect([path, status, body]).toEqual([path, 403, '']);
        }
      }
    },
  );

  it.each([
    [undefined, undefined],
    ['navigate', undefined],
    ['navigate', 'iframe'],
    ['navigate', 'frame'],
    ['navigate', 'object'],
    ['navigate', 'embed'],
    ['no-cors', 'document'],
    ['no-cors', 'image'],
    ['no-cors', 'script'],
    ['no-cors', 'empty'],
    ['cors', 'empty'],
  ])('cannot be used as document with Sec-Fetch-Mode: %s, Sec-Fetch-Dest: %s', async (mode, dest) => {
    const bridge = await start();
    for (const path of documents) {
      for (const site of ['cross-site', 'same-origin', 'none']) {
        const headers = {
          'sec-fetch-site': site,
          ...(mode === undefined ? {} : { 'sec-fetch-mode': mode }),
          ...(dest === undefined ? {} : { 'sec-fetch-dest': dest }),
        };
        const { status, body } = await http(bridge, { path, headers });
        expect([path, status, body]).toEqual([path, 403, '']);
      }
    }
  });

  it('can be loaded by the window, as a popup of any site or from a link of the command line', async () => {
    const bridge = await start();
    for (const path of paths) {
      expect((await http(bridge, { path, headers: { 'sec-fetch-site': 'same-origin' } })).status).toBe(200);
    }
    for (const path of documents) {
      for (const site of ['cross-site', 'none']) {
        const headers = {
          'sec-fetch-site': site,
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'document',
        };
        expect((await http(bridge, { path, headers })).status).toBe(200);
      }
    }
  });
});

it('T1 no response can be embedded or framed by another origin', async () => {
  const bridge = await start();
  const own = { 'sec-fetch-site': 'same-origin', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
  const answers = [
    ...['/', '/ui', '/v1/popup', '/ui/window.css', '/v1/health'].flatMap((path) => [
      { path },
      { path, headers: own },
      { path, headers: { origin: ORIGIN } },
    ]),
    { headers: { host: 'evil.example' } },
    { method: 'OPTIONS' },
    { method: 'POST', path: '/ui/act' },
  ];
  for (const request of answers) {
    const { headers } = await http(bridge, request);
    expect([request, headers]).toEqual([
      request,
      expect.objectContaining({
        'cross-origin-resource-policy': 'same-origin',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'") as string,
        'x-frame-options': 'DENY',
      }),
    ]);
  }
  const upgrade = { path: '/v1/ws', headers: { connection: 'upgrade', upgrade: 'websocket' } };
  const { headers } = await http(bridge, upgrade);
  expect(headers['cross-origin-resource-policy']).toBe('same-origin');
  // The bridge closes the connection without an answer if Node cannot parse the request.
  await expect(http(bridge, { path: `/${'x'.repeat(100_000)}` })).rejects.toThrow();
});

it('T4 the local network cannot reach it', async () => {
  const bridge = await start();
  const addresses = Object.values(networkInterfaces())
    .flat()
    .filter((entry) => entry?.internal === false && entry.family === 'IPv4');
  // 127.0.0.2 is also a loopback address, but not the one that the bridge uses. It therefore tests the binding even on a
  // machine without a network.
  for (const address of ['127.0.0.2', ...addresses.map((entry) => entry?.address ?? '')]) {
    const reached = await new Promise((resolve) => {
      const socket = connect(bridge.address.port, address, () => {
        resolve(true);
      });
      socket.on('error', () => {
        resolve(false);
      });
    });
    expect(reached).toBe(false);
  }
});

describe('T5 a native program with a forged Origin', () => {
  it('reads nothing unless a person allows it in a known browser', async () => {
    const bridge = await start('ask');
    const { say, answer, frames } = await nativeClient(bridge);
    say({ id: 1, op: 'nhi.read' });
    await answer(1).toMatchObject({ ok: false, error: { code: 'pairing-required' } });
    say({ id: 2, op: 'pair', token: 'guessed' });
    await expect.poll(() => frames.find(({ ev }) => ev === 'progress')).toBeDefined();
    const { confirm } = frames.find(({ ev }) => ev === 'progress') as { confirm: { url: string } };
    const request = new URL(confirm.url).searchParams.get('request');

    const own = `http://127.0.0.1:${bridge.address.port}`;
    const headers = { origin: own, 'content-type': 'application/json' };
    const { publicKey, privateKey } = await crypto.subtle.generateKey(
      { name: 'ECDSA', namedCurve: 'P-256' },
      true,
      ['sign', 'verify'],
    );
    const publicJwk = await crypto.subtle.exportKey('jwk', publicKey);
    const text = JSON.stringify({ request, action: 'allow', at: Date.now(), host: new URL(own).host });
    const bytes = new TextEncoder().encode(text);
    const signature = await crypto.subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, privateKey, bytes);
    const act = (browser: string) => ({
      path: '/ui/act',
      body: { browser, text, signature: Buffer.from(signature).toString('base64url') },
    });
    for (const { path, body } of [
      { path: '/ui/admit', body: { ticket: 'guessed', publicJwk } },
      act('guessed'),
      act('__proto__'),
      { path: '/ui/act', body: { request, action: 'allow' } },
    ]) {
      const { status } = await http(bridge, { method: 'POST', path, headers, body: JSON.stringify(body) });
      expect(status).toBe(403);
    }
    say({ id: 3, op: 'nhi.read' });
    await answer(3).toMatchObject({ ok: false, error: { code: 'pairing-required' } });
  });

  it('cannot use a ticket twice', async () => {
    const bridge = await start('ask');
    const ticket = new URL(await bridge.browserLink()).hash.slice(1);
    const { publicKey } = await crypto.subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, [
      'sign',
      'verify',
    ]);
    const publicJwk = await crypto.subtle.exportKey('jwk', publicKey);
    const post = () =>
      http(bridge, {
        method: 'POST',
        path: '/ui/admit',
        headers: { origin: bridge.address.url, 'content-type': 'application/json' },
        body: JSON.stringify({ ticket, publicJwk }),
      });
    expect((await post()).status).toBe(200);
    expect((await post()).status).toBe(403);
  });

  it('cannot use the popup connection without the bridge’s own origin', async () => {
    const bridge = await start();
    for (const origin of [ORIGIN, 'https://evil.example', 'http://127.0.0.1']) {
      expect(await upgradeStatus(bridge, { origin }, '/v1/popup')).toBe(403);
    }
  });
});

it('T19 the bridge vouches for the site and the login that a certificate signed for', async () => {
  const certificateCards: CertificateCards = {
    inspect: () => Promise.resolve([{ reader: 'R', certificate: new Uint8Array(8), pin: 'ok' }]),
    sign: () => Promise.resolve({ algorithm: 'RS256', signature: new Uint8Array(256) }),
  };
  const bridge = await start('ask', { certificateCards });
  const browser = await knownBrowser(bridge);
  const provider = bridgeProvider({
    ports: [bridge.address.port],
    WebSocket: webSocketOf(ORIGIN),
    showWindow: (url) => void browser.allow(url, '135790'),
  });
  const session = await provider.open({});
  const { attestation, signature } = await session.authenticate({ nonce: NONCE });
  await session.close();
  const { payload, protectedHeader } = await compactVerify(
    attestation ?? '',
    await importJWK(bridge.publicJwk, 'ES256'),
  );
  expect(protectedHeader.typ).toBe('cdc-signature+jwt');
  expect(JSON.parse(new TextDecoder().decode(payload))).toEqual({
    signature: createHash('sha256').update(signature, 'base64').digest('base64url'),
    origin: ORIGIN,
    nonce: NONCE,
    iat: expect.any(Number) as number,
  });
});

describe('T18 a card that is swapped', () => {
  const next: typeof holder = { ...holder, cardNumber: '000087654321', nationalId: 'B223456786' };
  const startWith = async (card: InsertableCard | null, options: Partial<BridgeOptions> = {}) => {
    const port = virtualPcscPort({ Virtual: card });
    const bridge = await fixture.start(port, { origins: [{ origin: ORIGIN, consent: 'ask' }], ...options });
    const browser = await knownBrowser(bridge, options.clock);
    const asked: string[] = [];
    const provider = bridgeProvider({
      ports: [bridge.address.port],
      WebSocket: webSocketOf(ORIGIN),
      showWindow: (url) => {
        asked.push(url);
        void browser.allow(url);
      },
    });
    const session = await provider.open({});
    fixture.afterwards(() => session.close());
    return { port, session, asked, browser };
  };

  it('is not read until its own person is asked, even after another person allowed theirs', async () => {
    const { port, session, asked } = await startWith(virtualNhiCard(holder));
    expect((await session.readNhi({})).basic).toEqual(basic);
    expect((await session.readNhi({})).basic).toEqual(basic);
    expect(asked).toHaveLength(1);
    port.remove('Virtual');
    port.insert('Virtual', virtualNhiCard(next));
    expect((await session.readNhi({})).basic.nationalId).toBe(next.nationalId);
    expect(asked).toHaveLength(2);
    // The permission for the person's own card ended when the other card was used, so the bridge asks again even
    // after the first card has been reinserted.
    port.remove('Virtual');
    port.insert('Virtual', virtualNhiCard(holder));
    expect((await session.readNhi({})).basic).toEqual(basic);
    expect(asked).toHaveLength(3);
  });

  it('between the question and the first reading gives no page anything', async () => {
    const port = virtualPcscPort({ Virtual: virtualNhiCard(holder) });
    const bridge = await fixture.start(port, { origins: [{ origin: ORIGIN, consent: 'ask' }] });
    const browser = await knownBrowser(bridge);
    const { say, answer, frames } = await nativeClient(bridge);
    say({ id: 1, op: 'pair' });
    await expect.poll(() => frames.find(({ ev }) => ev === 'progress')).toBeDefined();
    const { confirm } = frames.find(({ ev }) => ev === 'progress') as { confirm: { url: string } };
    await browser.allow(confirm.url);
    await answer(1).toMatchObject({ ok: true });
    port.remove('Virtual');
    port.insert('Virtual', virtualNhiCard(next));
    say({ id: 2, op: 'nhi.read' });
    await answer(2).toMatchObject({ ok: false, error: { code: 'pairing-required' } });
    expect(JSON.stringify(frames)).not.toContain(next.nationalId);
  });

  it('during the reading is reported to nobody', async () => {
    let swap = () => undefined as unknown;
    const { port, session } = await startWith(
      virtualNhiCard(holder, { beforeAnswer: (count) => (count === 2 ? void swap() : undefined) }),
    );
    swap = () => {
      port.remove('Virtual');
      port.insert('Virtual', virtualNhiCard(next));
    };
    expect(await codeOf(session.readNhi({}))).toMatch(/^(card-removed|pairing-required)$/);
  });

  it('can be inserted first by the person who allowed it before, within three minutes', async () => {
    let later = 0;
    const { port, session, asked } = await startWith(null, { clock: () => Date.now() + later });
    expect(await codeOf(session.readNhi({}))).toBe('no-card');
    expect(asked).toHaveLength(1);
    port.insert('Virtual', virtualNhiCard(holder));
    expect((await session.readNhi({})).basic).toEqual(basic);
    expect(asked).toHaveLength(1);
    later = 8 * 3_600_000 + 1;
    expect((await session.readNhi({})).basic).toEqual(basic);
    expect(asked).toHaveLength(2);
  });
});

describe('T9, T12 a page that sends invalid messages', () => {
  it.each([
    ['a PIN', { id: 1, op: 'nhi.read', pin: '123456' }],
    ['a password', { id: 1, op: 'readers', password: 'secret1' }],
    ['a PIN for signing', { id: 1, op: 'cdc.authenticate', nonce: NONCE, pin: '123456' }],
    ['the path of a module', { id: 1, op: 'cdc.authenticate', nonce: NONCE, module: '/tmp/evil.so' }],
    ['an origin of its choice', { id: 1, op: 'nhi.read', nonce: NONCE, origin: 'https://bank.example' }],
    ['an unknown operation', { id: 1, op: 'apdu', command: '00a40400' }],
    ['an inherited name', { id: 1, op: 'constructor' }],
    ['no number', { op: 'readers' }],
    ['a list', [1, 2, 3]],
    ['a wait without end', { id: 1, op: 'nhi.read', waitMs: 1e12 }],
  ])('%s is disconnected', async (_, message) => {
    const { say, closed, frames } = await nativeClient(await start());
    say(message);
    expect(await closed).toBe(4400);
    expect(frames.some((frame) => 'ok' in frame)).toBe(false);
  });
});

it.each([
  ['too short', 'n'.repeat(42)],
  ['too long', 'n'.repeat(129)],
  ['not base64', ' '.repeat(43)],
])('a nonce that is %s is refused before the card is touched', async (_, nonce) => {
  const session = await fixture.open(await start());
  expect(await codeOf(session.readNhi({ nonce }))).toBe('nonce-too-short');
  expect((await session.readers())[0]?.card).toEqual({ kind: 'unknown' });
});

describe('T17 garbage', () => {
  it('that are too long for a frame is disconnected', async () => {
    const { socket, closed } = await nativeClient(await start());
    socket.send('x'.repeat(8193));
    expect(await closed).toBe(1009);
  });

  it('in 10,000 frames does not affect anyone else', async () => {
    const bridge = await start();
    const honest = await fixture.open(bridge);
    let seed = 1;
    const random = () => (seed = (seed * 48_271) % 2_147_483_647);
    const clients = await Promise.all(Array.from({ length: 3 }, () => nativeClient(bridge)));
    for (let count = 0; count < 10_000; count++) {
      const bytes = Buffer.from(Array.from({ length: random() % 64 }, () => random() % 256));
      const { socket } = clients[count % 3]!;
      if (socket.readyState === socket.OPEN) socket.send(bytes, { binary: random() % 2 === 0 });
    }
    for (const { closed } of clients) expect([4400, 1007]).toContain(await closed);
    expect((await honest.readNhi({})).basic).toEqual(basic);
  });

  it('in the form of requests that never end is limited to eight requests per connection', async () => {
    const bridge = await fixture.start(virtualPcscPort({ Virtual: null }));
    const { say, answer, frames } = await nativeClient(bridge);
    for (let id = 1; id <= 100; id++) say({ id, op: 'nhi.read', waitMs: 120_000 });
    await answer(100).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(frames.filter((frame) => 'ok' in frame)).toHaveLength(92);
    say({ id: 101, op: 'cancel', target: 1 });
    await answer(1).toMatchObject({ ok: false, error: { code: 'cancelled' } });
    say({ id: 102, op: 'readers' });
    await answer(102).toMatchObject({ ok: true });
  });

  it('in the form of signature requests starts only one process at a time', async () => {
    let inspections = 0;
    const certificateCards: CertificateCards = {
      inspect: () => {
        inspections += 1;
        return new Promise(() => undefined);
      },
      sign: () => Promise.reject(new Error('unreachable')),
    };
    const bridge = await start('enrolled', { certificateCards });
    const clients = await Promise.all([nativeClient(bridge), nativeClient(bridge)]);
    for (let id = 1; id <= 8; id++)
      for (const { say } of clients) say({ id, op: 'cdc.authenticate', nonce: NONCE });
    await clients[1]!.answer(8).toMatchObject({ ok: false, error: { code: 'busy' } });
    expect(inspections).toBe(1);
  });

  it('of many connections is limited to four per site', async () => {
    const bridge = await start();
    const clients: Awaited<ReturnType<typeof nativeClient>>[] = [];
    for (let count = 0; count < 12; count++) clients.push(await nativeClient(bridge));
    for (const { closed } of clients.slice(0, 8)) expect(await closed).toBe(4409);
    expect(clients.slice(8).map(({ socket }) => socket.readyState)).toEqual([1, 1, 1, 1]);
  });
});

it('T15 logs hold no personal data', async () => {
  const log = new PassThrough();
  const bridge = await start('enrolled', { logger: pino({ level: 'trace' }, log) });
  const session = await fixture.open(bridge);
  await session.readNhi({ nonce: NONCE });
  await codeOf(session.readNhi({ reader: 'A123456789' }));
  const { say, closed } = await nativeClient(bridge);
  say({ id: 1, op: 'readers', password: 'A123456789' });
  await closed;
  await bridge.stop();
  const text = String(log.read());
  expect(text).toContain('nhi.read');
  for (const value of [...Object.values(holder), NONCE, Buffer.from(holder.nationalId).toString('hex')]) {
    if (String(value).length > 1) expect(text).not.toContain(String(value));
  }
});

it('permissions can be withdrawn, even from a connected page', async () => {
  const { Grants } = await import('./consent/grants.js');
  const bridge = await start('ask');
  const grants = new Grants(fixture.dataDir);
  const { token } = await grants.add(ORIGIN);
  const { say, answer, closed } = await nativeClient(bridge);
  say({ id: 1, op: 'pair', token });
  await answer(1).toMatchObject({ ok: true });
  say({ id: 2, op: 'nhi.read' });
  await answer(2).toMatchObject({ ok: true });
  await grants.revoke(ORIGIN);
  say({ id: 3, op: 'nhi.read' });
  expect(await closed).toBe(4403);
});

it('T16 another program on the bridge’s port is not mistaken for it', async () => {
  const bridge = await start();
  const impostor = await start('enrolled', { dataDir: `${fixture.dataDir}/impostor` });
  const open = (ports: number[]) =>
    bridgeProvider({ ports, WebSocket: webSocketOf(ORIGIN), bridgeKeys: [bridge.publicJwk.kid] }).open({});
  expect(await codeOf(open([impostor.address.port]))).toBe('bridge-not-trusted');
  const session = await open([impostor.address.port, bridge.address.port]);
  expect((await session.readNhi({})).basic).toEqual(basic);
  await session.close();
});

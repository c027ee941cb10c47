import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import WebSocket, { WebSocketServer } from 'ws';
import { anyHolder as holder, cardProviderContract, virtualNhiCard } from '@mhb-kit/testkit/card';
import { MhbError } from '../error.js';
import type { CardProvider } from './contract.js';
import { hipkiError } from './hipki-provider.js';
import {
  detectCardProviders,
  officialNhiProvider,
  simulatedProvider,
  webSmartCardProvider,
  type SmartCardResourceManager,
  type WebSocketConstructor,
} from './index.js';

const codeOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'resolved',
    (error: unknown) => (error instanceof MhbError ? error.code : String(error)),
  );
const NodeWebSocket = WebSocket as unknown as WebSocketConstructor;

describe('the NHI’s own component', () => {
  let server: WebSocketServer | undefined;
  afterEach(() => server?.close());

  /** Starts a server that behaves as the component's public sample pages expect. */
  async function component(answers: Record<string, string>) {
    const created = new WebSocketServer({ port: 0, host: '127.0.0.1' });
    server = created;
    await new Promise((resolve) => created.once('listening', resolve));
    created.on('connection', (socket) => {
      socket.on('message', (data: Buffer) => {
        socket.send(answers[data.toString()] ?? '8201');
      });
    });
    const { port } = created.address() as AddressInfo;
    return officialNhiProvider({
      addresses: ['ws://127.0.0.1:1/echo', `ws://127.0.0.1:${port}/echo`],
      WebSocket: NodeWebSocket,
    });
  }

  const answer = 'GetBasic:000012345678,A123456789,王小明,0690102,M,N';
  const subject = {
    withCard: () => component({ GetVersion: 'GetVersion:0001', GetBasic: answer }),
    withoutCard: () => component({ GetVersion: 'GetVersion:0001', GetBasic: '7004' }),
    absent: () => officialNhiProvider({ addresses: ['ws://127.0.0.1:1/echo'], WebSocket: NodeWebSocket }),
  };
  it.each(cardProviderContract)('$title', ({ check }) => check(subject));

  it.each(['0690102', '069/01/02', '19800102'])('returns the basic data (birthday %s)', async (birthday) => {
    const provider = await component({
      GetVersion: 'GetVersion:0001',
      GetBasic: `GetBasic:000012345678,A123456789,王小明,${birthday},M,N`,
    });
    expect((await provider.probe({})).state).toBe('ready');
    const session = await provider.open({});
    expect(await session.readNhi({})).toEqual({
      basic: { ...holder, nameQuality: 'ok', issueDate: null },
      attestation: null,
    });
  });

  it.each([
    ['7004', 'no-card'],
    ['8006', 'not-nhi-card'],
    ['GetBasic:garbage', 'bad-card-data'],
    ['1234', 'internal'],
  ])('answering %s means %s', async (answer, code) => {
    const provider = await component({ GetVersion: 'GetVersion:0001', GetBasic: answer });
    expect(await codeOf((await provider.open({})).readNhi({}))).toBe(code);
  });

  it('is reported as not installed if it is missing', async () => {
    const provider = officialNhiProvider({ addresses: ['ws://127.0.0.1:1/echo'], WebSocket: NodeWebSocket });
    expect((await provider.probe({})).state).toBe('not-installed');
    expect(await codeOf(provider.open({}))).toBe('component-not-installed');
  });
});

describe('Web Smart Card API', () => {
  const failing = (responseCode: string) => Object.assign(new Error(responseCode), { responseCode });

  function browserWith(card: ReturnType<typeof virtualNhiCard> | null): SmartCardResourceManager {
    return {
      establishContext: () =>
        Promise.resolve({
          listReaders: () => Promise.resolve(['Reader']),
          connect: (_reader, mode) =>
            card === null || (mode as string) !== 'shared'
              ? Promise.reject(failing('no-smartcard'))
              : Promise.resolve({
                  connection: {
                    transmit: async (command) => Uint8Array.from(await card.transmit(command)).buffer,
                    disconnect: () => Promise.resolve(),
                  },
                }),
        }),
    };
  }

  const subject = {
    withCard: () => webSmartCardProvider(browserWith(virtualNhiCard(holder))),
    withoutCard: () => webSmartCardProvider(browserWith(null)),
    absent: () => webSmartCardProvider(undefined),
  };
  it.each(cardProviderContract)('$title', ({ check }) => check(subject));

  it('reads the card with the same script', async () => {
    const session = await webSmartCardProvider(browserWith(virtualNhiCard(holder))).open({});
    expect((await session.readNhi({})).basic).toEqual({ ...holder, nameQuality: 'ok' });
  });

  it('waits, and reports what is missing', async () => {
    const session = await webSmartCardProvider(browserWith(null)).open({});
    expect(await codeOf(session.readNhi({ waitMs: 500 }))).toBe('no-card');
    expect(await codeOf(webSmartCardProvider(undefined).open({}))).toBe('component-not-installed');
  });
});

describe('a simulated reader', () => {
  const subject = {
    withCard: () => simulatedProvider(virtualNhiCard(holder)),
    withoutCard: () => simulatedProvider(),
  };
  it.each(cardProviderContract)('$title', ({ check }) => check(subject));
});

describe('detection', () => {
  const provider = (id: string, probe: CardProvider['probe']): CardProvider => ({
    ...simulatedProvider(),
    id,
    probe,
    open: () => Promise.reject(new Error('detection must not open')),
  });

  it('puts usable providers first, and does not wait for one that hangs', async () => {
    const found = await detectCardProviders(
      [
        provider('absent', () => Promise.resolve({ state: 'not-installed' })),
        provider(
          'hanging',
          ({ signal }) =>
            new Promise((_, reject) =>
              signal?.addEventListener('abort', () => {
                reject(new Error('aborted'));
              }),
            ),
        ),
        provider('asking', () => Promise.resolve({ state: 'needs-permission' })),
        provider('there', () => Promise.resolve({ state: 'ready' })),
      ],
      { timeoutMs: 100 },
    );
    expect(found.map(({ provider: { id }, state }) => `${id}: ${state}`)).toEqual([
      'there: ready',
      'asking: needs-permission',
      'absent: not-installed',
      'hanging: not-installed',
    ]);
  });
});

describe('HiPKI', () => {
  it.each([
    [{ ret_code: 0x76000006 }, 'no-card', null],
    [{ ret_code: 0x76000006 | 0 }, 'no-card', null],
    [{ ret_code: 0x76100006, last_error: 0xa0 }, 'pin-incorrect', null],
    [{ ret_code: 0x76100006, last_error: 0xa4 }, 'pin-locked', null],
    [{ ret_code: 0x76100006, last_error: -2 }, 'pin-incorrect', 2],
    [{ ret_code: 0x76000031 }, 'origin-not-allowed', null],
    [{ ret_code: 1 }, 'internal', null],
  ])('%o is %s', (answer, code, retriesLeft) => {
    const error = hipkiError(answer);
    expect([error.code, error.details['retriesLeft'] ?? null]).toEqual([code, retriesLeft]);
  });

  const browserPath = '/usr/bin/chromium';
  describe.skipIf(!existsSync(browserPath))('in a browser', () => {
    const core = fileURLToPath(new URL('../../dist/', import.meta.url));
    const PAGE = `<!doctype html><script type="module">
      import { hipkiProvider } from '/card/hipki-provider.js';
      window.sign = async (pin, address) => {
        const provider = hipkiProvider({ askPin: async () => pin, address });
        const { state } = await provider.probe({});
        const session = await provider.open({});
        return session.authenticate({ nonce: 'n'.repeat(43) }).then(
          ({ producer, signature }) => [state, producer, signature],
          (error) => [state, error.code, error.details.retriesLeft ?? null],
        );
      };
    </script>`;
    let portal: Server;
    let component: Server;
    let browser: Browser;
    let page: Page;
    const address = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`;

    beforeAll(async () => {
      portal = createServer((request, response) => {
        const path = normalize(request.url ?? '/');
        readFile(join(core, path)).then(
          (body) => response.writeHead(200, { 'content-type': 'text/javascript' }).end(body),
          () => response.writeHead(200, { 'content-type': 'text/html' }).end(PAGE),
        );
      });
      // Sends a greeting, accepts one request and answers it, like the component's window.
      component = createServer((_, response) => {
        response.writeHead(200, { 'content-type': 'text/html' }).end(`<!doctype html><script>
          addEventListener('message', ({ data }) => {
            const { tbs, tbsEncoding, hashAlgorithm, pin } = JSON.parse(data);
            const right = pin === '246810' && tbsEncoding === 'base64' && hashAlgorithm === 'SHA256' && atob(tbs).length === 64;
            opener.postMessage(JSON.stringify(right
              ? { func: 'sign', ret_code: 0, signature: 'c2ln', certb64: 'Y2VydA==' }
              : { func: 'sign', ret_code: 0x76100006, last_error: -2 }), '*');
          });
          opener?.postMessage('{"func":"getTbs"}', '*');
        </script>`);
      });
      for (const server of [portal, component]) {
        await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      }
      browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
      page = await browser.newPage();
      await page.goto(address(portal));
    });
    afterAll(async () => {
      await browser.close();
      portal.close();
      component.close();
    });

    const sign = (pin: string, at: string) =>
      page.evaluate(`sign(${JSON.stringify(pin)}, ${JSON.stringify(at)})`);

    it('signs, reports the remaining attempts, and is reported as not installed if it is missing', async () => {
      expect(await sign('246810', address(component))).toEqual(['ready', 'hipki', 'c2ln']);
      expect(await sign('135790', address(component))).toEqual(['ready', 'pin-incorrect', 2]);
      expect(await sign('12', address(component))).toEqual(['ready', 'pin-format', null]);
      expect(await sign('246810', 'http://localhost:1')).toEqual([
        'not-installed',
        'component-not-installed',
        null,
      ]);
    });
  });
});

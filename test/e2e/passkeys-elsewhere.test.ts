import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createDevelopmentOutbox, createGateway, type Gateway } from '@mhb-kit/gateway';
import puppeteer, { type Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { freePort } from '../free-port.mjs';

/**
 * Where a browser has no WebAuthn (WebKitGTK), or no place to store a key (Firefox on a computer without a
 * platform authenticator), people see the other ways to log in, and no button without effect.
 */

const FIREFOX = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const firefoxMissing = existsSync(FIREFOX) ? null : 'firefox-esr is not installed';

const DRIVER = '/usr/bin/WebKitWebDriver';
const miniBrowser = ['4.1', '4.0', '6.0']
  .map((version) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${version}/MiniBrowser`)
  .find(existsSync);
const XVFB = '/usr/bin/Xvfb';
const webKitMissing =
  !existsSync(DRIVER) || miniBrowser === undefined
    ? 'webkit2gtk-driver is not installed'
    : existsSync(XVFB)
      ? null
      : 'xvfb is not installed';
const titled = (name: string, missing: string | null): string =>
  missing === null ? name : `${name} (skipped: ${missing})`;

/** The content of the page and the abilities of its browser; runs in the page. */
const LOOK = `
  const box = document.querySelector('mhb-login-box')?.shadowRoot;
  const has = 'PublicKeyCredential' in globalThis;
  const capabilities = has ? await PublicKeyCredential.getClientCapabilities?.() : undefined;
  return {
    webAuthn: has,
    somewhere:
      has &&
      ((await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable()) ||
        capabilities?.hybridTransport === true),
    button: box?.querySelector('#passkey') != null,
    password: box?.querySelector('#password') != null,
    links: (box?.querySelectorAll('a[href]').length ?? 0) > 0,
  };
`;
interface Look {
  readonly webAuthn: boolean;
  readonly somewhere: boolean;
  readonly button: boolean;
  readonly password: boolean;
  readonly links: boolean;
}

/** What the page shows on a phone that has scanned the QR code. */
const SHOWN = `
  return [...document.querySelectorAll('main section, main [role=alert], main [role=status]')]
    .filter((each) => each.checkVisibility())
    .map((each) => each.id);
`;

/** Checks a page repeatedly until it shows the expected content. */
async function until<T>(ask: () => Promise<T>, isThere: (found: T) => boolean): Promise<T> {
  for (let round = 0; ; round += 1) {
    const found = await ask();
    if (isThere(found) || round > 300) return found;
    await pause(100);
  }
}

let folder: string;
let gateway: Gateway;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mhb-elsewhere-'));
  const port = await freePort();
  gateway = createGateway({
    dataDirectory: join(folder, 'gateway'),
    port,
    publicUrl: `http://localhost:${port}`,
    recordSource: inventedRecords(),
    registration: { sender: createDevelopmentOutbox(), register: 'records' },
    passkeys: {},
    embedders: [],
  });
  await gateway.start();
});
afterAll(async () => {
  await gateway?.stop();
  await rm(folder, { recursive: true, force: true });
});

describe.skipIf(firefoxMissing !== null)(titled('the login box in Firefox', firefoxMissing), () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await puppeteer.launch({ browser: 'firefox', executablePath: FIREFOX, headless: true });
  });
  afterAll(() => browser?.close());

  it('shows the other login methods, and a passkey button only if a passkey can be stored', async () => {
    const page = await browser.newPage();
    await page.goto(`${gateway.url}/account`);
    const look = (): Promise<Look> => page.evaluate(`(async () => {${LOOK}})()`) as Promise<Look>;
    await until(look, ({ password }) => password);
    // Long enough for a button that appears late.
    await pause(1_500);
    const { webAuthn, somewhere, button, password, links } = await look();
    expect({ webAuthn, somewhere }, 'this Firefox').toEqual({ webAuthn: true, somewhere: false });
    expect({ button, password, links }).toEqual({ button: false, password: true, links: true });
    await page.close();
  });

  it('shows on the page of the QR code that no passkey can be created here', async () => {
    const page = await browser.newPage();
    await page.goto(`${gateway.url}/passkey#ticket=${'a'.repeat(43)}`);
    const shown = (): Promise<string[]> => page.evaluate(`(async () => {${SHOWN}})()`) as Promise<string[]>;
    expect(await until(shown, (ids) => ids.length > 0)).toEqual(['unsupported']);
    await page.close();
  });
});

/** The part of WebDriver (W3C) that is needed here. */
async function startWebKit(): Promise<{
  open(url: string): Promise<void>;
  run<T>(script: string): Promise<T>;
  stop(): Promise<void>;
}> {
  const display = `:${90 + Math.floor(Math.random() * 900)}`;
  const started: ChildProcess[] = [];
  started.push(spawn(XVFB, [display, '-screen', '0', '1280x900x24'], { stdio: 'ignore' }));
  const port = await freePort();
  const env = { ...process.env, DISPLAY: display, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' };
  started.push(spawn(DRIVER, [`--port=${port}`, '--host=127.0.0.1'], { stdio: 'ignore', env }));
  const call = async (path: string, body?: object, method = 'POST'): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { readonly value: unknown };
    if (!answer.ok) throw new Error(`${path}: ${JSON.stringify(value)}`);
    return value;
  };
  await until(
    () => call('/status', undefined, 'GET').catch(() => null),
    (status) => status !== null,
  );
  const options = { binary: miniBrowser, args: ['--automation'] };
  const { sessionId } = (await call('/session', {
    capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
  })) as { readonly sessionId: string };
  return {
    async open(url) {
      await call(`/session/${sessionId}/url`, { url });
    },
    run: (script) =>
      call(`/session/${sessionId}/execute/async`, {
        script: `const done = arguments[0]; (async () => {${script}})().then(done, (error) => done(String(error)));`,
        args: [],
      }) as Promise<never>,
    async stop() {
      await call(`/session/${sessionId}`, undefined, 'DELETE').catch(() => undefined);
      for (const child of started.reverse()) child.kill();
    },
  };
}

describe.skipIf(webKitMissing !== null)(titled('the login box in WebKit', webKitMissing), () => {
  let webKit: Awaited<ReturnType<typeof startWebKit>>;
  beforeAll(async () => {
    webKit = await startWebKit();
  });
  afterAll(() => webKit?.stop());

  it('shows the other login methods and no passkey button without WebAuthn', async () => {
    await webKit.open(`${gateway.url}/account`);
    const look = (): Promise<Look> => webKit.run<Look>(LOOK);
    await until(look, ({ password }) => password);
    await pause(1_500);
    const { webAuthn, button, password, links } = await look();
    expect({ webAuthn, button, password, links }).toEqual({
      webAuthn: false,
      button: false,
      password: true,
      links: true,
    });
  });

  it('shows on the page of the QR code that no passkey can be created here', async () => {
    await webKit.open(`${gateway.url}/passkey#ticket=${'a'.repeat(43)}`);
    const shown = (): Promise<string[]> => webKit.run<string[]>(SHOWN);
    expect(await until(shown, (ids) => ids.length > 0)).toEqual(['unsupported']);
  });
});

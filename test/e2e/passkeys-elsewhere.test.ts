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
import { startWebKit, webKitMissing } from '../webkit/driver.mjs';

/**
 * Where a browser has no WebAuthn (WebKitGTK), or no place to store a key (Firefox on a computer without a
 * platform authenticator), people see only the other ways to log in. The login box does not show a button that would have no effect.
 */

const FIREFOX = process.env['FIREFOX_PATH'] ?? '/usr/bin/firefox-esr';
const firefoxMissing = existsSync(FIREFOX) ? null : 'firefox-esr is not installed';

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

/** The content of the page on a phone that has scanned the QR code. */
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

describe.skipIf(webKitMissing !== null)(titled('the login box in WebKit', webKitMissing), () => {
  let webKit: Awaited<ReturnType<typeof startWebKit>>;
  beforeAll(async () => {
    webKit = await startWebKit();
  });
  afterAll(() => webKit?.stop());

  it('shows the other login methods and no passkey button without WebAuthn', async () => {
    await webKit.open(`${gateway.url}/account`);
    const look = (): Promise<Look> => webKit.run(LOOK);
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
    const shown = (): Promise<string[]> => webKit.run(SHOWN);
    expect(await until(shown, (ids) => ids.length > 0)).toEqual(['unsupported']);
  });
});

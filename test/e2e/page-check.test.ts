import { execFile, execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkPage, describeFinding, findingCodes, type FindingCode } from '@mhb-kit/core/page-check';
import { createGateway, type Gateway } from '@mhb-kit/gateway';
import type { Browser as PlaywrightBrowser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { inventedRecords } from '../../examples/invented-records.mjs';
import { withBrowser, type Browser } from '../../packages/cli/dist/check/browser.js';
import { observePage } from '../../packages/cli/dist/check/observe-page.js';
import { browserExecutable, browserMissing, launchBrowser } from './browser.js';

/**
 * Pages with one fault each, and correct pages, checked by `mhb check` from outside and by `mhb-check.js`
 * from within, with real servers, a real gateway and a real browser. The list of each page's problems is
 * complete, because no false problem may be reported.
 */

const cdn = new URL('../../packages/elements/dist/cdn/', import.meta.url);
const script = readFileSync(new URL('mhb-elements.min.js', cdn));
const axe = readFileSync(new URL('../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');
const hash = `sha384-${createHash('sha384').update(script).digest('base64')}`;
/** A machine without a network has only loopback addresses. */
const outside = Object.values(networkInterfaces())
  .flat()
  .find((each) => each !== undefined && each.family === 'IPv4' && !each.internal)?.address;

interface SeededPage {
  readonly about: string;
  /** The problems that `mhb check` finds. */
  readonly finds: readonly FindingCode[];
  /**
   * The problems that a script in the page can find, if they differ; `null`: the script does not run there.
   */
  readonly within?: readonly FindingCode[] | null;
  readonly at?: 'registered' | 'connect-only' | 'unknown' | 'outside' | 'https';
  readonly headers?: Readonly<Record<string, string>>;
  readonly html: string;
}

const TAG = '<script type="module" src="/mhb/mhb-elements.min.js"></script>';
const BOX = '<mhb-login-box></mhb-login-box>';
const LINK = '<mhb-login-box mode="connect" client-id="hospital" redirect-uri="ORIGIN/back"></mhb-login-box>';
const VIEWER = '<mhb-passbook-viewer></mhb-passbook-viewer>';
const STRICT =
  "default-src 'self'; connect-src 'self' GATEWAY ws://127.0.0.1:*; base-uri 'none'; object-src 'none'; " +
  "require-trusted-types-for 'script'; trusted-types lit-html mhb-workers";
const page = (inside: string, { lang = 'lang="zh-Hant"', head = TAG, gateway = 'GATEWAY' } = {}): string =>
  `<!doctype html><html ${lang}><head><meta charset="utf-8"><title>網頁</title>${head}</head><body>` +
  `<mhb-provider gateway="${gateway}">${inside}</mhb-provider></body></html>`;
const policy = (text: string): Readonly<Record<string, string>> => ({ 'content-security-policy': text });

const wrong: readonly SeededPage[] = [
  {
    about: 'an intranet page over http',
    at: 'outside',
    finds: ['page-insecure'],
    // Browsers do not let such a page connect to the computer itself, where the gateway of this test runs.
    within: ['gateway-unreachable', 'page-insecure'],
    html: page(LINK),
  },
  { about: 'no language', finds: ['page-language-missing'], html: page(BOX, { lang: '' }) },
  {
    about: 'a language in the notation of Java',
    finds: ['page-language-wrong'],
    html: page(BOX, { lang: 'lang="zh_TW"' }),
  },
  { about: 'no script', finds: ['script-missing'], html: page(BOX, { head: '' }) },
  {
    about: 'a script that is not there',
    finds: ['script-unreachable'],
    html: page(BOX, { head: '<script type="module" src="/elsewhere/mhb-elements.min.js"></script>' }),
  },
  {
    about: 'a script that is served as text',
    finds: ['script-wrong-type'],
    html: page(BOX, { head: '<script type="module" src="/text/mhb-elements.min.js"></script>' }),
  },
  {
    about: 'a script tag of the old kind',
    finds: ['script-not-module'],
    html: page(BOX, { head: '<script src="/mhb/mhb-elements.min.js"></script>' }),
  },
  {
    about: 'a script loaded over http on an https page',
    at: 'https',
    finds: ['script-insecure', 'integrity-missing'],
    html: page(LINK, { head: '<script type="module" src="INSECURE/mhb/mhb-elements.min.js"></script>' }),
  },
  {
    about: 'a script on a server without CORS',
    finds: ['script-cors'],
    html: page(BOX, {
      head: `<script type="module" src="CDN/closed/mhb-elements.min.js" integrity="${hash}" crossorigin></script>`,
    }),
  },
  {
    about: 'a policy without the CDN',
    headers: policy(STRICT),
    finds: ['script-policy'],
    html: page(BOX, {
      head: `<script type="module" src="CDN/mhb/mhb-elements.min.js" integrity="${hash}" crossorigin></script>`,
    }),
    // The page's policy also prevents it from reading the CDN.
  },
  {
    about: 'a CDN without a hash',
    finds: ['integrity-missing'],
    html: page(BOX, {
      head: '<script type="module" src="CDN/mhb/mhb-elements.min.js" crossorigin></script>',
    }),
  },
  {
    about: 'the hash of another version',
    finds: ['integrity-wrong'],
    html: page(BOX, {
      head: `<script type="module" src="CDN/mhb/mhb-elements.min.js" integrity="sha384-${'A'.repeat(64)}" crossorigin></script>`,
    }),
  },
  {
    about: 'two copies of the components',
    finds: ['versions-several'],
    html: page(BOX, { head: `${TAG}<script type="module" src="/other/mhb-elements.min.js"></script>` }),
  },
  {
    about: 'a tag that does not exist',
    finds: ['element-unknown'],
    html: page('<mhb-loginbox></mhb-loginbox>'),
  },
  {
    about: 'a component that nobody has registered',
    finds: ['element-undefined'],
    html: page(`<mhb-keypad></mhb-keypad>${BOX}`, {
      head: '<script type="module" src="/partly.js"></script>',
    }),
  },
  {
    about: 'Trusted Types without lit-html',
    headers: policy(STRICT.replace('lit-html ', '')),
    finds: ['trusted-types-lit'],
    html: page(BOX),
  },
  {
    about: 'Trusted Types without the workers',
    headers: policy(STRICT.replace(' mhb-workers', '')),
    finds: ['trusted-types-workers'],
    html: page(`${BOX}${VIEWER}`),
  },
  {
    about: 'a policy against workers',
    headers: policy(`${STRICT}; worker-src 'none'`),
    finds: ['worker-policy'],
    html: page(`${BOX}${VIEWER}`),
  },
  {
    about: 'an isolated page whose workers are not',
    headers: { 'cross-origin-embedder-policy': 'require-corp' },
    finds: ['worker-isolated'],
    html: page(`${BOX}${VIEWER}`),
  },
  {
    about: 'a policy without the gateway',
    headers: policy(STRICT.replace(' GATEWAY', '')),
    finds: ['connect-policy-gateway'],
    html: page(BOX),
  },
  {
    about: 'a policy without the card bridge, in the page',
    finds: ['connect-policy-bridge'],
    html: page(BOX, {
      head: `<meta http-equiv="Content-Security-Policy" content="connect-src 'self' GATEWAY">${TAG}`,
    }),
  },
  {
    about: 'windows that are isolated',
    headers: { 'cross-origin-opener-policy': 'same-origin' },
    finds: ['opener-isolated'],
    html: page(BOX),
  },
  {
    about: 'a sandbox without windows',
    headers: policy('sandbox allow-scripts allow-same-origin allow-forms allow-downloads'),
    finds: ['page-sandboxed'],
    html: page(BOX),
  },
  {
    about: 'a page that may not reach its own computer',
    headers: { 'permissions-policy': 'geolocation=(), loopback-network=()' },
    finds: ['feature-loopback'],
    html: page(BOX),
  },
  {
    about: 'a page that forbids passkeys',
    headers: { 'permissions-policy': 'publickey-credentials-get=()' },
    finds: ['feature-passkey'],
    html: page(BOX),
  },
  {
    about: 'a page that receives by a camera that it forbids',
    headers: { 'permissions-policy': 'camera=(), microphone=()' },
    finds: ['feature-camera'],
    html: page('<mhb-receive></mhb-receive>'),
  },
  {
    about: 'a provider without a gateway',
    finds: ['gateway-missing'],
    html: page(BOX).replace(' gateway="GATEWAY"', ''),
  },
  {
    about: 'a gateway by http',
    at: 'https',
    finds: ['gateway-insecure'],
    // The browser does not even send the request.
    within: ['gateway-insecure', 'gateway-unreachable'],
    html: page(LINK, { gateway: 'INSECURE-GATEWAY' }),
  },
  {
    about: 'a gateway that is not there',
    finds: ['gateway-unreachable'],
    html: page(BOX, { gateway: 'http://127.0.0.1:9' }),
  },
  {
    about: 'a gateway with a path',
    finds: ['gateway-other'],
    html: page(BOX, { gateway: 'GATEWAY/v1' }),
    within: ['gateway-other'],
  },
  {
    about: 'an origin that is not registered',
    at: 'unknown',
    finds: ['gateway-unregistered'],
    html: page(BOX),
  },
  {
    about: 'a proxy that removes headers',
    finds: ['gateway-cors'],
    html: page(BOX, { gateway: 'CDN/proxy' }),
  },
  {
    about: 'a hospital whose login box takes passwords',
    at: 'connect-only',
    finds: ['login-not-direct'],
    html: page(BOX),
  },
  {
    about: 'connect mode without a client-id',
    finds: ['client-id-missing'],
    html: page('<mhb-login-box mode="connect"></mhb-login-box>'),
  },
  {
    about: 'a way back to another origin',
    finds: ['redirect-elsewhere', 'connect-unregistered'],
    within: ['redirect-elsewhere'],
    html: page(LINK.replace('ORIGIN', 'https://www.example.tw')),
  },
  {
    about: 'a client-id that nobody knows',
    finds: ['connect-unregistered'],
    within: [],
    html: page(LINK.replace('client-id="hospital"', 'client-id="hopsital"')),
  },
  {
    about: 'an old framework that replaces built-in functions',
    finds: ['built-ins-replaced'],
    html: page(BOX, {
      head: `<script>Array.from = function (list) { return list ? Array.prototype.slice.call(list) : []; };</script>${TAG}`,
    }),
  },
];

const right: readonly SeededPage[] = [
  { about: 'direct login without a policy', html: page(`${BOX}${VIEWER}`), finds: [] },
  {
    about: 'direct login with the documented policy',
    headers: policy(STRICT),
    html: page(`${BOX}${VIEWER}`),
    finds: [],
  },
  {
    about: 'connect mode with a policy without the bridge, and isolated windows',
    headers: {
      ...policy(STRICT.replace(' ws://127.0.0.1:*', '')),
      'cross-origin-opener-policy': 'same-origin',
    },
    html: page(`${LINK}<mhb-request-table></mhb-request-table>${VIEWER}`),
    finds: [],
  },
  {
    about: 'connect mode at a hospital',
    at: 'connect-only',
    html: page(LINK.replace('hospital', 'portal')),
    finds: [],
  },
  {
    about: 'a CDN with its hash, and the policy for it',
    headers: policy(STRICT.replace("default-src 'self'", "default-src 'self'; script-src 'self' CDN")),
    html: page(BOX, {
      head: `<script type="module" src="CDN/mhb/mhb-elements.min.js" integrity="${hash}" crossorigin></script>`,
    }),
    finds: [],
  },
  {
    about: 'a policy with a nonce',
    headers: policy("script-src 'nonce-abc' 'strict-dynamic'; object-src 'none'; base-uri 'none'"),
    html: page(BOX, { head: TAG.replace('<script', '<script nonce="abc"') }),
    finds: [],
  },
  { about: 'an English page', html: page(BOX, { lang: 'lang="en"' }), finds: [] },
  {
    about: 'the viewer alone, without a gateway',
    headers: policy(
      "default-src 'self'; require-trusted-types-for 'script'; trusted-types lit-html mhb-workers",
    ),
    html: `<!doctype html><html lang="zh-TW"><title>檢視器</title>${TAG}${VIEWER}</html>`,
    finds: [],
  },
  {
    about: 'an isolated page whose files are isolated too',
    headers: {
      'cross-origin-opener-policy': 'same-origin-allow-popups',
      'cross-origin-embedder-policy': 'require-corp',
    },
    html: page(`${BOX}${VIEWER}`, { head: TAG.replace('/mhb/', '/isolated/') }),
    finds: [],
  },
  { about: 'https', at: 'https', html: page(LINK), finds: [] },
  {
    about: 'a component that is given its client by a script, and an old policy beside it',
    headers: { 'permissions-policy': 'camera=(self), loopback-network=(self "https://a.example.tw")' },
    html: `<!doctype html><html lang="zh-Hant"><title>網頁</title>${TAG}${BOX}
      <script>document.querySelector('mhb-login-box').client = { session: null, addEventListener() {}, removeEventListener() {}, getService: () => new Promise(() => {}) };</script></html>`,
    finds: [],
  },
];

describe.skipIf(browserMissing !== null)('mhb check and mhb-check.js', () => {
  let folder: string;
  let site: Server;
  let secure: Server;
  let other: Server;
  let gateway: Gateway;
  let origins: Readonly<Record<string, string>>;
  let playwright: PlaywrightBrowser;
  const pages = [...wrong, ...right];

  const filled = (text: string, origin: string): string =>
    text
      .replaceAll('INSECURE-GATEWAY', `http://${outside}:${new URL(gateway.url).port}`)
      .replaceAll('INSECURE', `http://${outside}:${(other.address() as AddressInfo).port}`)
      .replaceAll('GATEWAY', `http://localhost:${new URL(gateway.url).port}`)
      .replaceAll('CDN', `http://127.0.0.1:${(other.address() as AddressInfo).port}`)
      .replaceAll('ORIGIN', origin);

  const file = (name: string, response: ServerResponse, headers: Readonly<Record<string, string>>): void => {
    try {
      response.writeHead(200, headers).end(readFileSync(new URL(name, cdn)));
    } catch {
      response.writeHead(404).end();
    }
  };
  const JS = { 'content-type': 'text/javascript' };

  /** The hospital's server: `/page/3` is one of the pages, `/page/3?check` the same with `mhb-check.js`. */
  const serve = (request: IncomingMessage, response: ServerResponse): void => {
    const origin = `${'encrypted' in request.socket ? 'https' : 'http'}://${request.headers.host}`;
    const { pathname, search } = new URL(request.url ?? '/', origin);
    const [, place = '', name = ''] = pathname.split('/');
    const seeded = place === 'page' ? pages[Number(name)] : undefined;
    if (seeded !== undefined) {
      const added = `<script type="module" src="/mhb/mhb-check.js" nonce="abc"></script>`;
      const html = search === '' ? seeded.html : seeded.html.replace('</html>', `${added}</html>`);
      for (const [header, value] of Object.entries(seeded.headers ?? {}))
        response.setHeader(header, filled(value, origin));
      response.setHeader('content-type', 'text/html; charset=utf-8').end(filled(html, origin));
    } else if (place === 'mhb' || place === 'other') file(name, response, JS);
    else if (place === 'text') file(name, response, { 'content-type': 'text/plain' });
    else if (place === 'isolated')
      file(name, response, { ...JS, 'cross-origin-embedder-policy': 'require-corp' });
    else if (place === 'partly.js')
      response
        .writeHead(200, JS)
        .end(
          "for (const tag of ['provider', 'login-box']) customElements.define(`mhb-${tag}`, class extends HTMLElement {}); ",
        );
    else response.writeHead(404).end();
  };

  /** Another origin: a CDN, open and closed, and a proxy before the gateway that removes headers. */
  const serveElsewhere = (request: IncomingMessage, response: ServerResponse): void => {
    const [, place = '', name = ''] = (request.url ?? '').split('/');
    if (place === 'mhb') file(name, response, { ...JS, 'access-control-allow-origin': '*' });
    else if (place === 'closed') file(name, response, JS);
    else if (place === 'proxy')
      fetch(`${gateway.url}/v1/service`)
        .then((answer) => answer.text())
        .then((text) => response.writeHead(200, { 'content-type': 'application/json' }).end(text))
        .catch(() => response.writeHead(502).end());
    else response.writeHead(404).end();
  };

  const listen = async (server: Server): Promise<number> => {
    await new Promise<void>((resolve) => server.listen(0, resolve));
    return (server.address() as AddressInfo).port;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'mhb-page-check-'));
    execFileSync(
      'openssl',
      [
        ...[
          'req',
          '-x509',
          '-newkey',
          'ec',
          '-pkeyopt',
          'ec_paramgen_curve:prime256v1',
          '-nodes',
          '-days',
          '2',
        ],
        ...['-subj', '/CN=localhost', '-keyout', join(folder, 'key.pem'), '-out', join(folder, 'cert.pem')],
      ],
      { stdio: 'ignore' },
    );
    const [key, cert] = [readFileSync(join(folder, 'key.pem')), readFileSync(join(folder, 'cert.pem'))];
    site = createServer(serve);
    secure = createSecureServer({ key, cert }, serve);
    other = createServer(serveElsewhere);
    const [port, securePort] = [await listen(site), await listen(secure), await listen(other)];
    origins = {
      registered: `http://localhost:${port}`,
      'connect-only': `http://portal.localhost:${port}`,
      unknown: `http://127.0.0.1:${port}`,
      outside: `http://${outside}:${port}`,
      https: `https://localhost:${securePort}`,
    };
    gateway = createGateway({
      dataDirectory: join(folder, 'gateway'),
      host: '0.0.0.0',
      port: 0,
      recordSource: inventedRecords(),
      embedders: [
        {
          id: 'hospital',
          name: '仁愛醫院',
          origins: Object.entries(origins).flatMap(([name, origin]) =>
            ['registered', 'outside', 'https'].includes(name) ? [origin] : [],
          ),
          login: ['direct', 'connect'],
          redirectUris: ['registered', 'outside', 'https'].map((name) => `${origins[name]}/back`),
        },
        {
          id: 'portal',
          name: '明德醫院',
          origins: [origins['connect-only'] ?? ''],
          redirectUris: [`${origins['connect-only']}/back`],
        },
      ],
    });
    await gateway.start();
    playwright = await launchBrowser();
  });

  afterAll(async () => {
    await playwright?.close();
    await gateway?.stop();
    for (const server of [site, secure, other]) {
      server?.closeAllConnections();
      server?.close();
    }
    await rm(folder, { recursive: true, force: true });
  });

  const addressOf = (seeded: SeededPage): string =>
    `${origins[seeded.at ?? 'registered']}/page/${pages.indexOf(seeded)}`;
  const here = pages.filter(({ at }) => at !== 'outside' || outside !== undefined);

  it('finds the planted fault of each page, and nothing else', async () => {
    expect(wrong.length).toBeGreaterThanOrEqual(25);
    expect(right.length).toBeGreaterThanOrEqual(10);
    const { signal } = new AbortController();
    const look = async (browser: Browser, seeded: SeededPage): Promise<readonly FindingCode[]> => {
      const { observation } = await observePage(addressOf(seeded), {
        browser,
        gateway: undefined,
        acceptAnyCertificate: true,
        signal,
      });
      // The page is not responsible for whether a bridge runs on this computer.
      return checkPage({ ...observation, bridge: 'not-looked-for' }).map(({ code }) => code);
    };
    const found = await withBrowser(
      { path: browserExecutable, acceptAnyCertificate: true, signal },
      async (browser) => {
        const all: [string, readonly FindingCode[]][] = [];
        for (let at = 0; at < here.length; at += 4)
          all.push(
            ...(await Promise.all(
              here
                .slice(at, at + 4)
                .map(async (each) => [each.about, await look(browser, each)] as [string, FindingCode[]]),
            )),
          );
        return all;
      },
    );
    const sorted = (codes: readonly FindingCode[]): readonly FindingCode[] => [...new Set(codes)].sort();
    expect(Object.fromEntries(found.map(([about, codes]) => [about, sorted(codes)]))).toEqual(
      Object.fromEntries(here.map(({ about, finds }) => [about, sorted(finds)])),
    );
  });

  it('says what to do in both languages', () => {
    for (const code of findingCodes) {
      const [zh, en] = [describeFinding(code, 'zh-TW'), describeFinding(code, 'en')];
      expect(zh.message + zh.remedy, code).toMatch(/\p{Script=Han}/u);
      expect(en.message, code).toMatch(/^[A-Z].*\.$/);
      expect(en.remedy, code).toMatch(/\.$/);
    }
    const seeded = new Set(wrong.flatMap(({ finds }) => finds));
    expect(findingCodes.filter((code) => !seeded.has(code))).toEqual(['bridge-refuses']);
  });

  it('finds the same faults from within the page, if browsers report them to pages', async () => {
    const context = await playwright.newContext({ ignoreHTTPSErrors: true });
    const look = async (seeded: SeededPage): Promise<readonly [string, readonly string[]]> => {
      const tab = await context.newPage();
      const asked: string[] = [];
      tab.on('request', (request) => asked.push(request.url()));
      await tab.goto(`${addressOf(seeded)}?check`);
      const panel = tab.locator('#mhb-check');
      await panel.locator('ol, .quiet').first().waitFor();
      const codes = await panel.locator('small').allTextContents();
      await tab.close();
      return [seeded.about, [...new Set(codes)].sort()];
    };
    const told = here.filter(({ within }) => within !== null);
    const found: (readonly [string, readonly string[]])[] = [];
    for (let at = 0; at < told.length; at += 4)
      found.push(...(await Promise.all(told.slice(at, at + 4).map(look))));
    await context.close();
    expect(Object.fromEntries(found)).toEqual(
      Object.fromEntries(told.map(({ about, finds, within }) => [about, [...(within ?? finds)].sort()])),
    );
  });

  it('shows a panel that everyone can read, on phones and desktops', async () => {
    const seeded = wrong.find(({ finds }) => finds.includes('connect-policy-gateway'));
    if (seeded === undefined) throw new Error('No page');
    const folderOfPictures = process.env['MHB_SCREENSHOTS'];
    for (const width of [320, 390, 1280])
      for (const colorScheme of ['light', 'dark'] as const) {
        const context = await playwright.newContext({ viewport: { width, height: 844 }, colorScheme });
        const tab = await context.newPage();
        await tab.goto(`${addressOf(seeded)}?check`);
        const panel = tab.locator('#mhb-check');
        await panel.locator('ol').waitFor();
        for (const language of ['zh', 'en']) {
          await panel.locator('details summary').click();
          if (folderOfPictures !== undefined)
            await tab.screenshot({
              path: join(folderOfPictures, `panel-${width}-${colorScheme}-${language}.png`),
            });
          const box = await panel.locator('section').boundingBox();
          expect(box?.x, `${width}`).toBeGreaterThanOrEqual(0);
          expect((box?.x ?? 0) + (box?.width ?? 0), `${width}`).toBeLessThanOrEqual(width);
          await tab.evaluate(axe);
          const found = await tab.evaluate(async () => {
            const { violations } = await (
              globalThis as unknown as {
                axe: {
                  run: (
                    where: string,
                  ) => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
                };
              }
            ).axe.run('#mhb-check');
            return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
          });
          expect(found, `${language}, ${width} pixels, ${colorScheme}`).toEqual([]);
          await panel.locator('header button').first().click();
        }
        await context.close();
      }
  });

  it('answers scripts by exit code and JSON', async () => {
    const program = fileURLToPath(new URL('../../packages/cli/dist/bin/mhb.js', import.meta.url));
    const mhb = (...args: readonly string[]): Promise<{ code: number; stdout: string; stderr: string }> =>
      new Promise((resolve) => {
        const env = { ...process.env, CHROME_PATH: browserExecutable, LANG: 'C' };
        execFile(process.execPath, [program, 'check', ...args], { env }, (error, stdout, stderr) => {
          resolve({ code: typeof error?.code === 'number' ? error.code : 0, stdout, stderr });
        });
      });
    const [first, second] = [wrong[1], right[2]];
    if (first === undefined || second === undefined) throw new Error('No pages');
    const bad = await mhb(addressOf(first), '--json');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.stdout)).toMatchObject({
      looked: 'page',
      findings: expect.arrayContaining([
        expect.objectContaining({ code: 'page-language-missing', severity: 'warning', where: null }),
      ]),
    });
    const good = await mhb(addressOf(second), '--lang', 'zh');
    expect(good).toMatchObject({ code: 0, stdout: expect.stringContaining('沒有發現問題') });
    const headers = await mhb(addressOf(second), '--headers-only', '--gateway', 'http://127.0.0.1:9');
    expect(headers).toMatchObject({
      code: 1,
      stdout: expect.stringMatching(/gateway-unreachable[^]*only the headers and the gateway/),
    });
    // A report on the headers alone must not make people believe that the page was checked.
    const partly = await mhb(addressOf(second), '--headers-only', '--lang', 'en');
    expect(partly).toMatchObject({ code: 3, stdout: expect.stringContaining('page itself was not checked') });
    expect(await mhb('http://127.0.0.1:9/')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('page-unreachable'),
    });
    expect(await mhb(addressOf(second), '--browser', '/nowhere/chromium')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('browser-failed'),
    });
  });
});

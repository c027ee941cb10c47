import { DEFAULT_BRIDGE_PORTS } from '@mhb-kit/core/card';
import { MhbError } from '@mhb-kit/core/error';
import {
  observeDocument,
  type BridgeObservation,
  type DocumentObservation,
  type GatewayObservation,
  type NoteCode,
  type PageObservation,
  type ScriptObservation,
} from '@mhb-kit/core/page-check';
import { createHash } from 'node:crypto';
import { ask, type Answer, type AskOptions } from './ask.js';
import type { Browser, Tab } from './browser.js';

export interface ObserveOptions {
  /** The browser that loads the page, or `null` to check only the headers. */
  readonly browser: Browser | null;
  /** A gateway to check in addition to those that the page specifies. */
  readonly gateway: string | undefined;
  readonly acceptAnyCertificate: boolean;
  readonly signal: AbortSignal;
}

export interface Observed {
  readonly observation: PageObservation;
  readonly notes: readonly NoteCode[];
}

/**
 * Observes from outside how a browser loads a page, and how the servers that the page needs respond.
 * @throws {MhbError} `page-unreachable`
 */
export async function observePage(url: string, options: ObserveOptions): Promise<Observed> {
  const seen =
    options.browser === null ? await seeHeaders(url, options) : await seeInBrowser(url, options.browser);
  const { document } = seen;
  const origin = new URL(seen.url).origin;
  const asPage: AskOptions = { ...options, origin };
  const gateways = [
    ...new Set([...(document?.gateways ?? []), ...(options.gateway === undefined ? [] : [options.gateway])]),
  ];
  const [scripts, gatewaysSeen, bridge] = await Promise.all([
    Promise.all(filesOf(document).map((file) => seeScript(file, asPage))),
    Promise.all(gateways.map((gateway) => seeGateway(gateway, document, asPage))),
    seeBridge(asPage),
  ]);
  return {
    observation: { ...seen, scripts, gateways: gatewaysSeen, bridge },
    notes: [
      ...(options.browser === null ? (['no-browser'] as const) : []),
      ...(document !== null && document.components.length === 0 ? (['no-component'] as const) : []),
      ...(document !== null && bridge === 'absent' && document.logins.some(({ mode }) => mode === 'direct')
        ? (['bridge-absent'] as const)
        : []),
    ],
  };
}

type Seen = Pick<PageObservation, 'url' | 'headers' | 'document'>;

const unreachable = (cause?: unknown): MhbError =>
  new MhbError('page-unreachable', 'The page does not respond', { cause });

async function seeHeaders(url: string, options: AskOptions): Promise<Seen> {
  const answer = await ask(url, { ...options, accept: 'text/html' });
  if (answer === null || answer.status >= 400) throw unreachable();
  return { url: answer.url, headers: answer.headers, document: null };
}

/** Time limits: first for the page to load, and then for its scripts to define the components. */
const LOAD_MS = 20_000;
const SETTLE_MS = 3_000;
const LOOK_EVERY_MS = 250;

const pause = (milliseconds: number): Promise<void> =>
  new Promise((resolve) => {
    // The browser's pipes keep the process alive for as long as necessary, so this timer must not do so.
    setTimeout(resolve, milliseconds).unref();
  });

function seeInBrowser(url: string, browser: Browser): Promise<Seen> {
  return browser.withTab(async (tab) => {
    await Promise.all([tab.call('Page.enable'), tab.call('Network.enable'), tab.call('Runtime.enable')]);
    let headers: Readonly<Record<string, string>> | null = null;
    let status = 0;
    let frame: unknown = null;
    const loaded = new Promise<void>((resolve) => {
      tab.on('Page.loadEventFired', () => {
        resolve();
      });
    });
    tab.on('Network.responseReceived', ({ type, frameId, response }) => {
      if (type !== 'Document' || (frame !== null && frameId !== frame)) return;
      const answer = response as {
        readonly status: number;
        readonly headers: Readonly<Record<string, string>>;
      };
      status = answer.status;
      // DevTools separates several headers with the same name by line breaks.
      headers = Object.fromEntries(
        Object.entries(answer.headers).map(([name, value]) => [
          name.toLowerCase(),
          value.replaceAll('\n', ', '),
        ]),
      );
    });
    const { frameId, errorText } = await tab.call('Page.navigate', { url });
    frame = frameId;
    if (errorText !== undefined) throw unreachable(errorText);
    await Promise.race([loaded, pause(LOAD_MS)]);
    if (status >= 400) throw unreachable(status);
    const document = await settled(tab);
    return { url: await addressOf(tab, url), headers, document };
  });
}

const addressOf = async (tab: Tab, url: string): Promise<string> => {
  const { result } = await tab.call('Runtime.evaluate', { expression: 'location.href' });
  return String((result as { readonly value?: unknown }).value ?? url)
    .split('#', 1)
    .join();
};

/** Observes the document repeatedly until every component is defined or the time limit for scripts is reached. */
async function settled(tab: Tab): Promise<DocumentObservation> {
  const deadline = Date.now() + SETTLE_MS;
  for (;;) {
    const { result } = await tab.call('Runtime.evaluate', {
      expression: `(${observeDocument.toString()})()`,
      returnByValue: true,
    });
    const document = (result as { readonly value?: DocumentObservation }).value;
    if (document === undefined) throw unreachable();
    const { components } = document;
    const done = components.length > 0 && components.every(({ isDefined }) => isDefined);
    if (done || Date.now() > deadline) return document;
    await pause(LOOK_EVERY_MS);
  }
}

const WORKERS = ['archive-worker.js', 'passbook-worker.js'];

/** Returns the addresses of our scripts on the page, and of their workers. */
function filesOf(document: DocumentObservation | null): readonly string[] {
  const scripts = (document?.scripts ?? []).map(({ url }) => url);
  const workers = scripts
    .filter((url) => url.includes('/mhb-elements.'))
    .flatMap((url) => WORKERS.map((name) => new URL(name, url).href));
  return [...new Set([...scripts, ...workers])];
}

/** Checks whether a page with this origin may read the response. */
const isReadable = ({ headers }: Answer, origin: string | undefined): boolean =>
  ['*', origin].includes(headers['access-control-allow-origin']);

async function seeScript(url: string, options: AskOptions): Promise<ScriptObservation> {
  const answer = await ask(url, options);
  const hash = (algorithm: string): string =>
    createHash(algorithm)
      .update(answer?.body ?? '')
      .digest('base64');
  return {
    url,
    status: answer?.status ?? null,
    mediaType: answer?.headers['content-type'] ?? null,
    allowsOrigin: answer === null ? null : isReadable(answer, options.origin),
    hashes:
      answer?.status === 200
        ? { sha256: hash('sha256'), sha384: hash('sha384'), sha512: hash('sha512') }
        : {},
    embedderPolicy: answer?.headers['cross-origin-embedder-policy'] ?? null,
  };
}

async function seeGateway(
  url: string,
  document: DocumentObservation | null,
  options: AskOptions,
): Promise<GatewayObservation> {
  const base = url.endsWith('/') ? url : `${url}/`;
  const answer = await ask(`${base}v1/service`, { ...options, accept: 'application/json' });
  const said = answer === null ? {} : jsonOf(answer);
  const isRefused = said['code'] === 'embedder-not-registered';
  const isGateway = isRefused || (answer?.status === 200 && Array.isArray(said['loginMethods']));
  const targets = isGateway && !isRefused ? targetsOf(document) : [];
  const unknown = await Promise.all(
    targets.map(async ({ clientId, redirectUri }) => {
      const page = await ask(authorizationAt(base, clientId, redirectUri), {
        ...options,
        accept: 'text/html',
      });
      return page?.status === 400 ? [`${clientId} → ${redirectUri}`] : [];
    }),
  );
  return {
    url,
    answers: answer === null ? 'nobody' : isGateway ? 'gateway' : 'other',
    isRegistered: isGateway ? !isRefused : null,
    allowsOrigin: answer === null || !isGateway ? null : isReadable(answer, options.origin),
    loginWays: waysOf(said['loginWays']),
    unknownTargets: unknown.flat(),
  };
}

const waysOf = (value: unknown): readonly string[] | null =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : null;

function jsonOf({ body }: Answer): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  } catch {
    return {};
  }
}

interface Target {
  readonly clientId: string;
  readonly redirectUri: string;
}

const targetsOf = (document: DocumentObservation | null): readonly Target[] =>
  (document?.logins ?? []).flatMap(({ mode, clientId, redirectUri }) =>
    mode === 'connect' && clientId !== null && clientId !== '' ? [{ clientId, redirectUri }] : [],
  );

/** Returns the address of the page on which a person would allow this website. Requesting it has no effect. */
function authorizationAt(base: string, clientId: string, redirectUri: string): string {
  const anyHash = 'A'.repeat(43);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope: 'requests',
    state: 'page.mhb-check',
    code_challenge: anyHash,
    code_challenge_method: 'S256',
    dpop_jkt: anyHash,
  });
  return `${base}connect/authorize?${query}`;
}

async function seeBridge(options: AskOptions): Promise<BridgeObservation> {
  const answers = await Promise.all(
    DEFAULT_BRIDGE_PORTS.map((port) => ask(`http://127.0.0.1:${port}/v1/health`, options)),
  );
  if (answers.some((answer) => answer !== null && jsonOf(answer)['service'] === 'card-bridge'))
    return 'serves';
  return answers.some((answer) => answer?.status === 403) ? 'refuses' : 'absent';
}

import {
  allowsConnection,
  observeDocument,
  type BridgeObservation,
  type DocumentObservation,
  type GatewayObservation,
  type NoteCode,
  type PageObservation,
  type ScriptObservation,
} from '@mhb-kit/core/page-check';

export interface Observed {
  readonly observation: PageObservation;
  readonly notes: readonly NoteCode[];
}

/**
 * Observes the page from within, as `mhb check` does from outside. Requests the page, its scripts and its gateway
 * again to read the response headers. Sends no data.
 */
export async function observeHere(): Promise<Observed> {
  const document = observeDocument();
  const url = location.href.split('#', 1).join();
  const answer = await get(url, { credentials: 'same-origin' });
  const headers = answer === null ? null : Object.fromEntries(answer.headers);
  const mayConnect = (address: string): boolean => allowsConnection({ url, headers, document }, address);
  const [scripts, gateways, bridge] = await Promise.all([
    Promise.all(filesOf(document).map(seeScript)),
    Promise.all(document.gateways.map((gateway) => seeGateway(gateway, mayConnect))),
    seeBridge(mayConnect),
  ]);
  return {
    observation: { url, headers, document, scripts: scripts.flat(), gateways, bridge },
    notes: [
      ...(headers === null ? (['no-headers'] as const) : []),
      ...(document.components.length === 0 ? (['no-component'] as const) : []),
      ...(gateways.some(({ url: gateway }) => !mayConnect(gateway)) ? (['gateway-policy'] as const) : []),
    ],
  };
}

const get = (url: string, options: RequestInit = {}): Promise<Response | null> =>
  fetch(url, { credentials: 'omit', cache: 'no-cache', ...options }).catch(() => null);

/** Checks whether any server responds at the address, even if the page is not allowed to read the response. */
const isThere = async (url: string): Promise<boolean> => (await get(url, { mode: 'no-cors' })) !== null;

const WORKERS = ['archive-worker.js', 'passbook-worker.js'];

function filesOf({ scripts }: DocumentObservation): readonly string[] {
  const urls = scripts.map(({ url }) => url);
  const workers = urls
    .filter((url) => url.includes('/mhb-elements.') && url.startsWith(`${location.origin}/`))
    .flatMap((url) => WORKERS.map((name) => new URL(name, url).href));
  return [...new Set([...urls, ...workers])];
}

/** Returns an empty list if it is not known why the script cannot be read. */
async function seeScript(url: string): Promise<readonly ScriptObservation[]> {
  const answer = await get(url);
  if (answer === null) {
    if (url.startsWith(`${location.origin}/`) || !(await isThere(url))) return [];
    return [
      {
        url,
        status: 200,
        mediaType: 'text/javascript',
        allowsOrigin: false,
        hashes: {},
        embedderPolicy: null,
      },
    ];
  }
  return [
    {
      url,
      status: answer.status,
      mediaType: answer.headers.get('content-type'),
      allowsOrigin: true,
      hashes: answer.ok ? await hashesOf(await answer.arrayBuffer()) : {},
      embedderPolicy: answer.headers.get('cross-origin-embedder-policy'),
    },
  ];
}

async function hashesOf(bytes: ArrayBuffer): Promise<Readonly<Record<string, string>>> {
  // Browsers provide `crypto.subtle` only on secure pages.
  if (!('subtle' in crypto)) return {};
  const hashes = ['SHA-256', 'SHA-384', 'SHA-512'].map(async (name) => {
    const digest = new Uint8Array(await crypto.subtle.digest(name, bytes));
    return [name.replace('-', '').toLowerCase(), btoa(String.fromCharCode(...digest))] as const;
  });
  return Object.fromEntries(await Promise.all(hashes));
}

async function seeGateway(url: string, mayConnect: (url: string) => boolean): Promise<GatewayObservation> {
  const nothing = {
    url,
    answers: null,
    isRegistered: null,
    allowsOrigin: null,
    loginWays: null,
    unknownTargets: [],
  };
  if (!URL.canParse(url) || !mayConnect(url)) return nothing;
  const service = new URL('v1/service', url.endsWith('/') ? url : `${url}/`).href;
  const answer = await get(service);
  if (answer === null)
    return (await isThere(service)) ? { ...nothing, allowsOrigin: false } : { ...nothing, answers: 'nobody' };
  const said = (await answer.json().catch(() => ({}))) as {
    readonly code?: unknown;
    readonly loginMethods?: unknown;
    readonly loginWays?: unknown;
  };
  if (said.code === 'embedder-not-registered') return { ...nothing, answers: 'gateway', isRegistered: false };
  if (!answer.ok || !Array.isArray(said.loginMethods)) return { ...nothing, answers: 'other' };
  return {
    ...nothing,
    answers: 'gateway',
    isRegistered: true,
    allowsOrigin: true,
    loginWays: Array.isArray(said.loginWays) ? (said.loginWays as readonly string[]) : null,
  };
}

/**
 * Looks for the card bridge, but only if the browser has already granted permission and therefore does not ask the
 * person.
 */
async function seeBridge(mayConnect: (url: string) => boolean): Promise<BridgeObservation> {
  const address = 'ws://127.0.0.1:17788/v1/ws';
  if (!mayConnect(address) || (await permission()) !== 'granted') return 'not-looked-for';
  return new Promise((resolve) => {
    try {
      const socket = new WebSocket(address, 'card-bridge.v1');
      socket.addEventListener('open', () => {
        socket.close();
        resolve('serves');
      });
      // Either nothing is listening, or the connection is refused. A page cannot tell these cases apart.
      socket.addEventListener('error', () => {
        resolve('not-looked-for');
      });
    } catch {
      resolve('not-looked-for');
    }
  });
}

async function permission(): Promise<string> {
  for (const name of ['loopback-network', 'local-network-access']) {
    try {
      return (await navigator.permissions.query({ name: name as PermissionName })).state;
    } catch {
      // The browser does not know any permission with this name.
    }
  }
  return 'unknown';
}

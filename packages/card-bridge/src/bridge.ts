import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { runAll } from '@mhb-kit/core/calls';
import { MhbError } from '@mhb-kit/core/error';
import {
  BRIDGE_CLOSE,
  BRIDGE_MAX_FRAME_BYTES,
  BRIDGE_SUBPROTOCOL,
  DEFAULT_BRIDGE_PORTS,
  type ReaderInfo,
} from '@mhb-kit/core/card';
import { pino, type Logger } from 'pino';
import { WebSocketServer, type WebSocket } from 'ws';
import { signedByOperator, type OperatorKey } from './installation/operator-key.js';
import { BRIDGE_VERSION } from './installation/own-parts.js';
import { CardReaders } from './pcsc/card-readers.js';
import { Browsers } from './consent/browsers.js';
import { Grants } from './consent/grants.js';
import { RecentUses } from './consent/recent-uses.js';
import type { KeptSite, SiteStore } from './consent/site-store.js';
import { WindowDesk } from './consent/window-desk.js';
import { loadDeviceKey, replaceDeviceKey, type BridgePublicJwk } from './storage/device-key.js';
import { PinBudget } from './pkcs11/authenticate.js';
import type { CertificateCards } from './pkcs11/certificate-cards.js';
import type { PcscPort } from './pcsc/port.js';
import {
  checkAllowedOrigins,
  isLoopbackAddress,
  isOwnHost,
  mayLoadWindowFile,
  type AllowedOrigin,
} from './server/admission.js';
import { belongsToSomebodyElse } from './server/peer.js';
import type { Updates } from './server/updates.js';
import { PageConnection } from './server/page-connection.js';
import type { Finding } from './server/overview.js';
import { performWindowAction, type WindowControls } from './server/window-actions.js';
import { windowFile } from './server/window-pages.js';
import { readJson, writeJson } from './storage/private-file.js';

export interface BridgeOptions {
  /** The source of readers: `systemPcscPort()`, or `virtualPcscPort(…)` on a machine without PC/SC. */
  readonly pcsc: PcscPort;
  /** The source of certificate cards, such as `pkcs11CertificateCards(path)`. Defaults to none. */
  readonly certificateCards?: CertificateCards;
  /** The sites that may use the bridge. The bridge refuses all other sites. */
  readonly origins: readonly AllowedOrigin[];
  /**
   * The store that lets the person add and remove their own sites in the bridge's window. Without a store,
   * the window cannot change the sites in `origins`.
   */
  readonly sites?: SiteStore;
  /** The operator's key. Links signed with it can suggest a site for the person to add. Defaults to none. */
  readonly operatorKey?: OperatorKey;
  /** The source of newer versions. Defaults to none. */
  readonly updates?: Updates;
  /** Finds out what the bridge needs but this computer lacks. The language is `zh-TW` or `en`. */
  readonly check?: (language: string) => Promise<readonly Finding[]>;
  /** The folder for keys, grants, and known browsers. If it is missing, it is created with mode 0700. */
  readonly dataDir: string;
  /** The ports to try, in order. Defaults to {@link DEFAULT_BRIDGE_PORTS}. `[0]` selects any free port. */
  readonly ports?: readonly number[];
  /** The log, which never receives personal data. Defaults to no log. */
  readonly logger?: Logger;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface Bridge {
  /** Starts watching the readers and listening on 127.0.0.1. */
  start(): Promise<void>;
  /** Closes every connection with 1013 and releases the readers. */
  stop(): Promise<void>;
  /** @throws if the bridge has not been started */
  readonly address: { readonly port: number; readonly url: string };
  /** The public key with which an operator enrolls this bridge with a gateway. */
  readonly publicJwk: BridgePublicJwk;
  readers(): readonly ReaderInfo[];
  /**
   * Creates a one-time link that registers a browser. With `consent: 'ask'` this is required, because only a
   * registered browser can answer in the bridge's window.
   */
  browserLink(): Promise<string>;
}

/** Time limit for the popup to name the page that it serves. The popup already knows the page when it connects. */
const INTRODUCTION_MS = 3000;
/** Maximum length of a request body that the bridge's window sends. */
const MAX_BODY_BYTES = 4096;
/** Type of the JWS in an operator's link. The link suggests a site for the person to add: `{"origin": …}`. */
const SITE_TYPE = 'mhb-card-bridge-site+jwt';
/** Name of the file that tells `mhb-card-bridge pair` the address of the running bridge. */
const ADDRESS_FILE = 'address.json';

/**
 * Headers of every response, including refusals. They prevent any other page from embedding or framing a
 * response, so no page can detect a bridge by loading one.
 */
const PLAIN_HEADERS = {
  'cross-origin-resource-policy': 'same-origin',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-frame-options': 'DENY',
  'content-type': 'application/json',
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
};

/**
 * Maximum number of connections per site. No legitimate page needs more. If a site exceeds this number, its oldest
 * connection is closed.
 */
const MAX_LINES_PER_ORIGIN = 4;

/**
 * Creates the local agent for the card reader. Only pages of allowed sites can read the card.
 * @throws {MhbError} `configuration-invalid` if an origin is invalid; `start` throws `port-in-use` if every
 *   port is occupied
 */
export async function createBridge(options: BridgeOptions): Promise<Bridge> {
  const { ports = DEFAULT_BRIDGE_PORTS, clock = Date.now, dataDir } = options;
  const logger = options.logger ?? pino({ level: 'silent' });
  const { sites, updates } = options;
  let kept: readonly KeptSite[] = options.origins.map((site) => ({ ...site, own: false }));
  let origins = checkAllowedOrigins(options.origins);
  let deviceKey = await loadDeviceKey(dataDir);
  let paused = false;
  const readers = new CardReaders(options.pcsc);
  const grants = new Grants(dataDir, clock);
  const browsers = new Browsers(dataDir, clock);
  const desk = new WindowDesk(clock);
  const pinBudget = new PinBudget(clock);
  const uses = new RecentUses();

  const readSites = async () => {
    if (sites === undefined) return;
    kept = await sites.read();
    origins = checkAllowedOrigins(kept);
  };
  const closeLines = (code: number, of: (origin: string) => boolean = () => true) => {
    for (const [origin, own] of lines) if (of(origin)) for (const line of own) line.close(code);
  };
  const controls: WindowControls = {
    async overview() {
      const allowed = await grants.list();
      return {
        version: BRIDGE_VERSION,
        paused,
        service: readers.service.service,
        readers: readers.list(),
        sites: kept.map(({ origin, consent, own }) => {
          const until = allowed.filter((grant) => grant.origin === origin).map(({ expiresAt }) => expiresAt);
          return { origin, consent, own, allowedUntil: until.length === 0 ? null : Math.max(...until) };
        }),
        uses: uses.list(),
        browsers: await browsers.count(),
        canCheck: options.check !== undefined,
        update: updates?.available ?? null,
      };
    },
    pause(wanted) {
      paused = wanted;
      if (paused) closeLines(BRIDGE_CLOSE.restarting);
    },
    async withdraw(origin) {
      await grants.revoke(origin);
      closeLines(BRIDGE_CLOSE.revoked, (one) => one === origin);
    },
    async removeSite(origin) {
      await sites?.remove(origin);
      await grants.revoke(origin);
      await readSites();
      closeLines(BRIDGE_CLOSE.revoked, (one) => one === origin);
    },
    siteOfLink(link) {
      const origin = signedByOperator(link, SITE_TYPE, options.operatorKey ?? null)?.['origin'];
      return typeof origin === 'string' ? origin : null;
    },
    async addSite(origin) {
      await sites?.add(origin);
      await readSites();
    },
    browserLink: () => linkForBrowser(dataDir, clock),
    update: async () => updates?.install(),
    check: async (language) => (await options.check?.(language)) ?? [],
    async forgetEverything() {
      await grants.revoke();
      await browsers.forget();
      await sites?.remove();
      await readSites();
      uses.forget();
      deviceKey = await replaceDeviceKey(dataDir);
      closeLines(BRIDGE_CLOSE.revoked);
    },
  };

  const end = (closing: Server): Promise<void> =>
    new Promise((resolve) => {
      closing.close(() => {
        resolve();
      });
      closing.closeAllConnections();
      // Do not wait for a page that never replies to the close frame.
      setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 500).unref();
    });

  const sockets = new WebSocketServer({
    noServer: true,
    maxPayload: BRIDGE_MAX_FRAME_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => BRIDGE_SUBPROTOCOL,
  });
  const lines = new Map<string, Set<WebSocket>>();
  let server: Server | null = null;
  let port = 0;

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '', url = '', headers } = request;
    const end = (status: number, body = '', extra: Readonly<Record<string, string>> = {}) => {
      response.writeHead(status, { ...PLAIN_HEADERS, ...extra });
      response.end(body);
    };
    if (!isLoopbackAddress(request.socket.remoteAddress)) return end(403);
    // Behave as if nothing were listening, so that the page tries the next port and finds its user's bridge.
    if (await belongsToSomebodyElse(request.socket)) return void request.socket.destroy();
    if (!isOwnHost(headers.host, port)) return end(421);
    const [path = ''] = url.split('?');
    if (method === 'POST' && path.startsWith('/ui/')) {
      // Only the bridge's own window may send POST requests. Browsers always add the `Origin` header.
      if (headers.origin !== `http://${headers.host}` || headers['content-type'] !== 'application/json')
        return end(403);
      const body = await readBody(request);
      if (body === null) return end(413);
      const result = await performWindowAction(path, body, {
        browsers,
        desk,
        controls,
        clock,
        host: headers.host ?? '',
      });
      return end(result.status, result.body === undefined ? '' : JSON.stringify(result.body));
    }
    if (method !== 'GET') return end(405, '', { allow: 'GET' });
    const file = await windowFile(path);
    if (file !== null) {
      return mayLoadWindowFile(file.kind, headers) ? end(200, file.body, file.headers) : end(403);
    }
    if (path !== '/v1/health') return end(404);
    if (paused || !origins.has(headers.origin ?? '')) return end(403);
    end(200, JSON.stringify({ service: 'card-bridge', protocol: [1] }), {
      'access-control-allow-origin': headers.origin ?? '',
      vary: 'origin',
    });
  };

  const upgrade = async (request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const { headers } = request;
    const refuse = (status: string) => {
      socket.end(
        `HTTP/1.1 ${status}\r\nconnection: close\r\ncross-origin-resource-policy: same-origin\r\n\r\n`,
      );
    };
    socket.on('error', () => undefined);
    if (!isLoopbackAddress(request.socket.remoteAddress)) return refuse('403 Forbidden');
    if (await belongsToSomebodyElse(request.socket)) return void socket.destroy();
    if (!isOwnHost(headers.host, port)) return refuse('421 Misdirected Request');
    const offered = (headers['sec-websocket-protocol'] ?? '').split(',').map((name) => name.trim());
    if (!offered.includes(BRIDGE_SUBPROTOCOL)) return refuse('400 Bad Request');
    if (paused) return refuse('503 Service Unavailable');
    if (request.url === '/v1/popup') {
      if (headers.origin !== `http://${headers.host}`) return refuse('403 Forbidden');
      sockets.handleUpgrade(request, socket, head, introduce);
      return;
    }
    if (request.url !== '/v1/ws') return refuse('404 Not Found');
    const allowed = origins.get(headers.origin ?? '');
    if (allowed === undefined) {
      logger.warn({ origin: headers.origin }, 'origin refused');
      return refuse('403 Forbidden');
    }
    sockets.handleUpgrade(request, socket, head, (line) => {
      serve(line, allowed);
    });
  };

  /** Reads the popup's first message, which names the page that the popup serves, as reported by the browser. */
  const introduce = (socket: WebSocket) => {
    const timer = setTimeout(() => {
      socket.close(BRIDGE_CLOSE.pairingTimeout);
    }, INTRODUCTION_MS);
    socket.on('error', () => undefined);
    socket.once('close', () => {
      clearTimeout(timer);
    });
    socket.once('message', (data: Buffer) => {
      clearTimeout(timer);
      const allowed = origins.get(introducedOrigin(data.toString('utf8')));
      if (allowed === undefined) socket.close(BRIDGE_CLOSE.revoked);
      else serve(socket, allowed);
    });
  };

  const serve = (socket: WebSocket, allowed: AllowedOrigin) => {
    const own = lines.get(allowed.origin) ?? new Set();
    lines.set(allowed.origin, own);
    const [oldest] = own;
    if (oldest !== undefined && own.size >= MAX_LINES_PER_ORIGIN) {
      own.delete(oldest);
      oldest.close(BRIDGE_CLOSE.replaced);
    }
    own.add(socket);
    const connection = new PageConnection(
      {
        send: (frame) => {
          if (socket.readyState === socket.OPEN) socket.send(frame);
        },
        close: (code) => {
          socket.close(code);
        },
      },
      allowed,
      {
        readers,
        deviceKey,
        certificateCards: options.certificateCards ?? null,
        pinBudget,
        uses,
        logger,
        grants,
        desk,
        windowUrl: `http://127.0.0.1:${port}/ui`,
        version: BRIDGE_VERSION,
        clock,
      },
    );
    socket.on('message', (data: Buffer, binary) => {
      if (socket.readyState !== socket.OPEN) return;
      connection.receive(binary ? '' : data.toString('utf8'));
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      own.delete(socket);
      connection.closed();
    });
  };

  return {
    get publicJwk() {
      return deviceKey.publicJwk;
    },
    readers: () => readers.list(),
    browserLink: () => linkForBrowser(dataDir, clock),
    get address() {
      if (server === null) throw new Error('The bridge is not started');
      return { port, url: `http://127.0.0.1:${port}` };
    },
    async start() {
      const listening = await listenOnFirstFree(ports, () => {
        const created = createServer((request, response) => {
          answer(request, response).catch((error: unknown) => {
            logger.error({ err: error }, 'request failed');
            response.destroy();
          });
        });
        created.on('upgrade', (request, socket, head) => void upgrade(request, socket, head));
        // Without this handler, Node would answer an invalid request, such as one with an overlong address,
        // without the headers above.
        created.on('clientError', (_, socket) => {
          socket.destroy();
        });
        return created;
      });
      server = listening;
      ({ port } = listening.address() as AddressInfo);
      await readSites();
      await writeJson(join(dataDir, ADDRESS_FILE), { port, process: process.pid } satisfies Address);
      await readers.start();
      logger.info({ port, ...readers.service }, 'listening');
    },
    async stop() {
      const closing = server;
      server = null;
      for (const socket of sockets.clients) socket.close(BRIDGE_CLOSE.restarting);
      await runAll([() => readers.stop(), () => closing !== null && end(closing)]);
    },
  };
}

async function listenOnFirstFree(ports: readonly number[], create: () => Server): Promise<Server> {
  for (const port of ports) {
    const server = create();
    const error = await new Promise<NodeJS.ErrnoException | null>((resolve) => {
      server.once('error', resolve);
      server.listen(port, '127.0.0.1', () => {
        resolve(null);
      });
    });
    if (error === null) return server;
    if (error.code !== 'EADDRINUSE') throw error;
  }
  throw new MhbError('port-in-use', 'Every port of the bridge is in use', {
    details: { ports: ports.join(', ') },
  });
}

/**
 * Creates a one-time link to the window of the bridge that uses this data directory.
 * @throws {MhbError} `bridge-not-installed` if no bridge has ever run
 */
export async function linkForBrowser(dataDir: string, clock: () => number = Date.now): Promise<string> {
  const port = (await recordedAddress(dataDir))?.port;
  if (port === undefined) throw new MhbError('bridge-not-installed', 'The bridge has not run yet');
  return `http://127.0.0.1:${port}/ui#${await new Browsers(dataDir, clock).issueTicket()}`;
}

/** The address on which a bridge listens, and its process ID. */
interface Address {
  readonly port: number;
  readonly process: number;
}

/** Returns the address of the last bridge that used this data directory; `null` if no bridge ever has. */
export const recordedAddress = (dataDir: string): Promise<Address | null> =>
  readJson<Address | null>(join(dataDir, ADDRESS_FILE), null);

async function readBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>> | null> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8') as AsyncIterable<string>) {
    text += chunk;
    if (text.length > MAX_BODY_BYTES) return null;
  }
  return jsonObject(text);
}

function introducedOrigin(frame: string): string {
  const origin = jsonObject(frame)?.['origin'];
  return typeof origin === 'string' ? origin : '';
}

function jsonObject(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}

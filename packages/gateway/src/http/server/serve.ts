import type { AddressInfo } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';
import type { Category } from '@mhb-kit/core/request';
import { SECOND } from '../../scheduling/clock.js';
import type { ContentFolder } from '../../content/content-folder.js';
import type { Issuer } from '../../secrets/issuer.js';
import { pendingMigrations } from '../../storage/migrate.js';
import { createApp, type App, type AppOptions } from '../app.js';
import { addIdentityRoutes, type IdentityRoutesParts } from './identity-routes.js';
import { addApiDocument } from './api-document.js';
import { addHealthLinkRoutes, type HealthLinkRoutesParts } from './health-link-routes.js';
import { addArchives, type ArchivesParts } from '../resources/archives.js';
import { addCatalogue } from '../resources/catalogue.js';
import { addContent } from '../resources/content.js';
import { addHealth, type HealthParts } from '../resources/health.js';
import { addKeys } from '../resources/keys.js';
import { addRenderings, type RenderingsParts } from '../resources/renderings.js';
import { addRequests, type RequestsParts } from '../resources/requests.js';

export interface ServerParts
  extends
    AppOptions,
    ArchivesParts,
    HealthLinkRoutesParts,
    RenderingsParts,
    Omit<RequestsParts, 'draining'>,
    Omit<HealthParts, 'draining' | 'migrated'> {
  readonly catalogue: readonly Category[];
  readonly issuer: Issuer;
  readonly content: ContentFolder;
  readonly identity: IdentityRoutesParts;
  readonly host: string;
  readonly port: number;
}

export interface Server {
  /** The address on which the server listens. */
  readonly url: string;
  /** Closes streams, and waits for calls in progress, but no longer than the time limit for receiving a call. */
  close(): Promise<void>;
}

/**
 * Starts the server, which handles all calls. It is separate from the rest of the gateway because a worker process
 * does not need it.
 * @throws {MhbError} `port-in-use`
 */
export async function serve(parts: ServerParts): Promise<Server> {
  const draining = new AbortController();
  const app = await createApp(parts);
  const inParts = { ...parts, draining: draining.signal };
  addApiDocument(app);
  addKeys(app, parts.issuer);
  const migrated = async (): Promise<boolean> => (await pendingMigrations(parts.database)).length === 0;
  addHealth(app, { ...inParts, migrated });
  addContent(app, parts.content);
  addIdentityRoutes(app, parts.identity);
  addCatalogue(app, parts.catalogue);
  addRequests(app, inParts);
  addArchives(app, parts);
  addRenderings(app, parts);
  addHealthLinkRoutes(app, parts);
  closeQuickly(app, draining, parts.secondsToSend * SECOND);
  try {
    const { address, family, port } = await listen(app, parts.host, parts.port);
    return {
      url: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`,
      close: () => app.close(),
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

async function listen(app: App, host: string, port: number): Promise<AddressInfo> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new MhbError('port-in-use', `Port ${port} is in use`, { details: { port }, cause: error });
  }
  return app.server.address() as AddressInfo;
}

/**
 * Makes the server close quickly. By itself, a server does not close while a stream or an idle connection is open.
 * An incomplete call would keep it open forever, because Node no longer enforces its time limits on a closing
 * server.
 */
function closeQuickly(app: App, draining: AbortController, patienceMs: number): void {
  const sweepInterval = 100;
  let unanswered = 0;
  app.server.on('request', (_request, response) => {
    unanswered += 1;
    response.once('close', () => {
      unanswered -= 1;
    });
  });
  app.addHook('preClose', (done) => {
    draining.abort();
    const sweep = setInterval(() => {
      // Node does not consider a connection idle before its first request. Browsers open such connections in
      // reserve, so all connections are closed once every call is answered.
      if (unanswered === 0) app.server.closeAllConnections();
      else app.server.closeIdleConnections();
    }, sweepInterval);
    const lastCall = setTimeout(() => app.server.closeAllConnections(), patienceMs);
    app.server.once('close', () => {
      clearInterval(sweep);
      clearTimeout(lastCall);
    });
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining.signal.aborted) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

import type { AddressInfo } from 'node:net';
import { MhbError } from '@mhb-kit/core/error';
import type { ContentFolder } from '../content/content-folder.js';
import { createApp, type App, type AppOptions } from './app.js';
import { addArchiveRoutes, type ArchiveRoutesParts } from './routes/archive-routes.js';
import { addContentRoutes } from './routes/content-routes.js';
import { addIdentityRoutes, type IdentityRoutesParts } from './routes/identity-routes.js';
import { addRequestRoutes, type RequestRoutesParts } from './routes/request-routes.js';
import { addServiceRoutes, type ServiceRoutesParts } from './routes/service-routes.js';

export interface ServerParts
  extends
    AppOptions,
    ArchiveRoutesParts,
    Omit<RequestRoutesParts, 'draining'>,
    Omit<ServiceRoutesParts, 'draining'> {
  readonly content: ContentFolder;
  readonly identity: IdentityRoutesParts;
  readonly host: string;
  readonly port: number;
}

export interface Server {
  /** Where it listens. */
  readonly url: string;
  /** Lets running calls end, and closes streams. */
  close(): Promise<void>;
}

/**
 * Answers calls, all routes of them. Apart from the rest of the gateway, because a process that only works needs none of it.
 * @throws {MhbError} `port-in-use`
 */
export async function serve(parts: ServerParts): Promise<Server> {
  const draining = new AbortController();
  const app = await createApp(parts);
  const inParts = { ...parts, draining: draining.signal };
  addServiceRoutes(app, inParts);
  addContentRoutes(app, parts.content);
  addIdentityRoutes(app, parts.identity);
  addRequestRoutes(app, inParts);
  addArchiveRoutes(app, parts);
  closeQuickly(app, draining);
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

/** A server does not end by itself while a stream or an idle connection is open. */
function closeQuickly(app: App, draining: AbortController): void {
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
      // A connection on which nothing was asked yet does not count as idle: browsers keep such in store.
      if (unanswered === 0) app.server.closeAllConnections();
      else app.server.closeIdleConnections();
    }, sweepInterval);
    app.server.once('close', () => clearInterval(sweep));
    done();
  });
  app.addHook('onSend', (_request, reply, payload, done) => {
    if (draining.signal.aborted) void reply.header('Connection', 'close');
    done(null, payload);
  });
}

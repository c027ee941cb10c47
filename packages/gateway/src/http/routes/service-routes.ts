import Type from 'typebox';
import { sql } from 'drizzle-orm';
import { MhbError } from '@mhb-kit/core/error';
import type { Issuer } from '../../secrets/issuer.js';
import type { BlobStore } from '../../storage/blob-store.js';
import type { Database } from '../../storage/database.js';
import { pendingMigrations } from '../../storage/migrate.js';
import { apiPage, apiPagePolicy, type ApiDocument } from '../api-page.js';
import type { App } from '../app.js';
import { contract, keySetSchema, problemSchema, ref } from '../schemas.js';

/** What is asked by machines: the contract and whether the service is there. */
export interface ServiceRoutesParts {
  readonly database: Database;
  readonly blobs: BlobStore;
  readonly issuer: Issuer;
  /** The gateway is about to stop. */
  readonly draining: AbortSignal;
}

export function addServiceRoutes(app: App, parts: ServiceRoutesParts): void {
  const { database, blobs, issuer, draining } = parts;
  app.get('/v1/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.header('Cache-Control', 'public, max-age=300').send(app.swagger()),
  );

  app.get('/v1/docs', { schema: { hide: true } }, (_request, reply) =>
    reply
      .header('Cache-Control', 'public, max-age=300')
      .header('Content-Security-Policy', apiPagePolicy)
      .type('text/html; charset=utf-8')
      .send(apiPage(app.swagger() as ApiDocument)),
  );

  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        summary: 'The keys by which the manifests of archives can be checked',
        description: 'A key set (RFC 7517): the key that signs today first, then the former ones.',
        tags: ['service'],
        response: {
          200: contract<Issuer['keySet']>(keySetSchema),
          default: ref(problemSchema),
        },
      },
    },
    async (_request, reply) => {
      void reply.header('Cache-Control', 'public, max-age=3600');
      return issuer.keySet;
    },
  );

  app.get(
    '/v1/health',
    {
      config: { rateLimit: false },
      schema: {
        summary: 'Whether the service is alive and reaches its database',
        tags: ['service'],
        response: { 200: Type.Object({ status: Type.Literal('ok') }), default: ref(problemSchema) },
      },
    },
    async () => {
      await database.queries.execute(sql`SELECT 1`);
      return { status: 'ok' as const };
    },
  );

  app.get(
    '/v1/ready',
    {
      config: { rateLimit: false },
      schema: {
        summary: 'Whether calls should be sent here',
        description: '503 names in `details.lacking` what is not there; also while the gateway is stopping.',
        tags: ['service'],
        response: { 200: Type.Object({ status: Type.Literal('ready') }), default: ref(problemSchema) },
      },
    },
    async () => {
      const reachable = await succeeds(() => database.queries.execute(sql`SELECT 1`));
      const lacking = [
        ...(draining.aborted ? ['stopping'] : []),
        ...(reachable ? [] : ['database']),
        ...(reachable && (await pendingMigrations(database)).length > 0 ? ['migrations'] : []),
        ...((await succeeds(() => blobs.check())) ? [] : ['archives']),
      ];
      if (lacking.length > 0) {
        throw new MhbError('service-unavailable', 'Not ready', {
          retriable: true,
          details: { lacking: lacking.join(' ') },
        });
      }
      return { status: 'ready' as const };
    },
  );
}

async function succeeds(work: () => PromiseLike<unknown>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

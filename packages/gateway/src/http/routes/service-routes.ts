import Type from 'typebox';
import { sql } from 'drizzle-orm';
import type { Issuer } from '../../secrets/issuer.js';
import type { Database } from '../../storage/database.js';
import type { App } from '../app.js';
import { contract, keySetSchema, problemSchema, ref } from '../schemas.js';

/** What is asked by machines: the contract and whether the service is there. */
export function addServiceRoutes(app: App, database: Database, issuer: Issuer): void {
  app.get('/v1/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.header('Cache-Control', 'public, max-age=300').send(app.swagger()),
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
        summary: 'Whether the service can serve',
        tags: ['service'],
        response: { 200: Type.Object({ status: Type.Literal('ok') }), default: ref(problemSchema) },
      },
    },
    async () => {
      await database.queries.execute(sql`SELECT 1`);
      return { status: 'ok' as const };
    },
  );
}

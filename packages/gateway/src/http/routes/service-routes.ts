import Type from 'typebox';
import { sql } from 'drizzle-orm';
import type { Database } from '../../storage/database.js';
import type { App } from '../app.js';
import { problemSchema, ref } from '../schemas.js';

/** What is asked by machines: the contract and whether the service is there. */
export function addServiceRoutes(app: App, database: Database): void {
  app.get('/v1/openapi.json', { schema: { hide: true } }, (_request, reply) =>
    reply.header('Cache-Control', 'public, max-age=300').send(app.swagger()),
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

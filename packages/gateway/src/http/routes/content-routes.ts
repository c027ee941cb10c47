import { createHash } from 'node:crypto';
import Type from 'typebox';
import type { OperatorContent } from '@mhb-kit/core/gateway';
import type { ContentFolder } from '../../content/content-folder.js';
import type { App } from '../app.js';
import { contract, operatorContentSchema, problemSchema, ref } from '../schemas.js';

/** What the operator writes for people; the same for everybody. */
export function addContentRoutes(app: App, content: ContentFolder): void {
  app.get(
    '/v1/content',
    {
      schema: {
        summary: 'Announcements, help and other pages of the operator',
        description: 'In both languages at once, as structured text: no markup.',
        tags: ['service'],
        headers: Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: 512 })) }),
        response: {
          200: contract<OperatorContent>(operatorContentSchema),
          304: Type.Null(),
          default: ref(problemSchema),
        },
      },
    },
    async (request, reply) => {
      const body = await content.load();
      const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
      void reply.header('ETag', tag).header('Cache-Control', 'public, max-age=60');
      if (request.headers['if-none-match']?.includes(tag) === true) return reply.code(304).send(null);
      return reply.send(body);
    },
  );
}

import { createHash } from 'node:crypto';
import Type from 'typebox';
import type { ContentBlock, ContentInline, LocalizedText, OperatorContent } from '@mhb-kit/core/gateway';
import type { ContentFolder } from '../../content/content-folder.js';
import type { App } from '../app.js';
import { contract, day, noContent, reference } from '../schema.js';

const mark = Type.Optional(Type.Literal(true));

const inlineSchema = contract<ContentInline>('ContentInline')(
  Type.Union([
    Type.Object({
      kind: Type.Literal('text'),
      text: Type.String(),
      strong: mark,
      emphasis: mark,
      code: mark,
    }),
    Type.Object({
      kind: Type.Literal('link'),
      href: Type.String({ description: 'https:, http:, mailto: or tel:' }),
      content: Type.Array(reference<ContentInline>('ContentInline')),
    }),
    Type.Object({ kind: Type.Literal('break') }),
  ]),
);

const inlines = Type.Array(inlineSchema);
const innerBlocks = Type.Array(reference<ContentBlock>('ContentBlock'));

const blockSchema = contract<ContentBlock>('ContentBlock')(
  Type.Union([
    Type.Object({ kind: Type.Literal('heading'), level: Type.Enum([2, 3, 4]), content: inlines }),
    Type.Object({ kind: Type.Literal('paragraph'), content: inlines }),
    Type.Object({ kind: Type.Literal('list'), ordered: Type.Boolean(), items: Type.Array(innerBlocks) }),
    Type.Object({ kind: Type.Literal('quote'), blocks: innerBlocks }),
  ]),
);

const contentText = Type.Object({
  language: Type.Enum(['zh-Hant', 'en']),
  title: Type.String(),
  blocks: Type.Array(blockSchema),
});

const localizedTextSchema = contract<LocalizedText>('LocalizedText')(
  Type.Object({ 'zh-Hant': contentText, en: contentText }),
);

const operatorContentSchema = contract<OperatorContent>('OperatorContent')(
  Type.Object({
    announcements: Type.Array(
      Type.Object({
        id: Type.String(),
        publishedOn: day('First day of display'),
        until: Type.Union([day('Last day of display'), Type.Null()]),
        important: Type.Boolean(),
        text: localizedTextSchema,
      }),
    ),
    pages: Type.Record(Type.String(), localizedTextSchema),
  }),
);

/** Adds the routes for the operator's announcements and pages, which are the same for everyone. */
export function addContent(app: App, content: ContentFolder): void {
  app.get(
    '/v1/content',
    {
      schema: {
        summary: 'Announcements, help and other pages of the operator',
        description: 'The response contains both languages, as structured text without markup.',
        tags: ['service'],
        headers: Type.Object({ 'if-none-match': Type.Optional(Type.String({ maxLength: 512 })) }),
        response: {
          200: operatorContentSchema,
          304: noContent,
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

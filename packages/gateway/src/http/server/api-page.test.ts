import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { apiPage, apiPagePolicy } from './api-page.js';

const document = {
  info: { title: 'A service', version: '1' },
  paths: {
    '/v1/things/{id}': {
      get: {
        summary: 'One thing',
        tags: ['things'],
        security: [{ dpop: [] }],
        parameters: [{ in: 'path', name: 'id', required: true, schema: { type: 'string', format: 'uuid' } }],
        responses: {
          200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Thing' } } } },
        },
      },
    },
  },
  components: {
    schemas: {
      Thing: {
        type: 'object',
        required: ['kind'],
        properties: {
          kind: { enum: ['a', 'b'], description: '<script>alert(1)</script>' },
          parts: { type: 'array', items: { $ref: '#/components/schemas/Thing' } },
          inner: { anyOf: [{ const: 1 }, { type: 'null' }] },
        },
      },
    },
  },
};

it('shows every operation, parameter, answer and schema, and escapes markup', () => {
  const page = apiPage(document);
  for (const text of [
    'GET /v1/things/{id}',
    'One thing',
    'string uuid',
    'href="#Thing"',
    'id="Thing"',
    'list of',
    'null',
  ])
    expect(page).toContain(text);
  expect(page).not.toContain('<script');
});

it('needs nothing that its policy forbids', () => {
  const page = apiPage(document);
  const [, style = ''] = /<style>([^<]*)<\/style>/.exec(page) ?? [];
  const hash = createHash('sha256').update(style).digest('base64');
  expect(apiPagePolicy).toContain(`style-src 'sha256-${hash}'`);
  expect(page).not.toMatch(/\ssrc=|style="|https?:\/\//);
});

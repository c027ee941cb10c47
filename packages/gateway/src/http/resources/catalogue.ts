import Type from 'typebox';
import type { AnswerOf } from '@mhb-kit/core/gateway';
import type { Category } from '@mhb-kit/core/request';
import { category } from '../../requests/catalogue-changes.js';
import type { App } from '../app.js';
import { contract } from '../schema.js';

const categorySchema = contract<Category>('Category')(category);

const catalogueSchema = contract<AnswerOf<'GET /v1/catalogue'>>('Catalogue')(
  Type.Object({ categories: Type.Array(categorySchema) }),
);

export function addCatalogue(app: App, catalogue: readonly Category[]): void {
  app.get(
    '/v1/catalogue',
    {
      schema: {
        summary: 'The categories that can be requested, and the range of dates that each covers',
        tags: ['requests'],
        response: { 200: catalogueSchema },
      },
    },
    async (_request, reply) => {
      void reply.header('Cache-Control', 'public, max-age=300');
      return { categories: catalogue };
    },
  );
}

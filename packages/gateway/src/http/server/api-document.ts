import { apiPage, apiPagePolicy, type ApiDocument } from './api-page.js';
import type { App } from '../app.js';

/** Adds the routes for the OpenAPI document, as JSON and as a page. */
export function addApiDocument(app: App): void {
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
}

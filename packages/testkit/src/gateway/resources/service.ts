import { json, tagged } from '../http/answers.js';
import type { Handlers } from '../http/router.js';
import type { Parts } from './parts.js';

/** What the gateway offers, the operator's texts, and the keys that sign archives. */
export function serviceOperations({ content, issuer, service }: Parts) {
  return {
    'GET /v1/service': () =>
      json<'GET /v1/service'>(200, service, { 'Cache-Control': 'public, max-age=300' }),

    'GET /v1/content': (call) =>
      tagged<'GET /v1/content'>(call, 200, content, { 'Cache-Control': 'public, max-age=60' }),

    'GET /.well-known/jwks.json': async () =>
      json<'GET /.well-known/jwks.json'>(200, await issuer.keySet(), {
        'Cache-Control': 'public, max-age=3600',
      }),
  } satisfies Handlers;
}

import { json, tagged } from '../http/answers.js';
import type { Handlers } from '../http/router.js';
import type { Parts } from './parts.js';

/**
 * The operations that return the gateway's features, the operator's content, and the keys with which the gateway
 * signs archives.
 */
export function serviceOperations({ content, embedders, issuer, service }: Parts) {
  return {
    'GET /v1/service': ({ headers }) => {
      const loginWays = embedders.ofOrigin(headers.get('origin'))?.login ?? service.loginWays;
      return json<'GET /v1/service'>(
        200,
        { ...service, loginWays },
        { 'Cache-Control': 'public, max-age=300' },
      );
    },

    'GET /v1/content': (call) =>
      tagged<'GET /v1/content'>(call, 200, content, { 'Cache-Control': 'public, max-age=60' }),

    'GET /.well-known/jwks.json': async () =>
      json<'GET /.well-known/jwks.json'>(200, await issuer.keySet(), {
        'Cache-Control': 'public, max-age=3600',
      }),
  } satisfies Handlers;
}

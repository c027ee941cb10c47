import Type from 'typebox';
import type { Issuer } from '../../secrets/issuer.js';
import type { App } from '../app.js';
import { contract } from '../schema.js';

const keySetSchema = contract<Issuer['keySet']>('JsonWebKeySet')(
  Type.Object({
    keys: Type.Array(
      Type.Object({
        kty: Type.Literal('EC'),
        crv: Type.Literal('P-256'),
        x: Type.String(),
        y: Type.String(),
        kid: Type.String({ description: 'RFC 7638 thumbprint' }),
        use: Type.Literal('sig'),
        alg: Type.Literal('ES256'),
      }),
    ),
  }),
);

export function addKeys(app: App, issuer: Issuer): void {
  app.get(
    '/.well-known/jwks.json',
    {
      schema: {
        summary: 'The keys for verifying the manifests of archives',
        description:
          'The response is a key set (RFC 7517) with the current signing key first, followed by the previous keys.',
        tags: ['service'],
        response: { 200: keySetSchema },
      },
    },
    async (_request, reply) => {
      void reply.header('Cache-Control', 'public, max-age=3600');
      return issuer.keySet;
    },
  );
}

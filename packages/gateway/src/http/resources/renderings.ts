import { Readable } from 'node:stream';
import { calculateJwkThumbprint } from 'jose';
import Type from 'typebox';
import type { BodyOf } from '@mhb-kit/core/gateway';
import type { Audit } from '../../audit/audit.js';
import type { Embedders } from '../../embedders/embedders.js';
import type { Renderings } from '../../requests/renderings.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import { contract, idParameters, inSession, stream } from '../schema.js';

/** 256 bits, base64url. */
const coordinate = Type.String({ pattern: '^[\\w-]{43}$' });

const pageKeySchema = contract<BodyOf<'POST /v1/requests/{id}/renderings'>>('RenderingKey')(
  Type.Object(
    {
      key: Type.Object(
        { kty: Type.Literal('EC'), crv: Type.Literal('P-256'), x: coordinate, y: coordinate },
        { additionalProperties: false, description: 'Public key of the page (RFC 7517), for ECDH-ES' },
      ),
    },
    {
      additionalProperties: false,
      examples: [
        {
          key: {
            kty: 'EC',
            crv: 'P-256',
            x: 'gI0GAILBdu7T53akrFmMyGcsF3n5dO7MmwNBHKW5SV0',
            y: 'SLW_xSffzlPWrHEVI30DHM_4egVwt3NQqeUD7nMFpps',
          },
        },
      ],
    },
  ),
);

export interface RenderingsParts {
  readonly renderings: Renderings;
  readonly authentication: Authentication;
  readonly embedders: Embedders;
  readonly audit: Audit;
}

export function addRenderings(app: App, parts: RenderingsParts): void {
  const { renderings, authentication, embedders, audit } = parts;

  app.post(
    '/v1/requests/:id/renderings',
    {
      config: {
        problems: [
          'not-found',
          'request-expired',
          'request-not-ready',
          'nothing-selected',
          'rendering-too-large',
        ],
      },
      schema: {
        summary: 'All records of a request, for a page that shows them directly',
        description:
          'The response is JSON Web Encryption in compact form (RFC 7516, ECDH-ES with A256GCM), encrypted to the key in the body. The proof must contain the thumbprint of that key (RFC 7638) as the claim `enc_jkt`. The decrypted content is a ZIP file that has no password and contains the same records as an archive of the request.',
        tags: ['archives'],
        ...inSession,
        params: idParameters,
        body: pageKeySchema,
        response: { 200: stream('JSON Web Encryption', 'application/jose') },
      },
    },
    async (request, reply) => {
      const { key } = request.body;
      const thumbprint = await calculateJwkThumbprint(key);
      const session = await authentication.session(request, 'archives', thumbprint);
      const { id: sessionId, accountId, embedder } = session;
      const { id } = request.params;
      const jwe = await renderings.create(session, id, key, embedders.seesNumber(embedder));
      await audit({ action: 'rendering.create', accountId, sessionId, subject: id });
      return reply
        .type('application/jose')
        .header('Cache-Control', 'no-store')
        .send(Readable.from([jwe], { objectMode: false }));
    },
  );
}

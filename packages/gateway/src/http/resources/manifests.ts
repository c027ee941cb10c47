import Type from 'typebox';
import { contentTypes, type Manifest, type ManifestRequest } from '@mhb-kit/core/share';
import type { Audit } from '../../audit/audit.js';
import type { SharedFiles } from '../../health-links/shared-files.js';
import { toMhbError } from '@mhb-kit/core/error';
import type { App } from '../app.js';
import { contract, instant } from '../schema.js';

/**
 * Defines what recipients of SMART Health Links can request from a page of any website (SMART Health Cards and
 * Links 1.0.0). There is no login; knowing the address is enough.
 */

const manifestRequestSchema = contract<ManifestRequest>('ManifestRequest')(
  // As the specification requires, the schema ignores additional members of a receiver's request.
  Type.Object(
    {
      recipient: Type.String({
        minLength: 1,
        maxLength: 200,
        description: 'The receiver’s name, which the person can see',
      }),
      passcode: Type.Optional(Type.String({ maxLength: 64 })),
      embeddedLengthMax: Type.Optional(
        Type.Integer({
          minimum: 0,
          description: 'The maximum size of a file that is embedded in the manifest',
        }),
      ),
    },
    { examples: [{ recipient: '明德醫院 家醫科', passcode: '824719' }] },
  ),
);

const manifestSchema = contract<Manifest>('Manifest')(
  Type.Object({
    files: Type.Array(
      Type.Object({
        contentType: Type.Enum(contentTypes),
        embedded: Type.Optional(Type.String({ description: 'JSON Web Encryption' })),
        location: Type.Optional(Type.String({ description: 'Valid for five minutes' })),
        lastUpdated: Type.Optional(instant('When the file was encrypted')),
        fhirVersion: Type.Optional(Type.String()),
      }),
    ),
  }),
);

export interface ManifestsParts {
  readonly sharedFiles: SharedFiles;
  readonly audit: Audit;
}

export function addManifests(app: App, { sharedFiles, audit }: ManifestsParts): void {
  app.post(
    '/v1/manifests/:token',
    {
      config: { anyOrigin: true, problems: ['health-link-gone'] },
      schema: {
        summary: 'The manifest of a SMART Health Link',
        tags: ['health links'],
        params: Type.Object({ token: Type.String({ maxLength: 64 }) }),
        body: manifestRequestSchema,
        response: {
          200: manifestSchema,
          401: Type.Object(
            { remainingAttempts: Type.Integer({ minimum: 0 }) },
            { description: 'Wrong passcode' },
          ),
        },
      },
    },
    async (request, reply) => {
      try {
        const { manifest, linkId, accountId } = await sharedFiles.manifest(
          request.params.token,
          request.body,
        );
        await audit({ action: 'health-link.open', accountId, sessionId: null, subject: linkId });
        return { files: [...manifest.files] };
      } catch (thrown) {
        const { code, details } = toMhbError(thrown);
        if (code !== 'health-link-passcode-wrong') throw thrown;
        // The specification says: "The error response for an invalid Passcode SHALL use the 401 HTTP status code
        // and the response body SHALL be a JSON payload with remainingAttempts".
        return reply.code(401).send({ remainingAttempts: Number(details['remainingAttempts']) });
      }
    },
  );

  app.get(
    '/v1/manifest-files/:ticket',
    {
      config: { anyOrigin: true, problems: ['health-link-gone'] },
      schema: {
        summary: 'Download a file of a SMART Health Link from the address that the manifest gives',
        tags: ['health links'],
        params: Type.Object({ ticket: Type.String({ maxLength: 128 }) }),
        response: {
          200: {
            description: 'JSON Web Encryption',
            content: { 'application/jose': { schema: Type.String() } },
          },
        },
      },
    },
    async (request, reply) => {
      const jwe = await sharedFiles.file(request.params.ticket);
      return reply.type('application/jose').send(jwe);
    },
  );
}

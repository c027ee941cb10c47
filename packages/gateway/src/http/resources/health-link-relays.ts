import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type { BodyOf, RelayedFiles } from '@mhb-kit/core/gateway';
import { contentTypes } from '@mhb-kit/core/share';
import type { Embedders } from '../../embedders/embedders.js';
import type { Relay } from '../../health-links/relay.js';
import type { App } from '../app.js';
import { contract } from '../schema.js';

/** Defines the relay for pages of registered websites; see `health-links/relay.ts`. */

const relayedSchema = contract<BodyOf<'POST /v1/health-link-relays'>>('RelayedHealthLink')(
  Type.Object(
    {
      url: Type.String({ maxLength: 2_048, pattern: '^https://' }),
      isDirect: Type.Boolean({ description: 'Whether the link has the flag U' }),
      recipient: Type.String({ minLength: 1, maxLength: 200 }),
      passcode: Type.Optional(Type.String({ maxLength: 64 })),
      embeddedLengthMax: Type.Optional(Type.Integer({ minimum: 0 })),
    },
    {
      additionalProperties: false,
      examples: [
        {
          url: 'https://links.example.tw/v1/manifests/Qm9va3Mgb2YgaGVhbHRoIGFyZSBmb3IgcGVvcGxlLiE',
          isDirect: false,
          recipient: '明德醫院 家醫科',
        },
      ],
    },
  ),
);

const filesSchema = contract<RelayedFiles>('RelayedFiles')(
  Type.Object({
    files: Type.Array(
      Type.Object({
        contentType: Type.Union([Type.Enum(contentTypes), Type.Null()]),
        jwe: Type.String(),
        lastUpdated: Type.Optional(Type.String()),
        fhirVersion: Type.Optional(Type.String()),
      }),
    ),
  }),
);

export interface RelaysParts {
  readonly relay: Relay;
  readonly embedders: Embedders;
  readonly publicUrl: () => string;
  readonly relaysPerMinute: number;
}

export function addHealthLinkRelays(
  app: App,
  { relay, embedders, publicUrl, relaysPerMinute }: RelaysParts,
): void {
  app.post(
    '/v1/health-link-relays',
    {
      config: {
        callsPerMinute: relaysPerMinute,
        problems: [
          'health-link-gone',
          'health-link-passcode-wrong',
          'health-link-unreachable',
          'health-link-host-refused',
          'health-link-damaged',
          'health-link-too-large',
        ],
      },
      schema: {
        summary: 'Fetch the files of a SMART Health Link without decrypting them',
        description:
          'Only pages of registered websites can call this operation. The gateway fetches only from public https addresses and stores nothing.',
        tags: ['health links'],
        body: relayedSchema,
        response: { 200: filesSchema },
      },
    },
    async (request, reply) => {
      const { origin } = request.headers;
      if (origin === undefined || (origin !== publicUrl() && !embedders.origins.has(origin)))
        throw new MhbError('embedder-not-registered', 'Only pages of registered websites can use the relay');
      const left = new AbortController();
      reply.raw.once('close', () => left.abort());
      return { files: [...(await relay(request.body, left.signal))] };
    },
  );
}

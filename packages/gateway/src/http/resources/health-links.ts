import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type { BodyOf, CreatedHealthLink, HealthLinkSummary } from '@mhb-kit/core/gateway';
import { contentTypes } from '@mhb-kit/core/share';
import type { FastifyRequest } from 'fastify';
import type { Audit } from '../../audit/audit.js';
import type { HealthLinks, LinkHolder } from '../../health-links/health-links.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import {
  contract,
  id,
  idParameters,
  inSession,
  instant,
  noContent,
  opaqueToken,
  proofHeaders,
} from '../schema.js';

/** Defines the operations on a person's SMART Health Links. */

/** The additional body size allowed for the JSON around the files. */
const BODY_ROOM = 64 * 1_024;
const FILES = 5;

const EXAMPLE_JWE =
  'eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..q83vEjRWeJCrze8S.c2VhbGVk.AAECAwQFBgcICQoLDA0ODw';

const newHealthLinkSchema = contract<BodyOf<'POST /v1/health-links'>>('NewHealthLink')(
  Type.Object(
    {
      files: Type.Array(
        Type.Object(
          {
            contentType: Type.Enum(contentTypes),
            jwe: Type.String({
              minLength: 1,
              description: 'JSON Web Encryption in compact form, with the algorithms `dir` and `A256GCM`',
            }),
          },
          { additionalProperties: false },
        ),
        { minItems: 1, maxItems: FILES },
      ),
      expiresAt: instant('When the link ends'),
      passcode: Type.Union([Type.String({ minLength: 4, maxLength: 64 }), Type.Null()]),
    },
    {
      additionalProperties: false,
      examples: [
        {
          files: [{ contentType: 'application/fhir+json', jwe: EXAMPLE_JWE }],
          expiresAt: '2026-03-06T04:00:00Z',
          passcode: '824719',
        },
      ],
    },
  ),
);

const healthLinkSchema = contract<HealthLinkSummary>('HealthLink')(
  Type.Object({
    id,
    state: Type.Enum(['active', 'revoked', 'ended', 'locked']),
    createdAt: instant('When the link was created'),
    expiresAt: instant('When the link ends'),
    byteLength: Type.Integer({ minimum: 0, description: 'Total size of the encrypted files' }),
    attemptsLeft: Type.Union([
      Type.Integer({ minimum: 0, description: 'Remaining attempts for the passcode' }),
      Type.Null(),
    ]),
    timesOpened: Type.Integer({ minimum: 0 }),
    openings: Type.Array(
      Type.Object({
        at: instant('When'),
        recipient: Type.String({ description: 'The name that the receiver entered' }),
      }),
    ),
  }),
);

const createdHealthLinkSchema = contract<CreatedHealthLink>('CreatedHealthLink')(
  Type.Object({
    healthLink: healthLinkSchema,
    manifestUrl: Type.String({ maxLength: 128 }),
    managementKey: opaqueToken,
  }),
);

/** A link is managed either with its management key or in a session of the person who created it. */
const managed = {
  headers: Type.Object({ ...proofHeaders.properties, 'management-key': Type.Optional(opaqueToken) }),
};

export interface HealthLinksRoutesParts {
  readonly healthLinks: HealthLinks;
  readonly authentication: Authentication;
  readonly audit: Audit;
  readonly healthLinkKilobytes: number;
}

export function addHealthLinks(app: App, parts: HealthLinksRoutesParts): void {
  const { healthLinks, authentication, audit, healthLinkKilobytes } = parts;

  /** Identifies the holder of a link, by the management key or by a session. */
  async function holderOf(
    request: FastifyRequest,
  ): Promise<{ readonly holder: LinkHolder; readonly sessionId: string | null }> {
    const managementKey = request.headers['management-key'];
    if (typeof managementKey === 'string') return { holder: { managementKey }, sessionId: null };
    const session = await authentication.session(request, 'archives');
    return { holder: session, sessionId: session.id };
  }

  app.post(
    '/v1/health-links',
    {
      bodyLimit: healthLinkKilobytes * 1_024 + BODY_ROOM,
      config: { problems: ['quota-reached', 'health-link-too-large'] },
      schema: {
        summary: 'Store encrypted files for a SMART Health Link',
        description: 'The gateway receives neither the key nor the label of the link.',
        tags: ['health links'],
        ...inSession,
        body: newHealthLinkSchema,
        response: { 201: createdHealthLinkSchema },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'archives');
      const { id: sessionId, accountId } = session;
      const created = await healthLinks.create(session, request.body);
      const subject = created.healthLink.id;
      await audit({ action: 'health-link.create', accountId, sessionId, subject });
      return reply.code(201).header('Location', `/v1/health-links/${subject}`).send(created);
    },
  );

  app.get(
    '/v1/health-links',
    {
      schema: {
        summary: 'The links that this person has created, with the people who have opened each link',
        tags: ['health links'],
        ...inSession,
        response: { 200: Type.Object({ healthLinks: Type.Array(healthLinkSchema) }) },
      },
    },
    async (request) => {
      const session = await authentication.session(request, 'archives');
      const { id: sessionId, accountId } = session;
      const list = await healthLinks.list(session);
      await audit({ action: 'health-link.read', accountId, sessionId, subject: null });
      return { healthLinks: [...list] };
    },
  );

  app.get(
    '/v1/health-links/:id',
    {
      config: { problems: ['not-found'] },
      schema: {
        summary: 'One link, with the people who have opened it',
        description: 'Requires the management key, or a session of the person who created the link.',
        tags: ['health links'],
        ...inSession,
        ...managed,
        params: idParameters,
        response: { 200: healthLinkSchema },
      },
    },
    async (request) => {
      const { holder, sessionId } = await holderOf(request);
      const { accountId, summary } = await healthLinks.find(request.params.id, holder);
      await audit({ action: 'health-link.read', accountId, sessionId, subject: summary.id });
      return summary;
    },
  );

  app.delete(
    '/v1/health-links/:id',
    {
      config: { problems: ['not-found'] },
      schema: {
        summary: 'Revoke a link and erase its files',
        tags: ['health links'],
        ...inSession,
        ...managed,
        params: idParameters,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { holder, sessionId } = await holderOf(request);
      const { accountId, summary } = await healthLinks.revoke(request.params.id, holder);
      await audit({ action: 'health-link.revoke', accountId, sessionId, subject: summary.id });
      return reply.code(204).send(null);
    },
  );
}

/**
 * Adds routes that report `health-links-off` instead of `not-found`, for a gateway on which people cannot share by
 * link.
 */
export function addHealthLinksOff(app: App): void {
  const config = { problems: ['health-links-off'] as const };
  const off = (): never => {
    throw new MhbError('health-links-off', 'Sharing by link is off on this gateway');
  };
  app.post('/v1/health-links', { config, schema: { hide: true } }, off);
  app.get('/v1/health-links', { config, schema: { hide: true } }, off);
}

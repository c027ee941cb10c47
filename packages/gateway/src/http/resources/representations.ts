import Type from 'typebox';
import type { AnswerOf } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import type { Audit } from '../../audit/audit.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import { contract, idParameters, inSession, instant } from '../schema.js';
import {
  openedSessionSchema,
  openedSessionView,
  recordedFields,
  type SessionViewParts,
} from './session-view.js';

const listSchema = contract<AnswerOf<'GET /v1/representations'>>('Representations')(
  Type.Object({
    represents: Type.Array(
      Type.Object({
        ...recordedFields,
        person: Type.Object({
          nationalId: Type.String({ examples: ['A12345****'] }),
          name: Type.String({ examples: ['王○明'] }),
        }),
      }),
      { description: 'The people whose passbooks this person may read' },
    ),
    representedBy: Type.Array(
      Type.Object({
        ...recordedFields,
        name: Type.String({ examples: ['林○美'] }),
        lastReadAt: Type.Union([instant('When they last read it'), Type.Null()]),
      }),
      {
        description: 'The people who may read this person’s passbook',
      },
    ),
  }),
);

export interface RepresentationsRoutesParts extends SessionViewParts {
  readonly authentication: Authentication;
  readonly audit: Audit;
}

/**
 * Adds the routes for legal representatives whom the operator has recorded. No route creates, extends or widens a
 * representation.
 */
export function addRepresentations(app: App, parts: RepresentationsRoutesParts): void {
  const { representations, authentication, embedders } = parts;
  const tags = ['representations'];

  /** Throws for a website in connect mode, which may access only the person's own passbook. */
  function requireOwnPage(embedder: string | null): void {
    if (embedder !== null && embedders.find(embedder)?.login.includes('direct') !== true)
      throw new MhbError('not-found', 'Websites that use connect mode cannot access this');
  }

  app.get(
    '/v1/representations',
    {
      config: { problems: ['not-found'] },
      schema: {
        summary:
          'The people whose passbooks this person may read, and the people who may read this person’s passbook',
        description:
          'The operator records representations. Both lists are empty if representations are disabled.',
        tags,
        ...inSession,
        response: { 200: listSchema },
      },
    },
    async (request) => {
      const { accountId, embedder, representationId } = await authentication.session(request, 'requests');
      requireOwnPage(embedder);
      // Only the person may see who else has access to their passbook; a representative may not.
      if (representationId !== null) return { represents: [], representedBy: [] };
      return representations.list(accountId);
    },
  );

  app.post(
    '/v1/representations/:id/sessions',
    {
      config: { problems: ['not-found', 'account-suspended'] },
      schema: {
        summary: 'Open a session for somebody whom this person represents',
        description:
          'The new session uses the same key as the current session, and can only request and read data. It ends when the representation ends, or when the session from which it was opened ends.',
        tags,
        ...inSession,
        params: idParameters,
        response: { 201: openedSessionSchema },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'requests');
      requireOwnPage(session.embedder);
      const opened = await representations.open(session, request.params.id);
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send(await openedSessionView(parts, opened));
    },
  );
}

import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type {
  Challenge,
  CodeConfirmation,
  CodeRequest,
  LoginCredentials,
  ServiceInfo,
  Session,
  SessionSummary,
} from '@mhb-kit/core/gateway';
import type { Accounts } from '../../accounts/accounts.js';
import type { Audit } from '../../audit.js';
import type { Challenges } from '../../sessions/challenges.js';
import type { Logins } from '../../sessions/login.js';
import { networkOf } from '../../sessions/login-throttle.js';
import type { ActiveSession, Sessions } from '../../sessions/sessions.js';
import type { Database } from '../../storage/database.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import type { Embedders } from '../embedders.js';
import { evenly } from '../even-time.js';
import {
  challengeSchema,
  codeConfirmationSchema,
  codeRequestSchema,
  contract,
  credentialsSchema,
  idParameters,
  openedSessionSchema,
  problemSchema,
  proofHeaders,
  ref,
  serviceSchema,
  sessionListSchema,
  sessionSchema,
} from '../schemas.js';
import { openedSessionView, sessionView, type OpenedSessionView } from '../session-view.js';

export interface SessionRoutesParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly challenges: Challenges;
  readonly sessions: Sessions;
  readonly logins: Logins;
  readonly service: ServiceInfo;
  readonly authentication: Authentication;
  readonly embedders: Embedders;
  readonly audit: Audit;
  /** Of one network: a login costs a password hash, so there may be fewer than other calls. */
  readonly loginsPerMinute: number;
}

export function addSessionRoutes(app: App, parts: SessionRoutesParts): void {
  const { database, accounts, challenges, sessions, logins, service, authentication, embedders, audit } =
    parts;
  const config = { rateLimit: { max: parts.loginsPerMinute, timeWindow: '1 minute' } };
  const tags = ['sessions'];
  const security = [{ dpop: [] }];
  const opened = contract<OpenedSessionView>(openedSessionSchema);

  const auditOpened = ({ id, accountId, assurance, embedder }: ActiveSession): Promise<void> =>
    audit({ action: 'session.open', accountId, sessionId: id, subject: assurance, embedder });

  app.get(
    '/v1/service',
    {
      schema: {
        summary: 'What this gateway offers',
        tags: ['service'],
        response: { 200: contract<ServiceInfo>(serviceSchema), default: ref(problemSchema) },
      },
    },
    async (_request, reply) => {
      void reply.header('Cache-Control', 'public, max-age=300');
      return service;
    },
  );

  app.post(
    '/v1/challenges',
    {
      config,
      schema: {
        summary: 'A challenge for one login',
        tags,
        response: { 201: contract<Challenge>(challengeSchema), default: ref(problemSchema) },
      },
    },
    async (_request, reply) => reply.code(201).send(await challenges.issue()),
  );

  app.post(
    '/v1/sessions',
    {
      config,
      schema: {
        summary: 'Log in with an NHI card and its password, or with a Citizen Digital Certificate',
        description:
          'The session is bound to the key of the DPoP proof. 202: a code went to the mobile, and the login goes on with it.',
        tags,
        headers: proofHeaders,
        body: contract<LoginCredentials>(credentialsSchema),
        response: {
          201: opened,
          202: contract<CodeRequest>(codeRequestSchema),
          default: ref(problemSchema),
        },
      },
    },
    async (request, reply) => {
      const place = embedders.directPlace(request.headers.origin);
      const keyThumbprint = await authentication.proofOfLogin(request);
      const network = networkOf(request.ip);
      const begin = () => logins.begin(request.body, { keyThumbprint, place, network });
      // With a password both ways cost one hash, which is most of it; a certificate has no such weight.
      const outcome = await (request.body.method === 'certificate' ? evenly(begin) : begin());
      if ('handle' in outcome)
        return reply.code(202).send({ ...outcome, expiresAt: outcome.expiresAt.toISOString() });
      await auditOpened(outcome.session);
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send(await openedSessionView(accounts, outcome));
    },
  );

  app.post(
    '/v1/sessions/confirmations',
    {
      config,
      schema: {
        summary: 'Go on with a login by the code of the text message',
        tags,
        headers: proofHeaders,
        body: contract<CodeConfirmation>(codeConfirmationSchema),
        response: { 201: opened, default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      embedders.directPlace(request.headers.origin);
      const keyThumbprint = await authentication.proofOfLogin(request);
      const outcome = await logins.confirm(request.body, keyThumbprint);
      await auditOpened(outcome.session);
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send(await openedSessionView(accounts, outcome));
    },
  );

  app.get(
    '/v1/sessions',
    {
      schema: {
        summary: 'Where this person is logged in',
        tags,
        security,
        headers: proofHeaders,
        response: {
          200: contract<{ readonly sessions: readonly SessionSummary[] }>(sessionListSchema),
          default: ref(problemSchema),
        },
      },
    },
    async (request) => {
      const { id: currentId, accountId } = await authentication.session(request, 'activity');
      const list = await sessions.list(accountId);
      return {
        sessions: list.map(({ id, assurance, embedder, openedAt, lastUsedAt }) => ({
          id,
          assurance,
          current: id === currentId,
          embedder: embedder === null ? null : (embedders.find(embedder)?.name ?? embedder),
          openedAt: openedAt.toISOString(),
          lastUsedAt: lastUsedAt.toISOString(),
        })),
      };
    },
  );

  app.delete(
    '/v1/sessions',
    {
      schema: {
        summary: 'Log out everywhere',
        tags,
        security,
        headers: proofHeaders,
        response: { 204: Type.Null(), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const { id, accountId } = await authentication.session(request, 'activity');
      await database.transaction(async (queries) => {
        await sessions.closeAll(queries, accountId);
        await audit({ action: 'session.close', accountId, sessionId: id, subject: 'all' }, queries);
      });
      return reply.code(204).send(null);
    },
  );

  app.get(
    '/v1/sessions/current',
    {
      schema: {
        summary: 'The session of this request',
        tags,
        security,
        headers: proofHeaders,
        response: { 200: contract<Session>(sessionSchema), default: ref(problemSchema) },
      },
    },
    async (request) => sessionView(accounts, await authentication.session(request, null)),
  );

  app.post(
    '/v1/sessions/current/tokens',
    {
      schema: {
        summary: 'A new token for the present one',
        description:
          'Tokens open things for five minutes. One that comes again after its renewal ends the session: somebody kept it.',
        tags,
        security,
        headers: proofHeaders,
        response: { 201: opened, default: ref(problemSchema) },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await openedSessionView(accounts, await authentication.renewal(request))),
  );

  app.delete(
    '/v1/sessions/current',
    {
      schema: {
        summary: 'Log out',
        tags,
        security,
        headers: proofHeaders,
        response: { 204: Type.Null(), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const { id, accountId } = await authentication.leaving(request);
      await sessions.close(id);
      await audit({ action: 'session.close', accountId, sessionId: id, subject: null });
      return reply.code(204).send(null);
    },
  );

  app.delete(
    '/v1/sessions/:id',
    {
      schema: {
        summary: 'End one session of this person',
        tags,
        security,
        params: idParameters,
        headers: proofHeaders,
        response: { 204: Type.Null(), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'activity');
      const { id } = request.params;
      if (!(await sessions.closeOne(accountId, id)))
        throw new MhbError('not-found', 'No such session of this person');
      await audit({ action: 'session.close', accountId, sessionId, subject: id });
      return reply.code(204).send(null);
    },
  );
}

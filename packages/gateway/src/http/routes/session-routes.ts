import Type from 'typebox';
import { maskName, maskNationalId } from '@mhb-kit/core/identity';
import type { Session } from '@mhb-kit/core/gateway';
import type { Accounts } from '../../accounts/accounts.js';
import type { Audit } from '../../audit.js';
import type { Challenges } from '../../sessions/challenges.js';
import type { LogIn } from '../../sessions/login.js';
import { networkOf } from '../../sessions/login-throttle.js';
import type { ActiveSession, Sessions } from '../../sessions/sessions.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import {
  challengeSchema,
  credentialsSchema,
  openedSessionSchema,
  problemSchema,
  proofHeaders,
  ref,
  sessionSchema,
} from '../schemas.js';

export interface SessionRoutesParts {
  readonly accounts: Accounts;
  readonly challenges: Challenges;
  readonly sessions: Sessions;
  readonly logIn: LogIn;
  readonly authentication: Authentication;
  readonly audit: Audit;
  /** Of one network: a login costs a password hash, so there may be fewer than other calls. */
  readonly loginsPerMinute: number;
}

export function addSessionRoutes(app: App, parts: SessionRoutesParts): void {
  const { accounts, challenges, sessions, logIn, authentication, audit, loginsPerMinute } = parts;
  const loginRateLimit = { rateLimit: { max: loginsPerMinute, timeWindow: '1 minute' } };
  const security = [{ dpop: [] }];

  async function view(session: ActiveSession): Promise<Session> {
    const person = await accounts.person(session.accountId);
    return {
      id: session.id,
      person: { nationalId: maskNationalId(person.nationalId), name: maskName(person.name) },
      assurance: session.assurance,
      expiresAt: session.expiresAt.toISOString(),
    };
  }

  app.post(
    '/v1/challenges',
    {
      config: loginRateLimit,
      schema: {
        summary: 'A challenge for one login',
        tags: ['sessions'],
        response: { 201: ref(challengeSchema), default: ref(problemSchema) },
      },
    },
    async (_request, reply) => reply.code(201).send(await challenges.issue()),
  );

  app.post(
    '/v1/sessions',
    {
      config: loginRateLimit,
      schema: {
        summary: 'Log in with an NHI card and its password',
        description: 'The session is bound to the key of the DPoP proof.',
        tags: ['sessions'],
        headers: proofHeaders,
        body: ref(credentialsSchema),
        response: { 201: ref(openedSessionSchema), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const keyThumbprint = await authentication.proofOfLogin(request);
      const { session, accessToken } = await logIn(request.body, {
        keyThumbprint,
        origin: request.headers.origin ?? null,
        network: networkOf(request.ip),
      });
      await audit({
        action: 'session.open',
        accountId: session.accountId,
        sessionId: session.id,
        subject: session.assurance,
      });
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send({ session: await view(session), accessToken, tokenType: 'DPoP' });
    },
  );

  app.get(
    '/v1/sessions/current',
    {
      schema: {
        summary: 'The session of this request',
        tags: ['sessions'],
        security,
        headers: proofHeaders,
        response: { 200: ref(sessionSchema), default: ref(problemSchema) },
      },
    },
    async (request) => view(await authentication.session(request)),
  );

  app.delete(
    '/v1/sessions/current',
    {
      schema: {
        summary: 'Log out',
        tags: ['sessions'],
        security,
        headers: proofHeaders,
        response: { 204: Type.Null(), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const { id, accountId } = await authentication.session(request);
      await sessions.close(id);
      await audit({ action: 'session.close', accountId, sessionId: id, subject: null });
      return reply.code(204).send(null);
    },
  );
}

import { MhbError } from '@mhb-kit/core/error';
import type { Accounts } from '../../accounts/accounts.js';
import type { Audit } from '../../audit.js';
import { answerAddress, readAuthorization } from '../../connect/authorization.js';
import type { CodeRedemption, ConnectCodes } from '../../connect/connect-codes.js';
import type { Sessions } from '../../sessions/sessions.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import type { Embedders } from '../embedders.js';
import {
  authorizationSchema,
  codeRedemptionSchema,
  connectAnswerSchema,
  contract,
  openedSessionSchema,
  problemSchema,
  proofHeaders,
  ref,
} from '../schemas.js';
import { openedSessionView, type OpenedSessionView } from '../session-view.js';

export interface ConnectRoutesParts {
  readonly accounts: Accounts;
  readonly connectCodes: ConnectCodes;
  readonly sessions: Sessions;
  readonly authentication: Authentication;
  readonly embedders: Embedders;
  readonly audit: Audit;
  readonly publicUrl: () => string;
  /** Of one network. */
  readonly loginsPerMinute: number;
}

/** Connect mode: what the gateway's own page grants, and what the website makes of it. */
export function addConnectRoutes(app: App, parts: ConnectRoutesParts): void {
  const { accounts, connectCodes, sessions, authentication, embedders, audit, publicUrl } = parts;
  const config = { rateLimit: { max: parts.loginsPerMinute, timeWindow: '1 minute' } };
  const tags = ['connect'];

  app.post(
    '/v1/connect/codes',
    {
      config,
      schema: {
        summary: 'The person allows what a website asks for; for our own page only',
        description: 'Ends the session in which it is granted.',
        tags,
        security: [{ dpop: [] }],
        headers: proofHeaders,
        body: ref(authorizationSchema),
        response: { 201: ref(connectAnswerSchema), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const { id, accountId, assurance, embedder } = await authentication.session(request, 'account');
      if (embedder !== null || request.headers.origin !== publicUrl())
        throw new MhbError('scope-missing', 'Only our own page grants');
      const authorization = readAuthorization(request.body.query, embedders);
      const code = await connectCodes.issue(authorization, { accountId, assurance });
      await audit({
        action: 'connect.grant',
        accountId,
        sessionId: id,
        subject: authorization.embedder.id,
      });
      await sessions.close(id);
      return reply.code(201).send({ location: answerAddress(authorization, publicUrl(), { code }) });
    },
  );

  app.post(
    '/v1/connect/tokens',
    {
      config,
      schema: {
        summary: 'A session for a code',
        description:
          'Within a minute, once, by the key that the code was asked for with. A code that comes twice ends its session.',
        tags,
        headers: proofHeaders,
        body: contract<CodeRedemption>(codeRedemptionSchema),
        response: { 201: contract<OpenedSessionView>(openedSessionSchema), default: ref(problemSchema) },
      },
    },
    async (request, reply) => {
      const keyThumbprint = await authentication.proofOfLogin(request);
      const { origin } = request.headers;
      if (origin !== undefined && embedders.ofOrigin(origin)?.id !== request.body.clientId)
        throw new MhbError('connect-failed', 'The code is of another website');
      const opened = await connectCodes.redeem(request.body, keyThumbprint);
      const { id, accountId, assurance, embedder } = opened.session;
      await audit({ action: 'session.open', accountId, sessionId: id, subject: assurance, embedder });
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send(await openedSessionView(accounts, opened));
    },
  );
}

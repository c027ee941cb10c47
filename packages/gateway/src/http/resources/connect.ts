import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type { AnswerOf, BodyOf, ConnectGrant } from '@mhb-kit/core/gateway';
import type { Accounts } from '../../accounts/accounts.js';
import type { Audit } from '../../audit/audit.js';
import { answerAddress, readAuthorization } from '../../connect/authorization.js';
import type { ConnectCodes } from '../../connect/connect-codes.js';
import type { Sessions } from '../../sessions/sessions.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import type { Embedders } from '../../embedders/embedders.js';
import { contract, exampleToken, inSession, opaqueToken, proofHeaders } from '../schema.js';
import { openedSessionSchema, openedSessionView, type SessionViewParts } from './session-view.js';

const authorizationSchema = contract<BodyOf<'POST /v1/connect/codes'>>('ConnectAuthorization')(
  Type.Object(
    {
      query: Type.String({
        maxLength: 2_048,
        description: 'The query of the authorization request, unchanged',
      }),
    },
    { additionalProperties: false, examples: [{ query: 'response_type=code&client_id=portal&state=…' }] },
  ),
);

const connectAnswerSchema = contract<AnswerOf<'POST /v1/connect/codes'>>('ConnectAnswer')(
  Type.Object({
    location: Type.String({ description: 'The address to which the page must send the browser' }),
  }),
);

const codeRedemptionSchema = contract<ConnectGrant>('CodeRedemption')(
  Type.Object(
    {
      clientId: Type.String({ maxLength: 64 }),
      redirectUri: Type.String({ maxLength: 2_048 }),
      code: opaqueToken,
      codeVerifier: Type.String({ pattern: '^[\\w.~-]{43,128}$' }),
    },
    {
      additionalProperties: false,
      examples: [
        {
          clientId: 'portal',
          redirectUri: 'https://portal.example.tw/mhb-callback.html',
          code: exampleToken,
          codeVerifier: exampleToken,
        },
      ],
    },
  ),
);

export interface ConnectParts extends SessionViewParts {
  readonly accounts: Accounts;
  readonly connectCodes: ConnectCodes;
  readonly sessions: Sessions;
  readonly authentication: Authentication;
  readonly embedders: Embedders;
  readonly audit: Audit;
  readonly publicUrl: () => string;
  /** The maximum number of these calls per minute from one network. */
  readonly loginsPerMinute: number;
}

/**
 * Adds the routes for connect mode: the gateway's own page issues a code, and the website exchanges it for a
 * session.
 */
export function addConnect(app: App, parts: ConnectParts): void {
  const { connectCodes, sessions, authentication, embedders, audit, publicUrl } = parts;
  const callsPerMinute = parts.loginsPerMinute;
  const problems = ['connect-failed'] as const;
  const tags = ['connect'];

  app.post(
    '/v1/connect/codes',
    {
      config: { callsPerMinute, problems },
      schema: {
        summary: 'Grant what a website requests; only the gateway’s own page may call this operation',
        description: 'This ends the session in which the person grants the request.',
        tags,
        ...inSession,
        body: authorizationSchema,
        response: { 201: connectAnswerSchema },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'account');
      const { id, accountId, embedder } = session;
      if (embedder !== null || request.headers.origin !== publicUrl())
        throw new MhbError('scope-missing', "Only the gateway's own page can grant a request");
      const authorization = readAuthorization(request.body.query, embedders);
      const code = await connectCodes.issue(authorization, session);
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
      config: { callsPerMinute, problems },
      schema: {
        summary: 'Exchange a code for a session',
        description:
          'A code can be exchanged once, within a minute, with the key of the authorization request. If a code is used twice, the session that it opened ends.',
        tags,
        headers: proofHeaders,
        body: codeRedemptionSchema,
        response: { 201: openedSessionSchema },
      },
    },
    async (request, reply) => {
      const keyThumbprint = await authentication.proofOfLogin(request);
      const { origin } = request.headers;
      if (origin !== undefined && embedders.ofOrigin(origin)?.id !== request.body.clientId)
        throw new MhbError('connect-failed', 'The code belongs to another website');
      const opened = await connectCodes.redeem(request.body, keyThumbprint);
      const { id, accountId, assurance, embedder } = opened.session;
      await audit({ action: 'session.open', accountId, sessionId: id, subject: assurance, embedder });
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send(await openedSessionView(parts, opened));
    },
  );
}

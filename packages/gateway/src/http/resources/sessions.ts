import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type { AnswerOf, CodeConfirmation, CodeRequest, LoginCredentials } from '@mhb-kit/core/gateway';
import type { Accounts } from '../../accounts/accounts.js';
import type { Audit } from '../../audit/audit.js';
import type { Logins } from '../../sessions/login.js';
import type { ActiveSession, Sessions } from '../../sessions/sessions.js';
import type { Database } from '../../storage/database.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import type { CallPace } from '../call-pace.js';
import type { Embedders } from '../../embedders/embedders.js';
import { evenly } from '../even-time.js';
import {
  contract,
  exampleToken,
  id,
  idParameters,
  inSession,
  instant,
  nationalId,
  noContent,
  nullableText,
  opaqueToken,
  password,
  proofHeaders,
  sixDigits,
} from '../schema.js';
import { cardReadingFields, exampleReading, readingProblems } from './card-reading.js';
import { certificateProblems, certificateToken } from './certificate.js';
import { passkeyAssertion } from './passkey-credential.js';
import {
  assurance,
  openedSessionSchema,
  openedSessionView,
  sessionSchema,
  sessionView,
  type SessionViewParts,
} from './session-view.js';

const credentialsSchema = contract<LoginCredentials>('LoginCredentials')(
  Type.Union(
    [
      Type.Object(
        { method: Type.Literal('nhi-card'), password, ...cardReadingFields },
        { title: 'NhiCardCredentials', additionalProperties: false },
      ),
      Type.Object(
        {
          method: Type.Literal('certificate'),
          nonce: cardReadingFields.nonce,
          nationalId,
          token: certificateToken,
        },
        { title: 'CertificateCredentials', additionalProperties: false },
      ),
      Type.Object(
        { method: Type.Literal('passkey'), credential: passkeyAssertion },
        { title: 'PasskeyCredentials', additionalProperties: false },
      ),
    ],
    { examples: [{ method: 'nhi-card', password: 'tamsui88', ...exampleReading }] },
  ),
);

export const codeRequestSchema = contract<CodeRequest>('CodeRequest')(
  Type.Object({
    handle: opaqueToken,
    mobile: Type.String({ description: 'The last three digits of the mobile number' }),
    expiresAt: instant('When the code expires'),
  }),
);

const codeConfirmationSchema = contract<CodeConfirmation>('CodeConfirmation')(
  Type.Object(
    {
      handle: opaqueToken,
      code: sixDigits,
      rememberReader: Type.Boolean({
        description: 'Whether the person can log in with this card bridge without a code next time',
      }),
    },
    {
      additionalProperties: false,
      examples: [{ handle: exampleToken, code: '482913', rememberReader: true }],
    },
  ),
);

const sessionListSchema = contract<AnswerOf<'GET /v1/sessions'>>('SessionList')(
  Type.Object({
    sessions: Type.Array(
      Type.Object({
        id,
        current: Type.Boolean(),
        assurance,
        passkey: Type.Boolean({ description: 'Whether the session was opened with a passkey' }),
        representative: nullableText(
          'The legal representative who reads the data in this session; null if the person does',
        ),
        embedder: nullableText('Name of the website; null if it is a page of the gateway'),
        openedAt: instant('When the session was opened'),
        lastUsedAt: instant('When the session was last used, to the nearest half minute'),
      }),
    ),
  }),
);

export interface SessionsParts extends SessionViewParts {
  readonly database: Database;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly logins: Logins;
  readonly authentication: Authentication;
  readonly embedders: Embedders;
  readonly audit: Audit;
  readonly callPace: Pick<CallPace, 'admitLogin'>;
  /**
   * The maximum number of logins per minute from one network. It can be set lower than the limit for other calls,
   * because a login requires a password hash.
   */
  readonly loginsPerMinute: number;
}

export function addSessions(app: App, parts: SessionsParts): void {
  const { database, sessions, logins, authentication, embedders, representations, audit, callPace } = parts;
  const callsPerMinute = parts.loginsPerMinute;
  const tags = ['sessions'];

  const auditOpened = ({
    id: sessionId,
    accountId,
    assurance,
    embedder,
    passkeyId,
  }: ActiveSession): Promise<void> => {
    const opened = { action: 'session.open', accountId, sessionId, subject: assurance, embedder } as const;
    return audit(
      passkeyId === null
        ? opened
        : [opened, { action: 'passkey.use', accountId, sessionId, subject: passkeyId }],
    );
  };

  app.post(
    '/v1/sessions',
    {
      config: {
        problems: [
          ...readingProblems,
          ...certificateProblems,
          'passkey-refused',
          'login-failed',
          'account-suspended',
          'too-many-attempts',
          'guesses-used-up',
          'quota-reached',
        ],
      },
      schema: {
        summary: 'Log in with an NHI card and its password, a Citizen Digital Certificate, or a passkey',
        description:
          'The session is bound to the key of the DPoP proof. If the status is 202, a code was sent to the mobile number, and the login continues with that code.',
        tags,
        headers: proofHeaders,
        body: credentialsSchema,
        response: {
          201: openedSessionSchema,
          202: codeRequestSchema,
        },
      },
    },
    async (request, reply) => {
      const place = embedders.directPlace(request.headers.origin);
      const keyThumbprint = await authentication.proofOfLogin(request);
      const { network } = request;
      const admit = () => callPace.admitLogin(request);
      const begin = () => logins.begin(request.body, { keyThumbprint, place, network, admit });
      // A login with a password takes about the same time whether or not the account exists, because it always
      // requires one hash. A login with a certificate requires no hash, so `evenly` hides how long it takes.
      const outcome = await (request.body.method === 'certificate' ? evenly(begin) : begin());
      if ('handle' in outcome)
        return reply.code(202).send({ ...outcome, expiresAt: outcome.expiresAt.toISOString() });
      await auditOpened(outcome.session);
      return reply
        .code(201)
        .header('Location', '/v1/sessions/current')
        .send(await openedSessionView(parts, outcome));
    },
  );

  app.post(
    '/v1/sessions/confirmations',
    {
      config: { callsPerMinute, problems: ['code-wrong', 'code-expired', 'direct-login-not-allowed'] },
      schema: {
        summary: 'Continue a login with the code from the text message',
        tags,
        headers: proofHeaders,
        body: codeConfirmationSchema,
        response: { 201: openedSessionSchema },
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
        .send(await openedSessionView(parts, outcome));
    },
  );

  app.get(
    '/v1/sessions',
    {
      schema: {
        summary: 'The person’s current logins',
        tags,
        ...inSession,
        response: {
          200: sessionListSchema,
        },
      },
    },
    async (request) => {
      const { id: currentId, accountId } = await authentication.session(request, 'activity');
      const list = await sessions.list(accountId);
      const shown = await Promise.all(
        list.map(async ({ id, assurance, passkeyId, representationId, embedder, openedAt, lastUsedAt }) => {
          const representation =
            representationId === null ? null : await representations.ofSession(representationId);
          // A session under a representation that has ended is omitted from the list.
          if (representationId !== null && representation === null) return [];
          return [
            {
              id,
              assurance,
              passkey: passkeyId !== null,
              representative: representation?.representative ?? null,
              current: id === currentId,
              embedder: embedder === null ? null : (embedders.find(embedder)?.name ?? embedder),
              openedAt: openedAt.toISOString(),
              lastUsedAt: lastUsedAt.toISOString(),
            },
          ];
        }),
      );
      return { sessions: shown.flat() };
    },
  );

  app.delete(
    '/v1/sessions',
    {
      schema: {
        summary: 'Log out everywhere',
        tags,
        ...inSession,
        response: { 204: noContent },
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
        summary: 'The session to which the token belongs',
        tags,
        ...inSession,
        response: { 200: sessionSchema },
      },
    },
    async (request) => sessionView(parts, await authentication.session(request, null)),
  );

  app.post(
    '/v1/sessions/current/tokens',
    {
      schema: {
        summary: 'Exchange the current token for a new one',
        description:
          'A token is valid for five minutes. If a token is used again after its renewal, the session ends, because somebody must have copied the token.',
        tags,
        ...inSession,
        response: { 201: openedSessionSchema },
      },
    },
    async (request, reply) =>
      reply.code(201).send(await openedSessionView(parts, await authentication.renewal(request))),
  );

  app.delete(
    '/v1/sessions/current',
    {
      schema: {
        summary: 'Log out',
        tags,
        ...inSession,
        response: { 204: noContent },
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
      config: { problems: ['not-found'] },
      schema: {
        summary: 'End one session of this person',
        tags,
        ...inSession,
        params: idParameters,
        response: { 204: noContent },
      },
    },
    async (request, reply) => {
      const { id: sessionId, accountId } = await authentication.session(request, 'activity');
      const { id } = request.params;
      if (!(await sessions.closeOne(accountId, id)))
        throw new MhbError('not-found', 'This person has no such session');
      await audit({ action: 'session.close', accountId, sessionId, subject: id });
      return reply.code(204).send(null);
    },
  );
}

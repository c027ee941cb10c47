import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import Type from 'typebox';
import { MhbError } from '@mhb-kit/core/error';
import type { AnswerOf } from '@mhb-kit/core/gateway';
import {
  dataRequestStatuses,
  expiryInstant,
  isRunning,
  leftOutReasons,
  sectionStatuses,
  type DataRequest,
} from '@mhb-kit/core/request';
import type { Audit } from '../../audit/audit.js';
import type { RequestChanges, RequestWatch } from '../../requests/request-changes.js';
import type { Requests } from '../../requests/requests.js';
import { sha256 } from '../../secrets/gateway-keys.js';
import type { Sessions } from '../../sessions/sessions.js';
import type { App } from '../app.js';
import type { Authentication } from '../authenticate.js';
import {
  conditionalHeaders,
  contract,
  day,
  id,
  idParameters,
  inSession,
  instant,
  month,
  noContent,
  proofHeaders,
  stream,
} from '../schema.js';

const dataRequestSchema = contract<DataRequest>('DataRequest')(
  Type.Object({
    id,
    status: Type.Enum(dataRequestStatuses),
    progress: Type.Number({ minimum: 0, maximum: 1 }),
    requestedAt: instant('When the request was made'),
    requestedOn: day('Day of the request in Taiwan'),
    availableUntil: day(
      'Last day on which the data can be downloaded; the day ends at 23:59:59 in the time zone Asia/Taipei',
    ),
    sections: Type.Array(
      Type.Object({
        category: Type.String(),
        status: Type.Enum(sectionStatuses),
        window: Type.Union([
          Type.Object({ start: day('First day'), end: day('Last day, included') }),
          Type.Null(),
        ]),
        recordCount: Type.Integer({ minimum: 0 }),
        months: Type.Array(month),
        leftOut: Type.Optional(
          Type.Array(
            Type.Object({
              type: Type.String(),
              reason: Type.Enum(leftOutReasons),
              count: Type.Integer({ minimum: 1 }),
            }),
            {
              description:
                'Numbers of records that the source has but that could not be used, by type and reason',
            },
          ),
        ),
      }),
    ),
  }),
);

const requestListSchema = contract<AnswerOf<'GET /v1/requests'>>('DataRequestList')(
  Type.Object({ requests: Type.Array(dataRequestSchema) }),
);

export interface RequestsParts {
  readonly requests: Requests;
  readonly changes: RequestChanges;
  readonly authentication: Authentication;
  readonly sessions: Sessions;
  readonly audit: Audit;
  /** The maximum number of open event streams for each person. */
  readonly streamsPerPerson: number;
  /** Closes the open streams when it is aborted. */
  readonly draining: AbortSignal;
}

const RETRY_AFTER_SECONDS = 2;
/**
 * The longest and the shortest interval between queries of the database, in milliseconds. The longest interval
 * finds changes that arrived without a notification. The shortest limits how often progress is queried when it
 * changes quickly. The end of a request is reported immediately.
 */
const LOOKS = { most: 2_000, least: 500 };
/** The interval of the heartbeat, which prevents proxies from closing an idle stream. */
const HEARTBEAT_MS = 15_000;

/** Sends the body, or 304 if the client already has it. */
function sendTagged(
  reply: FastifyReply,
  ifNoneMatch: string | undefined,
  status: number,
  body: object,
): FastifyReply {
  const payload = String(reply.code(status).serialize(body));
  const tag = `"${Buffer.from(sha256(payload)).toString('base64url').slice(0, 22)}"`;
  void reply.header('ETag', tag).header('Cache-Control', 'private, no-cache');
  const known = ifNoneMatch?.split(',').some((each) => each.trim().replace(/^W\//, '') === tag);
  return known === true
    ? reply.code(304).send()
    : reply.type('application/json; charset=utf-8').send(payload);
}

export function addRequests(app: App, parts: RequestsParts): void {
  const { requests, changes, authentication, sessions, audit, draining } = parts;
  const { streamsPerPerson } = parts;
  /** The number of open streams by account. */
  const streams = new Map<string, number>();

  app.post(
    '/v1/requests',
    {
      config: { problems: ['quota-reached'] },
      schema: {
        summary: 'Request the data of every category (資料申請)',
        description:
          'If there is already a request with the same key, or a request that is still running, the gateway returns that request and does not create a new one. Pressing a button twice therefore creates only one request.',
        tags: ['requests'],
        ...inSession,
        headers: Type.Object({
          ...proofHeaders.properties,
          'idempotency-key': Type.String({ pattern: '^[\\w-]{16,64}$' }),
        }),
        response: { 202: dataRequestSchema },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'requests');
      const { id: sessionId, accountId } = session;
      const { request: made } = await requests.create(
        session,
        request.headers['idempotency-key'],
        (queries, subject) => audit({ action: 'request.create', accountId, sessionId, subject }, queries),
      );
      return reply
        .code(202)
        .header('Content-Location', `/v1/requests/${made.id}`)
        .header('Retry-After', RETRY_AFTER_SECONDS)
        .send(made);
    },
  );

  app.get(
    '/v1/requests',
    {
      schema: {
        summary: 'The requests of this person, newest first',
        tags: ['requests'],
        ...inSession,
        headers: conditionalHeaders,
        response: {
          200: requestListSchema,
          304: noContent,
        },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'requests');
      const { id: sessionId, accountId } = session;
      const list = await requests.list(session);
      await audit({ action: 'request.list', accountId, sessionId, subject: null });
      return sendTagged(reply, request.headers['if-none-match'], 200, { requests: list });
    },
  );

  app.get(
    '/v1/requests/:id',
    {
      config: { problems: ['not-found', 'request-expired'] },
      schema: {
        summary: 'The state of a request',
        description:
          'The status is 202 while the request is running, 200 when it has ended, and 410 after its data has been erased.',
        tags: ['requests'],
        ...inSession,
        params: idParameters,
        headers: conditionalHeaders,
        response: {
          200: dataRequestSchema,
          202: dataRequestSchema,
          304: noContent,
        },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'requests');
      const { id: sessionId, accountId } = session;
      const found = await requests.get(session, request.params.id);
      await audit({ action: 'request.read', accountId, sessionId, subject: found.id });
      if (isRunning(found)) {
        void reply
          .header('Retry-After', RETRY_AFTER_SECONDS)
          .header('X-Progress', `${Math.round(found.progress * 100)} %`);
      } else {
        void reply.header('Expires', expiryInstant(found.requestedOn).toUTCString());
      }
      return sendTagged(reply, request.headers['if-none-match'], isRunning(found) ? 202 : 200, found);
    },
  );

  async function* events(
    first: DataRequest,
    load: () => Promise<DataRequest>,
    watch: RequestWatch,
    sessionId: string,
    signal: AbortSignal,
  ): AsyncGenerator<string> {
    let sent = '';
    let lastWriteAt = Date.now();
    for (let current = first; ; current = await load()) {
      const data = JSON.stringify(current);
      if (data !== sent) {
        yield `event: request\ndata: ${data}\n\n`;
        sent = data;
        lastWriteAt = Date.now();
      } else if (Date.now() - lastWriteAt >= HEARTBEAT_MS) {
        yield ':\n\n';
        lastWriteAt = Date.now();
      }
      if (!isRunning(current)) return;
      await watch.next(LOOKS, signal);
      // The stream ends with the session, so that nothing is sent to a person who has logged out.
      if (signal.aborted || !(await sessions.isOpen(sessionId))) return;
    }
  }

  app.get(
    '/v1/requests/:id/events',
    {
      config: { problems: ['not-found', 'request-expired'] },
      schema: {
        summary:
          'Follow a request; the gateway sends the state of the request whenever it changes, until the request has ended',
        description:
          'The response consists of server-sent events named `request`, each of which contains the whole request as JSON.',
        tags: ['requests'],
        produces: ['text/event-stream'],
        ...inSession,
        params: idParameters,
        response: {
          200: stream('Server-sent events', 'text/event-stream'),
        },
      },
    },
    async (request, reply) => {
      const session = await authentication.session(request, 'requests');
      const { id: sessionId, accountId } = session;
      const { id } = request.params;
      const opened = streams.get(accountId) ?? 0;
      if (opened >= streamsPerPerson)
        throw new MhbError('too-many-requests', 'This person has too many open streams', {
          retriable: true,
          details: { retryAfterSeconds: RETRY_AFTER_SECONDS },
        });
      streams.set(accountId, opened + 1);
      const load = (): Promise<DataRequest> => requests.get(session, id);
      const gone = new AbortController();
      // Watching starts before the first query, so that no change is missed.
      const watch = changes.watch(id);
      reply.raw.once('close', () => {
        gone.abort();
        watch.close();
        const left = (streams.get(accountId) ?? 1) - 1;
        if (left === 0) streams.delete(accountId);
        else streams.set(accountId, left);
      });
      const first = await load();
      await audit({ action: 'request.watch', accountId, sessionId, subject: id });
      return reply
        .type('text/event-stream; charset=utf-8')
        .header('X-Accel-Buffering', 'no')
        .send(Readable.from(events(first, load, watch, sessionId, AbortSignal.any([gone.signal, draining]))));
    },
  );
}

import { MhbError } from '@mhb-kit/core/error';
import { expiryInstant, isRunning } from '@mhb-kit/core/request';
import { json, tagged } from '../http/answers.js';
import type { Call, Handlers } from '../http/router.js';
import type { StoredRequest } from '../state/requests.js';
import type { OpenSession } from '../state/sessions.js';
import type { Parts } from './parts.js';

const RETRY_AFTER_SECONDS = '2';

/** The operations for data requests (資料申請), with the FHIR bulk-data pattern and server-sent events. */
export function requestOperations(parts: Parts) {
  const { activity, authentication, catalogue, requests, sessions } = parts;

  /** Streams the request after every change, until the request or the session ends, or the page is closed. */
  function events(request: StoredRequest, session: OpenSession, signal: AbortSignal): ReadableStream {
    const encoder = new TextEncoder();
    const gone = new AbortController();
    const until = AbortSignal.any([signal, gone.signal]);
    let next: string | null = null;
    return new ReadableStream<Uint8Array>({
      async pull(controller) {
        let data = JSON.stringify(requests.view(request));
        while (data === next && isRunning(request)) {
          await requests.nextChange(until);
          if (until.aborted || !sessions.isOpen(session.id)) break;
          data = JSON.stringify(requests.view(request));
        }
        if (data !== next && !until.aborted && sessions.isOpen(session.id)) {
          next = data;
          controller.enqueue(encoder.encode(`event: request\ndata: ${data}\n\n`));
          if (isRunning(request)) return;
        }
        controller.close();
      },
      cancel() {
        gone.abort();
      },
    });
  }

  const own = async (call: Call): Promise<{ session: OpenSession; request: StoredRequest }> => {
    const session = await authentication.session(call, 'requests');
    return { session, request: requests.get(session, call.id) };
  };

  return {
    'GET /v1/catalogue': () =>
      json<'GET /v1/catalogue'>(200, { categories: catalogue }, { 'Cache-Control': 'public, max-age=300' }),

    'POST /v1/requests': async (call) => {
      const key = call.headers.get('Idempotency-Key') ?? '';
      if (!/^[\w-]{16,64}$/.test(key)) throw new MhbError('invalid-request', 'No idempotency key');
      const session = await authentication.session(call, 'requests');
      const { request, created } = requests.create(session, key);
      if (created) activity.record('request.create', session.account, session, request.id);
      return json<'POST /v1/requests'>(202, requests.view(request), {
        'Content-Location': `/v1/requests/${request.id}`,
        'Retry-After': RETRY_AFTER_SECONDS,
      });
    },

    'GET /v1/requests': async (call) => {
      const session = await authentication.session(call, 'requests');
      activity.record('request.list', session.account, session);
      return tagged<'GET /v1/requests'>(call, 200, {
        requests: requests.list(session),
      });
    },

    'GET /v1/requests/{id}': async (call) => {
      const { session, request } = await own(call);
      activity.record('request.read', session.account, session, request.id);
      const view = requests.view(request);
      return isRunning(view)
        ? tagged<'GET /v1/requests/{id}'>(call, 202, view, {
            'Retry-After': RETRY_AFTER_SECONDS,
            'X-Progress': `${Math.round(view.progress * 100)} %`,
          })
        : tagged<'GET /v1/requests/{id}'>(call, 200, view, {
            Expires: expiryInstant(view.requestedOn).toUTCString(),
          });
    },

    'GET /v1/requests/{id}/events': async (call) => {
      const { session, request } = await own(call);
      activity.record('request.watch', session.account, session, request.id);
      return new Response(events(request, session, call.signal), {
        headers: { 'Content-Type': 'text/event-stream; charset=utf-8' },
      });
    },
  } satisfies Handlers;
}

import { MhbError } from '@mhb-kit/core/error';
import { json } from '../http/answers.js';
import type { Handlers } from '../http/router.js';
import type { Parts } from './parts.js';

const READING: readonly string[] = ['requests', 'archives'];

/** The operations for legal representatives whom the operator has recorded. */
export function representationOperations(parts: Parts) {
  const { activity, authentication, embedders, representations, service, sessions } = parts;

  function requireOwnPage(embedder: string | null): void {
    if (embedder !== null && embedders.find(embedder)?.login.includes('direct') !== true)
      throw new MhbError('not-found', 'Websites that use connect mode cannot access this');
  }

  return {
    'GET /v1/representations': async (call) => {
      const { account, embedder, representation } = await authentication.session(call, 'requests');
      requireOwnPage(embedder);
      return json<'GET /v1/representations'>(
        200,
        representation === undefined && service.representations
          ? representations.list(account, (each) => activity.lastReadBy(account, each))
          : { represents: [], representedBy: [] },
      );
    },

    'POST /v1/representations/{id}/sessions': async (call) => {
      const session = await authentication.session(call, 'requests');
      requireOwnPage(session.embedder);
      if (session.representation !== undefined || !service.representations)
        throw new MhbError(
          'not-found',
          'Representations are disabled, or the session is already for another person',
        );
      const representation = representations.find(session.account, call.id);
      const { represented, representative } = representation;
      if (represented.isSuspended) throw new MhbError('account-suspended', 'The account is suspended');
      const opened = sessions.open({
        account: represented,
        key: session.key,
        assurance: session.assurance,
        embedder: session.embedder,
        scopes: session.scopes.filter((scope) => READING.includes(scope)),
        representation,
        openedFrom: session,
      });
      activity.record('session.open', represented, opened);
      activity.record('representation.use', represented, opened);
      activity.record('representation.open', representative, session);
      return json<'POST /v1/representations/{id}/sessions'>(201, sessions.openedView(opened), {
        Location: '/v1/sessions/current',
      });
    },
  } satisfies Handlers;
}

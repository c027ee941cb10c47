import { MhbError } from '@mhb-kit/core/error';
import { empty, json } from '../http/answers.js';
import type { Handlers } from '../http/router.js';
import type { Parts } from './parts.js';

/** The operations for card readers on people's own computers, with which a login needs no code. */
export function trustedReaderOperations({ clock, activity, authentication }: Parts) {
  return {
    'GET /v1/account/readers': async (call) => {
      const session = await authentication.session(call, 'account');
      activity.record('account.read', session.account, session);
      const readers = [...session.account.readers.values()].filter(({ expiresAt }) => expiresAt > clock());
      return json<'GET /v1/account/readers'>(200, {
        readers: readers
          .toSorted((one, other) => other.lastUsedAt.getTime() - one.lastUsedAt.getTime())
          .map(({ id, addedAt, lastUsedAt, expiresAt }) => ({
            id,
            addedAt: addedAt.toISOString(),
            lastUsedAt: lastUsedAt.toISOString(),
            expiresAt: expiresAt.toISOString(),
          })),
      });
    },

    'DELETE /v1/account/readers/{id}': async (call) => {
      const session = await authentication.session(call, 'account');
      const { readers } = session.account;
      const found = [...readers].find(([, { id }]) => id === call.id);
      if (found === undefined) throw new MhbError('not-found', 'This person has no such card reader');
      readers.delete(found[0]);
      activity.record('reader.forget', session.account, session);
      return empty(204);
    },
  } satisfies Handlers;
}

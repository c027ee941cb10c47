import { MhbError } from '@mhb-kit/core/error';
import { json } from '../http/answers.js';
import type { Handlers } from '../http/router.js';
import type { Parts } from './parts.js';

/** The operations of the access record, which tells people who has read their records and when. */
export function activityOperations({ activity, authentication }: Parts) {
  return {
    'GET /v1/activity': async (call) => {
      const session = await authentication.session(call, 'activity');
      const before = call.query.get('before');
      if (before !== null && Number.isNaN(Date.parse(before)))
        throw new MhbError('invalid-request', 'Not an instant');
      const page = activity.page(session.account, before);
      activity.record('activity.read', session.account, session);
      return json<'GET /v1/activity'>(200, page);
    },
  } satisfies Handlers;
}

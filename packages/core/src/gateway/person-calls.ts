import type { AccountDetails, ActivityPage, SessionSummary } from './account-contract.js';
import type { GatewayClient } from './contract.js';
import type { Call } from './transport.js';

type PersonCalls = Pick<
  GatewayClient,
  'sessions' | 'endSession' | 'activity' | 'account' | 'changeContact' | 'confirmMobile' | 'changePassword'
>;

/** What somebody who is signed in sees and does about their account and sessions. */
export function createPersonCalls(
  call: (call: Call) => Promise<Response>,
  json: <T>(call: Call) => Promise<T>,
): PersonCalls {
  return {
    async sessions({ signal } = {}) {
      const { sessions } = await json<{ readonly sessions: readonly SessionSummary[] }>({
        method: 'GET',
        path: '/v1/sessions',
        signal,
      });
      return sessions;
    },
    async endSession(id, { signal } = {}) {
      await call({ method: 'DELETE', path: `/v1/sessions/${encodeURIComponent(id)}`, signal });
    },
    activity: ({ before } = {}, { signal } = {}) =>
      json<ActivityPage>({
        method: 'GET',
        path: `/v1/activity${before === undefined ? '' : `?${new URLSearchParams({ before })}`}`,
        signal,
      }),
    account: ({ signal } = {}) => json<AccountDetails>({ method: 'GET', path: '/v1/account', signal }),
    changeContact: (change, { signal } = {}) =>
      json<AccountDetails>({ method: 'PATCH', path: '/v1/account', body: change, signal }),
    confirmMobile: (code, { signal } = {}) =>
      json<AccountDetails>({
        method: 'POST',
        path: '/v1/account/mobile-confirmations',
        body: { code },
        signal,
      }),
    async changePassword(change, { signal } = {}) {
      await call({ method: 'POST', path: '/v1/account/password', body: change, signal });
    },
  };
}

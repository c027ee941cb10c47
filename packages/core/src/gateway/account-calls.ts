import type { GatewayClient } from './contract.js';
import type { AnswerOf, Operation } from './operations.js';
import type { Call, Transport } from './transport.js';

type PersonCalls = Pick<
  GatewayClient,
  | 'sessions'
  | 'endSession'
  | 'activity'
  | 'account'
  | 'changeContact'
  | 'confirmMobile'
  | 'changePassword'
  | 'trustedReaders'
  | 'forgetReader'
  | 'releaseCertificate'
  | 'suspendAccount'
>;

/** Creates the calls with which a logged-in person manages their account and sessions. */
export function createPersonCalls(
  call: Transport,
  json: <O extends Operation>(call: Call<O>) => Promise<AnswerOf<O>>,
): PersonCalls {
  return {
    async sessions({ signal } = {}) {
      const { sessions } = await json({ operation: 'GET /v1/sessions', signal });
      return sessions;
    },
    async endSession(id, { signal } = {}) {
      await call({ operation: 'DELETE /v1/sessions/{id}', id, signal });
    },
    activity: ({ before } = {}, { signal } = {}) =>
      json({
        operation: 'GET /v1/activity',
        ...(before === undefined ? {} : { query: { before } }),
        signal,
      }),
    account: ({ signal } = {}) => json({ operation: 'GET /v1/account', signal }),
    changeContact: (change, { signal } = {}) =>
      json({ operation: 'PATCH /v1/account', body: change, signal }),
    confirmMobile: (code, { signal } = {}) =>
      json({ operation: 'POST /v1/account/mobile-confirmations', body: { code }, signal }),
    async trustedReaders({ signal } = {}) {
      const { readers } = await json({ operation: 'GET /v1/account/readers', signal });
      return readers;
    },
    async forgetReader(id, { signal } = {}) {
      await call({ operation: 'DELETE /v1/account/readers/{id}', id, signal });
    },
    async releaseCertificate(currentPassword, { signal } = {}) {
      await call({ operation: 'POST /v1/account/certificate-releases', body: { currentPassword }, signal });
    },
    async suspendAccount(currentPassword, { signal } = {}) {
      await call({ operation: 'POST /v1/account/suspensions', body: { currentPassword }, signal });
    },
    async changePassword(change, { signal } = {}) {
      await call({ operation: 'POST /v1/account/password', body: change, signal });
    },
  };
}

import { MhbError } from '../error.js';
import type { Session } from './login-contract.js';
import type { AnswerOf, OpenedSession, Operation } from './operations.js';
import type { PasskeyCalls } from './passkey-contract.js';
import { canAutofill, deviceName, hasAuthenticator, makePasskey, signWithPasskey } from './passkey-device.js';
import type { Call, Transport } from './transport.js';

/** Creates the calls for passkeys. Only pages that offer passkeys load this module. */
export function createPasskeyCalls(
  call: Transport,
  json: <O extends Operation>(call: Call<O>) => Promise<AnswerOf<O>>,
  enter: (opened: OpenedSession) => Session,
): PasskeyCalls {
  const authentication = 'proof';
  const loginOptions: PasskeyCalls['loginOptions'] = ({ signal } = {}) =>
    json({ operation: 'POST /v1/passkey-challenges', authentication, signal });
  const complete: PasskeyCalls['complete'] = (completion, { signal } = {}) =>
    json({
      operation: 'POST /v1/passkey-enrolments/completions',
      authentication,
      body: completion,
      signal,
    });
  return {
    available: hasAuthenticator,
    autofillAvailable: canAutofill,
    async logIn({ autofill = false, signal } = {}) {
      const options = await loginOptions(signal === undefined ? {} : { signal });
      const credential = await signWithPasskey(options, autofill, signal);
      const body = { method: 'passkey', credential } as const;
      const answer = await json({ operation: 'POST /v1/sessions', body, authentication, signal });
      if ('handle' in answer)
        throw new MhbError('internal', 'The gateway requested a code after a login with a passkey');
      return enter(answer);
    },
    async make(ticket, { options }, { signal } = {}) {
      const credential = await makePasskey(options, signal);
      return complete({ ticket, name: deviceName(), credential }, signal === undefined ? {} : { signal });
    },
    loginOptions,
    async list({ signal } = {}) {
      const { passkeys } = await json({ operation: 'GET /v1/account/passkeys', signal });
      return passkeys;
    },
    async remove(id, { signal } = {}) {
      await call({ operation: 'DELETE /v1/account/passkeys/{id}', id, signal });
    },
    begin: (currentPassword, { signal } = {}) =>
      json({ operation: 'POST /v1/account/passkey-enrolments', body: { currentPassword }, signal }),
    enrolment: (id, { signal } = {}) =>
      json({ operation: 'GET /v1/account/passkey-enrolments/{id}', id, signal }),
    async confirm(id, code, { signal } = {}) {
      await call({
        operation: 'POST /v1/account/passkey-enrolments/{id}/confirmations',
        id,
        body: { code },
        signal,
      });
    },
    open: (ticket, { signal } = {}) =>
      json({ operation: 'POST /v1/passkey-enrolments/openings', authentication, body: { ticket }, signal }),
    complete,
  };
}

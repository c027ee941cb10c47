import { MhbError } from '@mhb-kit/core/error';
import { empty, json } from '../http/answers.js';
import { fourDigits, password, read, shape } from '../http/body.js';
import type { Call, Handlers } from '../http/router.js';
import type { OpenSession } from '../state/sessions.js';
import type { Parts } from './parts.js';

/**
 * The operations for passkeys, if a test has enabled them. Passkeys can be listed, removed, and added with a phone
 * that the test simulates. Nothing is signed, so this gateway refuses to create a passkey on this device or to log
 * in with one, as a gateway without passkeys does.
 */
export function passkeyOperations(parts: Parts) {
  const { activity, attempts, authentication, embedders, passkeys, service } = parts;
  const off = (): never => {
    throw new MhbError('login-method-unavailable', 'No passkeys are accepted here');
  };
  const inSession = async (call: Call): Promise<OpenSession> => {
    const session = await authentication.session(call, 'account');
    return service.passkeys ? session : off();
  };
  const byProof = async (call: Call): Promise<Response> => {
    await authentication.proofOfLogin(call);
    return off();
  };
  return {
    'POST /v1/passkey-challenges': async (call) => {
      embedders.directPlace(call.headers.get('Origin'));
      return byProof(call);
    },
    'GET /v1/account/passkeys': async (call) => {
      const session = await inSession(call);
      activity.record('account.read', session.account, session);
      return json<'GET /v1/account/passkeys'>(200, { passkeys: [...passkeys.list(session.account)] });
    },
    'DELETE /v1/account/passkeys/{id}': async (call) => {
      const session = await inSession(call);
      passkeys.remove(session.account, call.id);
      activity.record('passkey.remove', session.account, session, call.id);
      return empty(204);
    },
    'POST /v1/account/passkey-enrolments': async (call) => {
      const session = await inSession(call);
      const { account } = session;
      const { currentPassword } = read<'POST /v1/account/passkey-enrolments'>(
        call,
        shape({ currentPassword: password }),
      );
      passkeys.requireRoom(account);
      const attempt = attempts.begin(account.nationalId, `account:${account.id}`);
      if (account.password !== currentPassword) throw attempt.failed();
      attempt.succeeded();
      return json<'POST /v1/account/passkey-enrolments'>(201, passkeys.begin(session));
    },
    'GET /v1/account/passkey-enrolments/{id}': async (call) =>
      json<'GET /v1/account/passkey-enrolments/{id}'>(200, passkeys.state(await inSession(call), call.id)),
    'POST /v1/account/passkey-enrolments/{id}/confirmations': async (call) => {
      const session = await inSession(call);
      const { code } = read<'POST /v1/account/passkey-enrolments/{id}/confirmations'>(
        call,
        shape({ code: fourDigits }),
      );
      passkeys.confirm(session, call.id, code);
      activity.record('passkey.add', session.account, session);
      return empty(204);
    },
    'POST /v1/passkey-enrolments/openings': byProof,
    'POST /v1/passkey-enrolments/completions': byProof,
  } satisfies Handlers;
}

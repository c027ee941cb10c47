import { MhbError } from '@mhb-kit/core/error';
import type { Call, Handlers } from '../http/router.js';
import type { Parts } from './parts.js';

/** The operator has not turned passkeys on: as the real gateway answers then. */
export function passkeyOperations({ authentication, embedders }: Parts) {
  const off = (): never => {
    throw new MhbError('login-method-unavailable', 'No passkeys are accepted here');
  };
  const inSession = async (call: Call): Promise<Response> => {
    await authentication.session(call, 'account');
    return off();
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
    'GET /v1/account/passkeys': inSession,
    'DELETE /v1/account/passkeys/{id}': inSession,
    'POST /v1/account/passkey-enrolments': inSession,
    'GET /v1/account/passkey-enrolments/{id}': inSession,
    'POST /v1/account/passkey-enrolments/{id}/confirmations': inSession,
    'POST /v1/passkey-enrolments/openings': byProof,
    'POST /v1/passkey-enrolments/completions': byProof,
  } satisfies Handlers;
}

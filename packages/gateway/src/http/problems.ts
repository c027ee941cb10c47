import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { MhbError, toMhbError } from '@mhb-kit/core/error';
import { describeError, type MhbErrorCode } from '@mhb-kit/core/error-messages';
import { isOutage } from '../storage/outage.js';

/** Problem details (RFC 9457) with the error codes of this project. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: MhbErrorCode;
  readonly retriable: boolean;
  readonly details: MhbError['details'];
}

/** The HTTP status for each error code that a route throws. Any other code is reported as an internal error. */
const statusOf: Partial<Readonly<Record<MhbErrorCode, number>>> = {
  'invalid-request': 400,
  'challenge-expired': 400,
  'attestation-refused': 400,
  'ticket-invalid': 400,
  'code-wrong': 400,
  'code-expired': 400,
  'card-mismatch': 400,
  'connect-failed': 400,
  'passkey-refused': 400,
  'cert-invalid': 400,
  'password-not-acceptable': 422,
  'password-guessable': 422,
  'not-signed-in': 401,
  'session-expired': 401,
  'token-expired': 401,
  'proof-refused': 401,
  'proof-nonce-required': 401,
  'login-failed': 401,
  'assurance-too-low': 403,
  'account-suspended': 403,
  'identity-not-confirmed': 403,
  'login-method-unavailable': 403,
  'direct-login-not-allowed': 403,
  'scope-missing': 403,
  'stronger-login-required': 403,
  'signature-invalid': 403,
  'id-mismatch': 403,
  'cert-expired': 403,
  'cert-not-yet-valid': 403,
  'cert-wrong-purpose': 403,
  'cert-untrusted': 403,
  'cert-revoked': 403,
  'embedder-not-registered': 403,
  'health-link-passcode-wrong': 401,
  'health-link-host-refused': 403,
  'health-links-off': 403,
  'not-found': 404,
  'health-link-gone': 404,
  'request-not-ready': 409,
  'request-expired': 410,
  'range-not-satisfiable': 416,
  'health-link-too-large': 413,
  'rendering-too-large': 413,
  'health-link-damaged': 422,
  // The fault lies with the other server, whose name is not logged.
  'health-link-unreachable': 424,
  'nothing-selected': 422,
  'selection-unavailable': 422,
  'too-many-attempts': 429,
  'guesses-used-up': 429,
  'quota-reached': 429,
  'too-many-requests': 429,
  'revocation-unavailable': 503,
  'service-unavailable': 503,
};

/** The challenge in a 401 response (RFC 9110 §11.6.1), with the error names of RFC 6750 and RFC 9449. */
const authenticateErrors: Partial<Readonly<Record<MhbErrorCode, string>>> = {
  'not-signed-in': '',
  'session-expired': ' error="invalid_token",',
  'token-expired': ' error="invalid_token",',
  'proof-refused': ' error="invalid_dpop_proof",',
  'proof-nonce-required': ' error="use_dpop_nonce",',
};

export function problemOf(error: MhbError, language: string): Problem {
  return {
    type: `urn:mhb-kit:problem:${error.code}`,
    title: describeError(error.code, language).message,
    status: statusOf[error.code] ?? 500,
    code: error.code,
    retriable: error.retriable,
    details: error.details,
  };
}

/** Returns Chinese if that is the browser's first language, and English otherwise. */
export function languageOf(request: FastifyRequest): 'zh-Hant' | 'en' {
  return /^\s*zh\b/i.test(request.headers['accept-language'] ?? '') ? 'zh-Hant' : 'en';
}

/** Converts errors of fastify and its plugins to `MhbError`. */
function fromFastify(error: FastifyError): MhbError {
  const { statusCode = 500 } = error;
  if (statusCode === 429) {
    return new MhbError('too-many-requests', 'Rate limit', { retriable: true, cause: error });
  }
  if (statusCode === 503) {
    return new MhbError('service-unavailable', 'Under pressure', { retriable: true, cause: error });
  }
  if (statusCode === 404) return new MhbError('not-found', 'No such resource', { cause: error });
  if (statusCode >= 400 && statusCode < 500) {
    return new MhbError('invalid-request', 'The format of the request is not valid', { cause: error });
  }
  if (isOutage(error)) {
    return new MhbError('service-unavailable', 'Stored data cannot be reached', {
      retriable: true,
      cause: error,
    });
  }
  return toMhbError(error);
}

/** Sends a problem document. Logs internal errors, but not the data that were received. */
export async function sendProblem(
  thrown: FastifyError | MhbError,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<void> {
  const error = thrown instanceof MhbError ? thrown : fromFastify(thrown);
  const language = languageOf(request);
  const problem = problemOf(error, language);
  if (problem.status >= 500) {
    request.log.error(
      { code: error.code, err: error.cause ?? error, route: request.routeOptions.url },
      'failed',
    );
  }
  const authenticate = authenticateErrors[error.code];
  if (authenticate !== undefined) void reply.header('WWW-Authenticate', `DPoP${authenticate} algs="ES256"`);
  const { retryAfterSeconds } = error.details;
  if (problem.status === 429 && typeof retryAfterSeconds === 'number') {
    void reply.header('Retry-After', retryAfterSeconds);
  }
  if (problem.status === 503) void reply.header('Retry-After', 5);
  await reply
    .code(problem.status)
    .header('Content-Language', language)
    .header('Cache-Control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    // `JSON.stringify` is used without a response schema, because the format is always the same.
    .serializer(JSON.stringify)
    .send(problem);
}

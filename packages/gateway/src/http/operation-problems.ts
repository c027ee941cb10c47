import { MhbError, type MhbErrorCode } from '@mhb-kit/core/error';
import { problemOf } from './problems.js';

/** What each operation may refuse with, for the OpenAPI document; the fuzzed requests hold the gateway to it. */

const everywhere: readonly MhbErrorCode[] = [
  'invalid-request',
  'embedder-not-registered',
  'too-many-requests',
  'internal',
  'service-unavailable',
];
const proof: readonly MhbErrorCode[] = ['proof-refused', 'proof-nonce-required'];
const session: readonly MhbErrorCode[] = [
  ...proof,
  'not-signed-in',
  'session-expired',
  'token-expired',
  'scope-missing',
];
const reading: readonly MhbErrorCode[] = [
  'challenge-expired',
  'attestation-refused',
  'assurance-too-low',
  'direct-login-not-allowed',
];
const certificate: readonly MhbErrorCode[] = [
  'login-method-unavailable',
  'cert-invalid',
  'cert-expired',
  'cert-not-yet-valid',
  'cert-wrong-purpose',
  'cert-untrusted',
  'cert-revoked',
  'revocation-unavailable',
  'signature-invalid',
  'id-mismatch',
];
const password: readonly MhbErrorCode[] = ['password-not-acceptable', 'password-guessable'];
const smsCode: readonly MhbErrorCode[] = ['code-wrong', 'code-expired'];

const particular: Readonly<Record<string, readonly MhbErrorCode[]>> = {
  'POST /v1/sessions': [...proof, ...reading, ...certificate, 'login-failed', 'too-many-attempts'],
  'POST /v1/sessions/confirmations': [...proof, ...smsCode, 'direct-login-not-allowed'],
  'DELETE /v1/sessions/{id}': ['not-found'],
  'POST /v1/connect/codes': ['connect-failed'],
  'POST /v1/connect/tokens': [...proof, 'connect-failed'],
  'POST /v1/registrations': [...reading, ...password, 'card-mismatch'],
  'POST /v1/registrations/reminders': reading,
  'POST /v1/registrations/openings': ['ticket-invalid'],
  'POST /v1/registrations/confirmations': [...reading, ...smsCode, 'ticket-invalid', 'card-mismatch'],
  'POST /v1/password-resets': reading,
  'POST /v1/password-resets/completions': [...reading, ...password, 'login-failed', 'too-many-attempts'],
  'GET /v1/account': ['not-found'],
  'PATCH /v1/account': ['login-failed', 'too-many-attempts', 'not-found'],
  'POST /v1/account/mobile-confirmations': smsCode,
  'POST /v1/account/password': [...password, 'login-failed', 'too-many-attempts'],
  'POST /v1/email-confirmations': ['ticket-invalid'],
  'GET /v1/requests/{id}': ['not-found', 'request-expired'],
  'GET /v1/requests/{id}/events': ['not-found', 'request-expired'],
  'POST /v1/requests/{id}/archives': [
    'not-found',
    'request-expired',
    'request-not-ready',
    'nothing-selected',
    'selection-unavailable',
  ],
  'GET /v1/archives/{id}': ['not-found', 'request-expired', 'range-not-satisfiable'],
};

interface DocumentedSchema {
  readonly hide?: boolean;
  readonly security?: readonly object[];
  readonly response?: unknown;
}

/** The schema of a route as the document tells it: with a name, and with each of its problems by its status. */
export function documented<T extends DocumentedSchema>(schema: T, method: string, url: string): T {
  if (schema.hide === true) return schema;
  const path = url.replaceAll(/:(\w+)/g, '{$1}');
  const codes = [
    ...everywhere,
    ...(schema.security === undefined ? [] : session),
    ...(particular[`${method} ${path}`] ?? []),
  ];
  const problems = new Map<number, Record<string, { readonly value: object }>>();
  for (const code of codes) {
    const value = problemOf(new MhbError(code), 'en');
    problems.set(value.status, { ...problems.get(value.status), [code]: { value } });
  }
  const refusals = [...problems].map(([status, examples]) => [
    String(status),
    {
      description: Object.keys(examples).join(', '),
      content: { 'application/problem+json': { schema: { $ref: 'Problem#' }, examples } },
    },
  ]);
  const answers = Object.entries(schema.response ?? {}).filter(([status]) => status !== 'default');
  return {
    ...schema,
    operationId: nameOf(method, path),
    response: Object.fromEntries([...answers, ...refusals]) as object,
  };
}

/** `getRequestsById`. */
function nameOf(method: string, path: string): string {
  const words =
    path
      .replace(/^\/(?:v1|\.well-known)/, '')
      .replaceAll('{', 'by-')
      .match(/[a-z0-9]+/gi) ?? [];
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('');
}

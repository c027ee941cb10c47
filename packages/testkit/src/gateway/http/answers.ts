import type { MhbError, MhbErrorCode } from '@mhb-kit/core/error';
import type { AnswerOf, Operation } from '@mhb-kit/core/gateway';
import { describeError } from '@mhb-kit/core/error-messages';
import { sha256Hex } from '../state/hashes.js';
import { problemStatuses } from './problem-statuses.js';

/** Creates the JSON response of an operation, with core's type. */
export function json<Name extends Operation>(
  status: number,
  value: NoInfer<AnswerOf<Name>>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return jsonOf(status, value, headers);
}

/** Creates a JSON response with any value, for operations that core's client does not call. */
export function jsonOf<T>(
  status: number,
  value: NoInfer<T>,
  headers: Readonly<Record<string, string>> = {},
): Response {
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  });
}

/** Creates a response without a body. */
export const empty = (status: 202 | 204 | 304, headers: Readonly<Record<string, string>> = {}): Response =>
  new Response(null, { status, headers });

/**
 * Creates a JSON response with an `ETag`, or a 304 response without a body if the caller already has the current
 * version (RFC 9110 §13.1.2).
 */
export async function tagged<Name extends Operation>(
  call: { readonly headers: Headers },
  status: number,
  value: NoInfer<AnswerOf<Name>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const tag = `"${(await sha256Hex(bytes)).slice(0, 22)}"`;
  const known = call.headers.get('If-None-Match')?.includes(tag) === true;
  return known
    ? empty(304, { ETag: tag, ...headers })
    : json<Name>(status, value, { ETag: tag, 'Cache-Control': 'private, no-cache', ...headers });
}

/**
 * The error part of the challenge in a 401 response (RFC 9110 §11.6.1). The error names come from RFC 6750 and RFC
 * 9449.
 */
const authenticateErrors: Partial<Readonly<Record<MhbErrorCode, string>>> = {
  'not-signed-in': '',
  'session-expired': ' error="invalid_token",',
  'token-expired': ' error="invalid_token",',
  'proof-refused': ' error="invalid_dpop_proof",',
  'proof-nonce-required': ' error="use_dpop_nonce",',
};

/** Creates a response with problem details (RFC 9457). */
export function problem(error: MhbError, acceptLanguage: string | null): Response {
  const language = /^\s*zh\b/i.test(acceptLanguage ?? '') ? 'zh-Hant' : 'en';
  const { code, retriable, details } = error;
  const status = problemStatuses[code] ?? 500;
  const { retryAfterSeconds } = details;
  const body = {
    type: `urn:mhb-kit:problem:${code}`,
    title: describeError(code, language).message,
    status,
    code,
    retriable,
    details,
  };
  const headers = new Headers({
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': language,
  });
  const authenticate = authenticateErrors[code];
  if (authenticate !== undefined) headers.set('WWW-Authenticate', `DPoP${authenticate} algs="ES256"`);
  if (status === 429 && typeof retryAfterSeconds === 'number')
    headers.set('Retry-After', String(retryAfterSeconds));
  if (status === 503) headers.set('Retry-After', '5');
  return new Response(JSON.stringify(body), { status, headers });
}

import { MhbError } from '@mhb-kit/core/error';
import type { SessionScope } from '@mhb-kit/core/gateway';
import type { Embedder, Embedders } from '../embedders/embedders.js';

/**
 * A website's authorization request: an OAuth 2.0 authorization code (RFC 6749 §4.1) with PKCE (RFC 7636) and DPoP
 * (RFC 9449 §10).
 */
export interface Authorization {
  readonly embedder: Required<Embedder>;
  /** The redirect URI, exactly as it is registered. */
  readonly redirectUri: string;
  readonly scopes: readonly SessionScope[];
  readonly state: string;
  /** The SHA-256 hash of the code verifier, in base64url. */
  readonly codeChallenge: string;
  /** The thumbprint of the key to which the session will be bound. */
  readonly keyThumbprint: string;
}

const HASH = /^[\w-]{43}$/;
const STATE = /^[\w.-]{8,128}$/;

/**
 * Parses the query of an authorization request. Errors are shown on the gateway's own page without a redirect,
 * because a correct page never makes an invalid request.
 * @throws {MhbError} `connect-failed`
 */
export function readAuthorization(query: string, embedders: Embedders): Authorization {
  const parameters = new URLSearchParams(query);
  const fail = (reason: string): MhbError => new MhbError('connect-failed', reason);
  const one = (name: string): string => {
    const [value, ...more] = parameters.getAll(name);
    if (value === undefined || more.length > 0) throw fail(`Not exactly one ${name}`);
    return value;
  };
  const embedder = embedders.find(one('client_id'));
  const redirectUri = one('redirect_uri');
  if (embedder?.login.includes('connect') !== true || !embedder.redirectUris.includes(redirectUri))
    throw fail('The website or its redirect URI is not registered');
  const codeChallenge = one('code_challenge');
  const keyThumbprint = one('dpop_jkt');
  const state = one('state');
  const words = one('scope').split(' ');
  const scopes = embedder.scopes.filter((scope) => words.includes(scope));
  if (
    one('response_type') !== 'code' ||
    one('code_challenge_method') !== 'S256' ||
    !HASH.test(codeChallenge) ||
    !HASH.test(keyThumbprint) ||
    !STATE.test(state) ||
    // A request is refused unless all its scopes can be granted, because the page would notice a missing scope
    // only later.
    scopes.length !== new Set(words).size
  ) {
    throw fail('This gateway does not support this authorization request');
  }
  return { embedder, redirectUri, scopes, state, codeChallenge, keyThumbprint };
}

/**
 * Returns the redirect address with the response parameters. It contains this gateway's issuer name (RFC 9207), so
 * that another gateway's response cannot be mistaken for it.
 */
export function answerAddress(
  { redirectUri, state }: Authorization,
  issuer: string,
  answer: { readonly code: string } | { readonly error: 'access_denied' },
): string {
  const address = new URL(redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state, iss: issuer }))
    address.searchParams.set(name, value);
  return address.href;
}

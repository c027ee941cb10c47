import type { SessionScope } from './login-contract.js';

/** Connect mode: a page of another organisation gets a session without ever seeing a password or a PIN. */

/** The requesting page, as the operator has registered it. */
export interface ConnectTarget {
  /** The embedder's id. */
  readonly clientId: string;
  /** The address to which the answer returns, exactly as registered. */
  readonly redirectUri: string;
  /** Default: `requests` and `archives`. */
  readonly scopes?: readonly SessionScope[];
}

/** What a website exchanges for a session: the code from the answer, with the values of the request (RFC 7636). */
export interface ConnectGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string;
}

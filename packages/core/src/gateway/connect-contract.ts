import type { SessionScope } from './login-contract.js';

/** Connect mode: a third party's page gets a session without ever seeing a password or a PIN. */

/** Which page asks, as the operator has registered it. */
export interface ConnectTarget {
  /** The embedder's id. */
  readonly clientId: string;
  /** Where the answer comes back to, to the letter as registered. */
  readonly redirectUri: string;
  /** Default: `requests` and `archives`. */
  readonly scopes?: readonly SessionScope[];
}

/** What a website redeems for a session: the code of an answer, with what it was asked for by (RFC 7636). */
export interface ConnectGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string;
}

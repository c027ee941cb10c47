import type { SessionScope } from './login-contract.js';

/** In connect mode, another organization's page gets a session without ever seeing a password or a PIN. */

/** The requesting page, as the operator has registered it. */
export interface ConnectTarget {
  /** The embedder's id. */
  readonly clientId: string;
  /** The redirect URI, exactly as registered. */
  readonly redirectUri: string;
  /** Defaults to `requests` and `archives`. */
  readonly scopes?: readonly SessionScope[];
}

/**
 * The data that a website exchanges for a session: the code from the response, and the values from its own
 * request (RFC 7636).
 */
export interface ConnectGrant {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly code: string;
  readonly codeVerifier: string;
}

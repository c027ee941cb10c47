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

/** Who asks for what, for the person who decides. */
export interface ConnectRequest {
  readonly clientName: string;
  /** Where the answer goes: the origin of the redirect address. */
  readonly origin: string;
  readonly scopes: readonly SessionScope[];
}

export type ConnectDecision = 'allow' | 'deny';

import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
import { MhbError } from '@mhb-kit/core/error';
import { SECOND } from '../../scheduling/clock.js';

/**
 * The options for SMART Backend Services (HL7 SMART App Launch 2.2, "Backend Services"). The gateway identifies
 * itself with its own key and gets a short-lived token for the FHIR server.
 */
export interface SmartBackendOptions {
  /**
   * The address of the FHIR server, which states the address of its token server in
   * `.well-known/smart-configuration`.
   */
  readonly baseUrl: string;
  readonly clientId: string;
  /** The address of the token server, for FHIR servers that do not state it. */
  readonly tokenUrl?: string;
  /**
   * The requested scope. Defaults to permission to read `types`, in the syntax of SMART 2 or SMART 1, depending on
   * the server.
   */
  readonly scope?: string;
  /**
   * Returns the private keys, starting with the one to sign with. It is called for every token request, so that
   * keys can change without a restart. If the server does not know the first key yet, the next key is used.
   */
  readonly keys: () => Promise<readonly JWK[]>;
  /** The resource types in the default scope. */
  readonly types: readonly string[];
  /** The time limit for each call in milliseconds. Defaults to 10,000. */
  readonly callTimeout?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/**
 * Returns the token to send. `refused` is a token that the server did not accept; if it is still stored, a new
 * token is requested.
 */
export type Authorize = (signal: AbortSignal, refused?: string) => Promise<string>;

interface Token {
  readonly value: string;
  /** The time until which the token can be used, on the clock of `performance.now()`. */
  readonly until: number;
}

/** The lifetime of an assertion. SMART allows up to five minutes. A new assertion is created for each call. */
const ASSERTION_SECONDS = 120;
/** How long before its expiry a token is renewed, so that no call is made with an expired token. */
const MARGIN = 30 * SECOND;
/** The assumed lifetime of a token if the server does not state it. */
const UNSTATED_SECONDS = 60;

export function createSmartAuthorization(options: SmartBackendOptions): Authorize {
  const fetch = options.fetch ?? globalThis.fetch;
  let current: Promise<Token> | null = null;

  /**
   * Calls the token server. The call does not use a caller's signal, because all waiting callers share it, and if
   * one of them cancels, the remaining callers still need the token.
   */
  async function call(url: string, init: RequestInit): Promise<Answer> {
    const signal = AbortSignal.timeout(options.callTimeout ?? 10 * SECOND);
    try {
      const response = await fetch(url, { ...init, redirect: 'error', signal });
      const body: unknown = await response.json().catch(() => null);
      return { ok: response.ok, body: typeof body === 'object' && body !== null ? body : {} };
    } catch {
      throw new MhbError('service-unavailable', 'The token server does not respond', { retriable: true });
    }
  }

  async function configuration(): Promise<{ tokenUrl: string; scope: string }> {
    const { baseUrl, tokenUrl, scope } = options;
    if (tokenUrl !== undefined && scope !== undefined) return { tokenUrl, scope };
    const address = `${baseUrl.replace(/\/$/, '')}/.well-known/smart-configuration`;
    const { body } = await call(address, { headers: { Accept: 'application/json' } });
    const { token_endpoint: found, capabilities } = body as {
      token_endpoint?: unknown;
      capabilities?: unknown;
    };
    const second = Array.isArray(capabilities) && capabilities.includes('permission-v2');
    const asked = tokenUrl ?? found;
    if (typeof asked !== 'string' || !isPrivate(asked)) {
      throw new MhbError(
        'service-unavailable',
        'The FHIR server does not state the address of its token server',
      );
    }
    return {
      tokenUrl: asked,
      scope: scope ?? options.types.map((type) => `system/${type}.${second ? 'rs' : 'read'}`).join(' '),
    };
  }

  async function ask(tokenUrl: string, scope: string, key: JWK): Promise<Answer> {
    const alg = key.alg ?? (key.kty === 'RSA' ? 'RS384' : 'ES384');
    const assertion = await new SignJWT()
      .setProtectedHeader({ alg, typ: 'JWT', ...(key.kid === undefined ? {} : { kid: key.kid }) })
      .setIssuer(options.clientId)
      .setSubject(options.clientId)
      .setAudience(tokenUrl)
      .setJti(randomUUID())
      .setIssuedAt()
      .setExpirationTime(`${ASSERTION_SECONDS}s`)
      .sign(await importJWK(key, alg));
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    });
    return call(tokenUrl, { method: 'POST', body: form, headers: { Accept: 'application/json' } });
  }

  async function fetchToken(): Promise<Token> {
    const { tokenUrl, scope } = await configuration();
    const keys = await options.keys();
    for (const key of keys) {
      const { ok, body } = await ask(tokenUrl, scope, key);
      const {
        access_token: value,
        expires_in: seconds,
        error,
      } = body as {
        access_token?: unknown;
        expires_in?: unknown;
        error?: unknown;
      };
      if (ok && typeof value === 'string' && value !== '') {
        const holds = typeof seconds === 'number' && seconds > 0 ? seconds : UNSTATED_SECONDS;
        // For a short-lived token, the margin is half of its lifetime; otherwise, the token could never be used.
        const margin = Math.min(MARGIN, (holds * SECOND) / 2);
        return { value, until: performance.now() + holds * SECOND - margin };
      }
      // Trying the next key helps only if the server does not know the current key yet.
      if (error !== 'invalid_client') break;
    }
    throw new MhbError('service-unavailable', 'The token server returned no token', { retriable: true });
  }

  return async (signal, refused) => {
    for (;;) {
      signal.throwIfAborted();
      const isOurs = current === null;
      const asked = (current ??= fetchToken());
      const token = await asked.catch((error: unknown) => {
        if (current === asked) current = null;
        throw error;
      });
      // If this call has just requested the token, it does not request another one, even if the server sent the
      // refused token again.
      if (isOurs || (token.until > performance.now() && token.value !== refused)) return token.value;
      if (current === asked) current = null;
    }
  };
}

interface Answer {
  readonly ok: boolean;
  readonly body: object;
}

/**
 * Checks that the address of a token server uses TLS or is on this machine, because another server might have
 * stated it.
 */
function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

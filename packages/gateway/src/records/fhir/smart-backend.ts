import { randomUUID } from 'node:crypto';
import { importJWK, SignJWT, type JWK } from 'jose';
import { MhbError } from '@mhb-kit/core/error';
import { SECOND } from '../../scheduling/clock.js';

/**
 * SMART Backend Services (HL7 SMART App Launch 2.2, "Backend Services"): the gateway proves with a key of its own who it is, and
 * gets a short-lived token for the FHIR server.
 */
export interface SmartBackendOptions {
  /** The FHIR server; says where tokens are given in `.well-known/smart-configuration`. */
  readonly baseUrl: string;
  readonly clientId: string;
  /** Where tokens are given, for servers that do not say. */
  readonly tokenUrl?: string;
  /** Default: to read the types that are read here, in the words of SMART 2 or of SMART 1, as the server says. */
  readonly scope?: string;
  /**
   * The private keys, the one to sign with first. Asked again for every token, so that keys change without a restart: while the
   * server knows only an older one, that is used.
   */
  readonly keys: () => Promise<readonly JWK[]>;
  /** Types that the default scope asks for. */
  readonly types: readonly string[];
  /** Of one call, in milliseconds; default 10,000. */
  readonly callTimeout?: number;
  readonly fetch?: typeof globalThis.fetch;
}

/** Gives the token to send; `refused` is one that the server did not take, and is not given again. */
export type Authorize = (signal: AbortSignal, refused?: string) => Promise<string>;

interface Token {
  readonly value: string;
  /** On the clock of `performance.now()`. */
  readonly until: number;
}

/** SMART allows an assertion five minutes; one is made for each call. */
const ASSERTION_SECONDS = 120;
/** A token is given up so long before its end, that no call meets it. */
const MARGIN = 30 * SECOND;
/** Where the server does not say how long a token holds. */
const UNSTATED_SECONDS = 60;

export function createSmartAuthorization(options: SmartBackendOptions): Authorize {
  const fetch = options.fetch ?? globalThis.fetch;
  let current: Promise<Token> | null = null;

  /** A token is for all who wait for it: no caller's end is the end of the call. */
  async function call(url: string, init: RequestInit): Promise<Answer> {
    const signal = AbortSignal.timeout(options.callTimeout ?? 10 * SECOND);
    try {
      const response = await fetch(url, { ...init, redirect: 'error', signal });
      const body: unknown = await response.json().catch(() => null);
      return { ok: response.ok, body: typeof body === 'object' && body !== null ? body : {} };
    } catch {
      throw new MhbError('service-unavailable', 'The token server does not answer', { retriable: true });
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
      throw new MhbError('service-unavailable', 'The FHIR server does not say where tokens are given');
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
        // A token of seconds is used at once or not at all.
        const margin = Math.min(MARGIN, (holds * SECOND) / 2);
        return { value, until: performance.now() + holds * SECOND - margin };
      }
      // Only a key that is not known yet leaves the next one a chance.
      if (error !== 'invalid_client') break;
    }
    throw new MhbError('service-unavailable', 'The token server gives no token', { retriable: true });
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
      // One that was asked for here is not asked for again, whatever it is.
      if (isOurs || (token.until > performance.now() && token.value !== refused)) return token.value;
      if (current === asked) current = null;
    }
  };
}

interface Answer {
  readonly ok: boolean;
  readonly body: object;
}

/** A server that was named by another one: by TLS, or without leaving the machine. */
function isPrivate(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return (
    protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname))
  );
}

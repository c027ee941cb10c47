import { createHash, randomUUID } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK, generateKeyPair, SignJWT, type JWTPayload } from 'jose';
import { ming, portal, type TestBridge, type TestPerson } from './support.js';

export interface RawAnswer {
  readonly status: number;
  /** The code of a problem document; otherwise `accepted`. */
  readonly code: string;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

/** A gateway, and a bridge that it may know. */
export interface RawTarget {
  readonly gateway: { readonly url: string };
  readonly bridge: TestBridge;
  /** Default: the platform's. */
  readonly fetch?: typeof globalThis.fetch;
}

/** A hand-written client, for calls that the real one would never make. */
export class RawClient {
  readonly #test: RawTarget;
  readonly #keys = generateKeyPair('ES256');
  readonly origin: string;
  nonce = '';

  constructor(test: RawTarget, origin = portal) {
    this.#test = test;
    this.origin = origin;
  }

  async thumbprint(): Promise<string> {
    return calculateJwkThumbprint(await exportJWK((await this.#keys).publicKey));
  }

  async proof(method: string, path: string, token?: string, changes: JWTPayload = {}): Promise<string> {
    const { privateKey, publicKey } = await this.#keys;
    const ath = token === undefined ? {} : { ath: createHash('sha256').update(token).digest('base64url') };
    const claims = {
      jti: randomUUID(),
      htm: method,
      htu: this.#test.gateway.url + path,
      nonce: this.nonce,
      ...ath,
    };
    return new SignJWT({ ...claims, ...changes })
      .setProtectedHeader({ alg: 'ES256', typ: 'dpop+jwt', jwk: await exportJWK(publicKey) })
      .setIssuedAt()
      .sign(privateKey);
  }

  async send(
    method: string,
    path: string,
    headers: Record<string, string> = {},
    body?: unknown,
  ): Promise<Response> {
    const send = this.#test.fetch ?? fetch;
    const response = await send(this.#test.gateway.url + path, {
      method,
      headers: {
        Origin: this.origin,
        ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    this.nonce = response.headers.get('DPoP-Nonce') ?? this.nonce;
    return response;
  }

  /** A call with a valid proof, with a token or to get one. */
  async call(
    method: string,
    path: string,
    token?: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<RawAnswer> {
    if (this.nonce === '') await this.send('POST', '/v1/challenges');
    const proof = await this.proof(method, path.replace(/\?.*$/, ''), token);
    const authorization = token === undefined ? {} : { Authorization: `DPoP ${token}` };
    const response = await this.send(method, path, { DPoP: proof, ...authorization, ...headers }, body);
    const text = await response.text();
    const parsed = (text === '' ? {} : JSON.parse(text)) as Record<string, unknown>;
    return {
      status: response.status,
      code: response.ok ? 'accepted' : String(parsed['code']),
      body: parsed,
      headers: response.headers,
    };
  }

  /** A `GET` with a valid proof, and its unchanged response. */
  async get(path: string, token: string, headers: Record<string, string> = {}): Promise<Response> {
    const proof = await this.proof('GET', path, token);
    return this.send('GET', path, { DPoP: proof, Authorization: `DPoP ${token}`, ...headers });
  }

  /** A challenge of the gateway. */
  async challenge(): Promise<string> {
    const { body } = await this.call('POST', '/v1/challenges');
    return String(body['nonce']);
  }

  async logIn(person: TestPerson = ming): Promise<string> {
    const nonce = await this.challenge();
    const { nationalId, cardNumber, password } = person;
    const attestation = await this.#test.bridge.attest({
      basic: { nationalId, cardNumber },
      origin: this.origin,
      nonce,
    });
    const credentials = { method: 'nhi-card', password, nonce, cardNumber, nationalId, attestation };
    const { body } = await this.call('POST', '/v1/sessions', undefined, credentials);
    return String(body['accessToken']);
  }

  async list(token: string, proof: string, scheme = 'DPoP'): Promise<string> {
    const response = await this.send('GET', '/v1/requests', {
      Authorization: `${scheme} ${token}`,
      DPoP: proof,
    });
    return response.ok ? 'accepted' : ((await response.json()) as { code: string }).code;
  }
}

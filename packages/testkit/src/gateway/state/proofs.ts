import { calculateJwkThumbprint, compactVerify, EmbeddedJWK, type JWK } from 'jose';
import { MhbError } from '@mhb-kit/core/error';
import { sha256Base64url } from './hashes.js';
import { newSecret } from './secrets.js';
import { MINUTE, type Clock } from './time.js';

/** A nonce is valid in the time slot in which it was issued and in the next slot. */
const SLOT = 5 * MINUTE;

export interface ProofExpectation {
  readonly method: string;
  readonly url: string;
  /** The token that the proof must be bound to; absent when logging in. */
  readonly accessToken?: string;
  /** The thumbprint of the key to which the response is encrypted; the proof must contain this thumbprint. */
  readonly encryptionKey?: string;
}

/**
 * Verifies proofs of possession (DPoP, RFC 9449) as the real gateway does: signature, binding, nonce and single
 * use.
 */
export class Proofs {
  readonly #clock: Clock;
  readonly #nonces = new Map<number, string>();
  readonly #used = new Set<string>();

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  currentNonce(): string {
    const slot = this.#slot();
    const nonce = this.#nonces.get(slot) ?? newSecret();
    this.#nonces.set(slot, nonce);
    return nonce;
  }

  /**
   * Verifies a proof and returns the thumbprint of its key (RFC 7638).
   * @throws {MhbError} `proof-refused`, `proof-nonce-required`
   */
  async verify(
    proof: string | null,
    { method, url, accessToken, encryptionKey }: ProofExpectation,
  ): Promise<string> {
    const refused = new MhbError('proof-refused', 'The DPoP proof was not accepted');
    if (proof === null) throw refused;
    const { key, claims } = await open(proof).catch(() => {
      throw refused;
    });
    const isBound = accessToken === undefined || claims['ath'] === (await sha256Base64url(accessToken));
    const namesKey = encryptionKey === undefined || claims['enc_jkt'] === encryptionKey;
    const { jti } = claims;
    if (claims['htm'] !== method || claims['htu'] !== url || typeof jti !== 'string' || !isBound || !namesKey)
      throw refused;
    const slot = this.#slot();
    const fresh = [this.#nonces.get(slot), this.#nonces.get(slot - 1)];
    if (typeof claims['nonce'] !== 'string' || !fresh.includes(claims['nonce']))
      throw new MhbError('proof-nonce-required', 'The proof needs a fresh nonce', { retriable: true });
    const use = `${key}:${jti}`;
    if (this.#used.has(use)) throw refused;
    this.#used.add(use);
    return key;
  }

  #slot(): number {
    return Math.floor(this.#clock().getTime() / SLOT);
  }
}

async function open(
  proof: string,
): Promise<{ readonly key: string; readonly claims: Readonly<Record<string, unknown>> }> {
  const { payload, protectedHeader } = await compactVerify(proof, EmbeddedJWK, { algorithms: ['ES256'] });
  if (protectedHeader.typ !== 'dpop+jwt') throw new Error('Not a proof');
  const claims = JSON.parse(new TextDecoder().decode(payload)) as Readonly<Record<string, unknown>>;
  return { key: await calculateJwkThumbprint(protectedHeader.jwk as JWK), claims };
}

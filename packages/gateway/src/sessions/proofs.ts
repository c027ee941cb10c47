import { createHmac, timingSafeEqual } from 'node:crypto';
import { MhbError } from '@mhb-kit/core/error';
import { MINUTE, SECOND, type Clock } from '../scheduling/clock.js';
import { sha256 } from '../secrets/gateway-keys.js';
import type { ReplayStore } from './replay-store.js';
import { createProofReader } from './signed-proof.js';

/**
 * Proofs of possession (DPoP, RFC 9449). Freshness is ensured by the gateway's nonce (§8), not by the browser's
 * `iat`, because a kiosk's clock might be wrong. The nonce is a time slot with a MAC, so it need not be stored.
 */
const SLOT = 5 * MINUTE;
/** A nonce is valid in its own slot and in the next one. */
const LONGEST_LIFE = 2 * SLOT;

export interface ProofExpectation {
  readonly method: string;
  /** The URL without its query and fragment. */
  readonly url: string;
  /** The access token that the proof must be bound to (`ath`); absent when logging in. */
  readonly accessToken?: string;
  /** The thumbprint of the key to which the response is encrypted; the proof must contain it (`enc_jkt`). */
  readonly encryptionKey?: string;
}

export interface Proofs {
  /** The nonce for the next proof. */
  currentNonce(): string;
  /**
   * Verifies a proof and returns the thumbprint of its key (RFC 7638).
   * @throws {MhbError} `proof-refused`, `proof-nonce-required`
   */
  verify(proof: string | undefined, expectation: ProofExpectation): Promise<string>;
}

export function createProofs(key: Uint8Array, replays: ReplayStore, clock: Clock): Proofs {
  const readProof = createProofReader();
  const nonces = new Map<number, string>();
  /** Returns the nonce of a slot. Nonces are cached because every response contains one. */
  function nonceOf(slot: number): string {
    const known = nonces.get(slot);
    if (known !== undefined) return known;
    const nonce = createHmac('sha256', key).update(`proof-nonce:${slot}`).digest('base64url');
    if (nonces.size >= 2) nonces.clear();
    nonces.set(slot, nonce);
    return nonce;
  }
  const slotNow = (): number => Math.floor(clock().getTime() / SLOT);

  function isFresh(nonce: unknown): boolean {
    if (typeof nonce !== 'string') return false;
    const given = Buffer.from(nonce);
    return [slotNow(), slotNow() - 1].some((slot) => {
      const expected = Buffer.from(nonceOf(slot));
      return expected.length === given.length && timingSafeEqual(expected, given);
    });
  }

  return {
    currentNonce: () => nonceOf(slotNow()),
    async verify(proof, { method, url, accessToken, encryptionKey }) {
      const refuse = (): MhbError => new MhbError('proof-refused', 'The DPoP proof was not accepted');
      if (proof === undefined) throw refuse();
      const signed = readProof(proof);
      if (signed === null) throw refuse();
      const { thumbprint, payload } = signed;
      const { jti, htm, htu, nonce, ath, exp, nbf, enc_jkt: named } = payload;
      const now = clock().getTime();
      if (
        htm !== method ||
        htu !== url ||
        typeof jti !== 'string' ||
        jti.length < 8 ||
        jti.length > 128 ||
        (exp !== undefined && !(typeof exp === 'number' && exp * SECOND > now)) ||
        (nbf !== undefined && !(typeof nbf === 'number' && nbf * SECOND <= now)) ||
        (encryptionKey !== undefined && named !== encryptionKey) ||
        (accessToken !== undefined && ath !== Buffer.from(sha256(accessToken)).toString('base64url'))
      ) {
        throw refuse();
      }
      if (!isFresh(nonce)) {
        throw new MhbError('proof-nonce-required', 'The proof needs a fresh nonce', { retriable: true });
      }
      if (!(await replays.isFirstUse(`${thumbprint}:${jti}`, clock().getTime() + LONGEST_LIFE)))
        throw refuse();
      return thumbprint;
    },
  };
}

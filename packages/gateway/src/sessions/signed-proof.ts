import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import { sha256 } from '../secrets/gateway-keys.js';

/** A proof whose signature has been verified with the key in its header. */
export interface SignedProof {
  /** The RFC 7638 thumbprint of the key. */
  readonly thumbprint: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

interface ProofKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The length in bytes of `r` and `s` together for P-256 (RFC 7518 §3.4). */
const SIGNATURE_LENGTH = 64;
/** The number of browser keys that are cached. A key is useless once its page is closed. */
const KEYS_KEPT = 10_000;
/** One part of a JWS in `BASE64URL`, in which each byte sequence has exactly one encoding (RFC 7515 §2). */
const PART = /^[\w-]+$/;

/**
 * Creates a function that checks the form and the signature of DPoP proofs (RFC 9449 §4.2, §4.3). A proof is a
 * compact JWS, signed with ES256, with the public P-256 key in its header. The check is synchronous, because every
 * call from a browser needs it, and handing so little work to another thread costs more than doing it here.
 */
export function createProofReader(): (proof: string) => SignedProof | null {
  const keys = new Map<string, KeyObject>();

  function keyOf(jwk: ProofKey, thumbprint: string): KeyObject {
    const known = keys.get(thumbprint);
    if (known !== undefined) return known;
    const key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
    if (keys.size >= KEYS_KEPT) keys.delete(keys.keys().next().value ?? '');
    keys.set(thumbprint, key);
    return key;
  }

  return (proof) => {
    const [head = '', body = '', mark = '', ...rest] = proof.split('.');
    if (rest.length > 0 || ![head, body, mark].every((part) => PART.test(part))) return null;
    try {
      const header = parse(head);
      const payload = parse(body);
      const jwk = publicKeyIn(header);
      const signature = Buffer.from(mark, 'base64url');
      if (header['alg'] !== 'ES256' || header['typ'] !== 'dpop+jwt' || 'crit' in header || jwk === null)
        return null;
      if (signature.length !== SIGNATURE_LENGTH || signature.toString('base64url') !== mark) return null;
      const thumbprint = thumbprintOf(jwk);
      const key = keyOf(jwk, thumbprint);
      const signed = Buffer.from(`${head}.${body}`);
      return verify('sha256', signed, { key, dsaEncoding: 'ieee-p1363' }, signature)
        ? { thumbprint, payload }
        : null;
    } catch {
      // The header is not JSON, or the key is not a point on the curve.
      return null;
    }
  };
}

function parse(part: string): Readonly<Record<string, unknown>> {
  const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Error('No object');
  return value as Readonly<Record<string, unknown>>;
}

function publicKeyIn({ jwk }: Readonly<Record<string, unknown>>): ProofKey | null {
  if (typeof jwk !== 'object' || jwk === null || 'd' in jwk) return null;
  const { kty, crv, x, y } = jwk as Readonly<Record<string, unknown>>;
  if (kty !== 'EC' || crv !== 'P-256' || typeof x !== 'string' || typeof y !== 'string') return null;
  return { kty, crv, x, y };
}

/** RFC 7638 §3.2 requires exactly these members, in this order. */
const thumbprintOf = ({ crv, kty, x, y }: ProofKey): string =>
  Buffer.from(sha256(JSON.stringify({ crv, kty, x, y }))).toString('base64url');

import { createECDH, createPrivateKey, hkdfSync } from 'node:crypto';
import { calculateJwkThumbprint, FlattenedSign } from 'jose';
import { MANIFEST_SIGNATURE_TYPE, writeManifest, type Manifest } from '@mhb-kit/core/manifest';

/** A public key of the gateway, with which archives can be verified even years later. */
export interface IssuerKey {
  readonly kty: 'EC';
  readonly crv: 'P-256';
  readonly x: string;
  readonly y: string;
}

/** The issuer's public key as a member of a key set (RFC 7517). */
export interface PublishedKey extends IssuerKey {
  /** The thumbprint of the key (RFC 7638). */
  readonly kid: string;
  readonly use: 'sig';
  readonly alg: 'ES256';
}

/** Signs the manifests of archives, and publishes the keys for verifying them. */
export interface Issuer {
  /** The key set (RFC 7517) for verifying signatures: the current key, followed by former keys. */
  readonly keySet: { readonly keys: readonly PublishedKey[] };
  /** Returns the manifest in the form in which it is stored, and its detached signature (RFC 7515, appendix F). */
  sign(manifest: Manifest): Promise<{ readonly manifest: Uint8Array; readonly signature: Uint8Array }>;
}

/** The order of the P-256 group (SEC 2, §2.4.2). */
const ORDER = 0xffffffff_00000000_ffffffff_ffffffff_bce6faad_a7179e84_f3b9cac2_fc632551n;
const SCALAR_LENGTH = 32;
/**
 * The seed is 64 bits longer than the order, so that the remainder is almost uniformly distributed (FIPS 186-5,
 * A.2.1).
 */
const SEED_LENGTH = SCALAR_LENGTH + 8;

/**
 * Derives the signing key from the secret. Gateways with the same root key therefore have the same signing key,
 * which need not be stored.
 */
function privateKeyFrom(secret: Uint8Array): IssuerKey & { readonly d: string } {
  const seed = Buffer.from(hkdfSync('sha256', secret, new Uint8Array(), 'mhb-gateway:v1:es256', SEED_LENGTH));
  const scalar = (BigInt(`0x${seed.toString('hex')}`) % (ORDER - 1n)) + 1n;
  const d = Buffer.from(scalar.toString(16).padStart(2 * SCALAR_LENGTH, '0'), 'hex');
  const ecdh = createECDH('prime256v1');
  ecdh.setPrivateKey(d);
  // The uncompressed form consists of the byte 04, x, and y.
  const point = ecdh.getPublicKey();
  const part = (start: number): string => point.subarray(start, start + SCALAR_LENGTH).toString('base64url');
  return { kty: 'EC', crv: 'P-256', x: part(1), y: part(1 + SCALAR_LENGTH), d: d.toString('base64url') };
}

/**
 * @param formerKeys public keys derived from earlier root keys, so that archives signed with those keys can still
 * be verified
 */
export async function createIssuer(
  secret: Uint8Array,
  formerKeys: readonly IssuerKey[] = [],
): Promise<Issuer> {
  const { d, ...publicJwk } = privateKeyFrom(secret);
  const key = createPrivateKey({ key: { ...publicJwk, d }, format: 'jwk' });
  const named = async ({ kty, crv, x, y }: IssuerKey): Promise<PublishedKey> => {
    const bare = { kty, crv, x, y };
    return { ...bare, kid: await calculateJwkThumbprint(bare), use: 'sig', alg: 'ES256' };
  };
  const own = await named(publicJwk);
  const header = { alg: 'ES256', typ: MANIFEST_SIGNATURE_TYPE, kid: own.kid };
  return {
    keySet: { keys: [own, ...(await Promise.all(formerKeys.map(named)))] },
    async sign(manifest) {
      const bytes = writeManifest(manifest);
      const { protected: head = '', signature } = await new FlattenedSign(bytes)
        .setProtectedHeader(header)
        .sign(key);
      return { manifest: bytes, signature: new TextEncoder().encode(`${head}..${signature}`) };
    },
  };
}

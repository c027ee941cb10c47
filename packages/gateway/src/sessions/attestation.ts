import {
  calculateJwkThumbprint,
  compactVerify,
  decodeProtectedHeader,
  importJWK,
  type CryptoKey,
  type JWK,
} from 'jose';
import { MhbError } from '@mhb-kit/core/error';

/** A card bridge that the operator has enrolled. */
export interface EnrolledBridge {
  /** A name for the operator's own lists. */
  readonly name: string;
  /** The bridge's public device key, on the P-256 curve. */
  readonly publicJwk: JWK;
}

/**
 * The content that an attestation must have: the card, the challenge, and the page for which the card was read.
 */
export interface AttestationExpectation {
  readonly cardNumber: string;
  readonly nationalId: string;
  readonly nonce: string;
  /** The page's origin, or the gateway's own origin if the call names no page. */
  readonly origin: string;
}

/** A reading that a bridge has signed. */
export interface AttestedCard {
  /** The RFC 7638 thumbprint of the bridge's key. */
  readonly bridge: string;
  /** Whether the operator has enrolled the bridge. If not, anyone could have created the bridge's key. */
  readonly enrolled: boolean;
  /** `null` if the name on the card is truncated or contains user-defined characters. */
  readonly name: string | null;
}

export interface Attestations {
  /** The bridges that the operator has enrolled. */
  readonly enrolled: readonly { readonly name: string; readonly keyThumbprint: string }[];
  /**
   * Returns the content that a bridge signed, or `null` if there is no attestation or if the bridge is not
   * enrolled and does not include its key.
   * @throws {MhbError} `attestation-refused` if a bridge signed something else.
   */
  verify(attestation: string | null, expectation: AttestationExpectation): Promise<AttestedCard | null>;
}

interface BridgeKey {
  readonly bridge: string;
  readonly enrolled: boolean;
  readonly key: CryptoKey | Uint8Array;
}

/**
 * The `typ` of a bridge's signature over a card reading. It distinguishes the reading from other data that the
 * bridge signs with the same key.
 */
const READING_TYPE = 'nhi-reading+jwt';

export async function createAttestations(bridges: readonly EnrolledBridge[]): Promise<Attestations> {
  const enrolled = new Map(
    await Promise.all(
      bridges.map(
        async ({ publicJwk }) =>
          [await calculateJwkThumbprint(publicJwk), await importJWK(publicJwk, 'ES256')] as const,
      ),
    ),
  );

  /**
   * Returns the key of the attestation: the enrolled key that the header names, or else the key that the header
   * includes.
   */
  async function keyOf(attestation: string): Promise<BridgeKey | null> {
    const { kid, jwk } = decodeProtectedHeader(attestation);
    const known = kid === undefined ? undefined : enrolled.get(kid);
    if (kid !== undefined && known !== undefined) return { bridge: kid, enrolled: true, key: known };
    if (jwk === undefined) return null;
    const { kty = '', crv = '', x = '', y = '' } = jwk;
    const shown = { kty, crv, x, y };
    if (kty !== 'EC' || crv !== 'P-256') throw new Error('This is not the key of a bridge');
    return {
      bridge: await calculateJwkThumbprint(shown),
      enrolled: false,
      key: await importJWK(shown, 'ES256'),
    };
  }

  return {
    enrolled: await Promise.all(
      bridges.map(async ({ name, publicJwk }) => ({
        name,
        keyThumbprint: await calculateJwkThumbprint(publicJwk),
      })),
    ),
    async verify(attestation, expectation) {
      if (attestation === null) return null;
      const refused = (cause?: unknown): MhbError =>
        new MhbError('attestation-refused', 'The attestation of the card reading is not valid', { cause });
      try {
        const signer = await keyOf(attestation);
        if (signer === null) return null;
        const { payload, protectedHeader } = await compactVerify(attestation, signer.key, {
          algorithms: ['ES256'],
        });
        if (protectedHeader.typ !== READING_TYPE) throw new Error('Not a reading');
        const claims = JSON.parse(new TextDecoder().decode(payload)) as AttestationClaims;
        if (!meets(claims, expectation)) throw new Error('The attestation is for another reading');
        const { name, nameQuality } = claims.basic ?? {};
        const { bridge, enrolled: isEnrolled } = signer;
        return {
          bridge,
          enrolled: isEnrolled,
          name: typeof name === 'string' && nameQuality === 'ok' ? name : null,
        };
      } catch (error) {
        throw refused(error);
      }
    },
  };
}

interface AttestationClaims {
  readonly basic?: Readonly<Record<'cardNumber' | 'nationalId' | 'name' | 'nameQuality', unknown>>;
  readonly nonce?: unknown;
  readonly origin?: unknown;
}

function meets(claims: AttestationClaims, expected: AttestationExpectation): boolean {
  return (
    claims.basic?.cardNumber === expected.cardNumber &&
    claims.basic.nationalId === expected.nationalId &&
    claims.nonce === expected.nonce &&
    claims.origin === expected.origin
  );
}

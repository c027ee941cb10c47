import { calculateJwkThumbprint, compactVerify, decodeProtectedHeader, importJWK, type JWK } from 'jose';
import { MhbError } from '@mhb-kit/core/error';

/** A card bridge that the operator has enrolled. */
export interface EnrolledBridge {
  /** For the operator's own lists. */
  readonly name: string;
  /** The bridge's public device key: EC P-256. */
  readonly publicJwk: JWK;
}

/** What an attestation must say: this card, for this challenge, read for this page. */
export interface AttestationExpectation {
  readonly cardNumber: string;
  readonly nationalId: string;
  readonly nonce: string;
  /** The page's origin; `null` when the request does not come from a browser page. */
  readonly origin: string | null;
}

/** What an enrolled bridge vouches for beyond what was expected. */
export interface AttestedCard {
  /** `null` when the card's name is cut or holds characters of its own. */
  readonly name: string | null;
}

export interface Attestations {
  /**
   * What an enrolled bridge signed. `null`: no attestation, or by a bridge that is not enrolled.
   * @throws {MhbError} `attestation-refused` when an enrolled bridge signed something else.
   */
  verify(attestation: string | null, expectation: AttestationExpectation): Promise<AttestedCard | null>;
}

export async function createAttestations(bridges: readonly EnrolledBridge[]): Promise<Attestations> {
  const keys = new Map(
    await Promise.all(
      bridges.map(
        async ({ publicJwk }) =>
          [await calculateJwkThumbprint(publicJwk), await importJWK(publicJwk, 'ES256')] as const,
      ),
    ),
  );

  return {
    async verify(attestation, expectation) {
      if (attestation === null) return null;
      const refused = (cause?: unknown): MhbError =>
        new MhbError('attestation-refused', 'The attestation of the card reading does not hold', { cause });
      let kid: unknown;
      try {
        kid = decodeProtectedHeader(attestation).kid;
      } catch (error) {
        throw refused(error);
      }
      const key = typeof kid === 'string' ? keys.get(kid) : undefined;
      if (key === undefined) return null;
      const { payload } = await compactVerify(attestation, key, { algorithms: ['ES256'] }).catch(
        (error: unknown) => {
          throw refused(error);
        },
      );
      const claims = JSON.parse(new TextDecoder().decode(payload)) as AttestationClaims;
      if (!meets(claims, expectation)) throw refused();
      const { name, nameQuality } = claims.basic ?? {};
      return { name: typeof name === 'string' && nameQuality === 'ok' ? name : null };
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
    (expected.origin === null || claims.origin === expected.origin)
  );
}

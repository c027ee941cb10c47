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

export interface Attestations {
  /**
   * Whether the reading was made by an enrolled bridge. `false`: no attestation, or by a bridge that is not enrolled.
   * @throws {MhbError} `attestation-refused` when an enrolled bridge signed something else.
   */
  isEnrolledReading(attestation: string | null, expectation: AttestationExpectation): Promise<boolean>;
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
    async isEnrolledReading(attestation, expectation) {
      if (attestation === null) return false;
      const refused = (cause?: unknown): MhbError =>
        new MhbError('attestation-refused', 'The attestation of the card reading does not hold', { cause });
      let kid: unknown;
      try {
        kid = decodeProtectedHeader(attestation).kid;
      } catch (error) {
        throw refused(error);
      }
      const key = typeof kid === 'string' ? keys.get(kid) : undefined;
      if (key === undefined) return false;
      const { payload } = await compactVerify(attestation, key, { algorithms: ['ES256'] }).catch(
        (error: unknown) => {
          throw refused(error);
        },
      );
      if (!says(payload, expectation)) throw refused();
      return true;
    },
  };
}

function says(
  payload: Uint8Array,
  { cardNumber, nationalId, nonce, origin }: AttestationExpectation,
): boolean {
  const claims = JSON.parse(new TextDecoder().decode(payload)) as {
    readonly basic?: { readonly cardNumber?: unknown; readonly nationalId?: unknown };
    readonly nonce?: unknown;
    readonly origin?: unknown;
  };
  return (
    claims.basic?.cardNumber === cardNumber &&
    claims.basic.nationalId === nationalId &&
    claims.nonce === nonce &&
    (origin === null || claims.origin === origin)
  );
}

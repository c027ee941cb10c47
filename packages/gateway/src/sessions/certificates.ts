import type { CertificateCredentials } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import type { CdcIdentity, CertificateAuthorities, RevocationCheck } from '@mhb-kit/core/card/verify-cdc';
import type { Clock } from '../scheduling/clock.js';
import type { EnrolledBridge } from './attestation.js';
import type { Caller, Challenges } from './challenges.js';

/** Options for login with the Citizen Digital Certificate (自然人憑證). */
export interface CertificateOptions {
  /** The certificate authorities, which are pinned because no trust store contains GRCA and MOICA. */
  readonly authorities: CertificateAuthorities;
  /** Checks for revocation with OCSP, with the daily list, or with both, one after the other. */
  readonly isRevoked: RevocationCheck;
  /** Downloads the daily lists; called at startup and once a day. */
  readonly refresh?: () => Promise<unknown>;
  /**
   * Whether an enrolled bridge must vouch for each signature; default false. If true, the gateway rejects
   * signatures from bridges on home computers and from components that sign any data a page sends.
   */
  readonly enrolledBridgesOnly?: boolean;
  /** The certificate policies that are accepted; by default, those of assurance level 3 of the GPKI. */
  readonly policies?: readonly string[];
}

export interface Certificates {
  /**
   * Consumes the challenge and verifies the card's signature for the origin of the page.
   * @throws {MhbError} `challenge-expired`, `cert-…`, `revocation-unavailable`, `signature-invalid`, `id-mismatch`
   */
  verify(credentials: Omit<CertificateCredentials, 'method'>, caller: Caller): Promise<CdcIdentity>;
}

export function createCertificates(
  { authorities, isRevoked, policies, enrolledBridgesOnly = false }: CertificateOptions,
  bridges: readonly EnrolledBridge[],
  challenges: Challenges,
  clock: Clock,
): Certificates {
  const vouching = bridges.map(({ publicJwk: { kty = '', crv = '', x = '', y = '' } }) => ({
    kty,
    crv,
    x,
    y,
  }));
  return {
    async verify({ nonce, nationalId, token }, caller) {
      if (!(await challenges.consume(nonce, caller)))
        throw new MhbError(
          'challenge-expired',
          'The challenge is unknown, used, expired or from another page',
        );
      const { verifyCdcToken } = await import('@mhb-kit/core/card/verify-cdc');
      return verifyCdcToken(token, {
        origin: caller.origin,
        nonce,
        nationalId,
        authorities,
        isRevoked,
        now: clock(),
        ...(policies === undefined ? {} : { policies }),
        ...(enrolledBridgesOnly ? { bridges: vouching } : {}),
      });
    },
  };
}

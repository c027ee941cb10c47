import type { CertificateCredentials } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';
import type { CdcIdentity, CertificateAuthorities, RevocationCheck } from '@mhb-kit/core/card/verify-cdc';
import type { Clock } from '../scheduling/clock.js';
import type { EnrolledBridge } from './attestation.js';
import type { Caller, Challenges } from './challenges.js';

/** Login with the Citizen Digital Certificate (自然人憑證). */
export interface CertificateOptions {
  /** Pinned: GRCA and MOICA are in no trust store. */
  readonly authorities: CertificateAuthorities;
  /** OCSP, the list of the day, or both in turn. */
  readonly isRevoked: RevocationCheck;
  /** Fetches the lists of the day; called at the start and once a day. */
  readonly refresh?: () => Promise<unknown>;
  /**
   * Whether only signatures count that an enrolled bridge vouches for; default false. A component that signs whatever a
   * page hands it then no longer passes, and neither does a bridge at home.
   */
  readonly enrolledBridgesOnly?: boolean;
  /** Certificate policies that are good enough; default: assurance level 3 of the GPKI. */
  readonly policies?: readonly string[];
}

export interface Certificates {
  /**
   * Uses up the challenge and checks what the card signed, for the origin of the page it was signed on.
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
        throw new MhbError('challenge-expired', 'The challenge is unknown, used, too old or of another page');
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

import { sessionAssurances, type SessionAssurance } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';

export function isAtLeast(assurance: SessionAssurance, minimum: SessionAssurance): boolean {
  return sessionAssurances.indexOf(assurance) >= sessionAssurances.indexOf(minimum);
}

/**
 * Requires the card or the certificate again for changes to contact data and login methods. Someone who has
 * another person's passkey can then use the account until the passkey is removed, but cannot take over the
 * account.
 * @throws {MhbError} `stronger-login-required`
 */
export function requireProofAgain({ passkeyId }: { readonly passkeyId: string | null }): void {
  if (passkeyId !== null)
    throw new MhbError('stronger-login-required', 'The session was opened with a passkey');
}

export function tooLow(assurance: SessionAssurance, minimum: SessionAssurance): MhbError {
  return new MhbError('assurance-too-low', 'The operator requires a stronger proof of identity', {
    details: { assurance, minimumAssurance: minimum },
  });
}

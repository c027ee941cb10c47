import { sessionAssurances, type SessionAssurance } from '@mhb-kit/core/gateway';
import { MhbError } from '@mhb-kit/core/error';

export function isAtLeast(assurance: SessionAssurance, minimum: SessionAssurance): boolean {
  return sessionAssurances.indexOf(assurance) >= sessionAssurances.indexOf(minimum);
}

/**
 * What changes how somebody is reached or gets in takes the card or the certificate again: a passkey that has come into other
 * hands then opens the account until it is removed, and does not take it over.
 * @throws {MhbError} `stronger-login-required`
 */
export function requireProofAgain({ passkeyId }: { readonly passkeyId: string | null }): void {
  if (passkeyId !== null)
    throw new MhbError('stronger-login-required', 'The session was opened by a passkey');
}

export function tooLow(assurance: SessionAssurance, minimum: SessionAssurance): MhbError {
  return new MhbError('assurance-too-low', 'The operator asks for a stronger reading', {
    details: { assurance, minimumAssurance: minimum },
  });
}

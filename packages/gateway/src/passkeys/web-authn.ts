import { MhbError } from '@mhb-kit/core/error';
import type { PasskeyAssertion, PasskeyAttestation } from '@mhb-kit/core/gateway';

/** Uses `@simplewebauthn/server` to verify who signed what, for whom, and on which page. */

/**
 * ES256 and EdDSA (RFC 9053) and RS256 (RFC 8812), which `@simplewebauthn/server` can verify in every version of
 * Node.
 */
export const signatureAlgorithms = [-7, -8, -257] as const;

export interface Expected {
  readonly challenge: string;
  /** The origin of the calling page. */
  readonly origin: string;
  readonly rpId: string;
}

export interface NewCredential {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
  readonly counter: number;
  /** Whether the device's vendor may sync the key (multi-device credential). */
  readonly synced: boolean;
}

export interface KnownCredential {
  readonly credentialId: string;
  readonly publicKey: Uint8Array;
}

/** The library is loaded when the first passkey is used, because most processes never need it. */
const library = () => import('@simplewebauthn/server');

/**
 * The browser's statement about what was signed, which must not be trusted before the signature has been verified.
 */
interface ClientData {
  readonly challenge: string;
  readonly crossOrigin: boolean;
}

/** @throws {MhbError} `passkey-refused` */
export function readClientData(clientDataJSON: string): ClientData {
  try {
    const read: unknown = JSON.parse(Buffer.from(clientDataJSON, 'base64url').toString());
    if (typeof read === 'object' && read !== null && 'challenge' in read) {
      const { challenge, crossOrigin = false } = read as { challenge: unknown; crossOrigin?: unknown };
      if (typeof challenge === 'string') return { challenge, crossOrigin: crossOrigin !== false };
    }
  } catch {
    // The `throw` below reports this error.
  }
  throw refused('No client data');
}

export const refused = (reason: string, cause?: unknown): MhbError =>
  new MhbError('passkey-refused', reason, { cause });

/**
 * Refuses a signature that was made in a frame on another site's page, because that page is the one that the
 * person sees. The library accepts such a signature if there is no `topOrigin`.
 */
function requireOwnWindow(clientDataJSON: string): void {
  if (readClientData(clientDataJSON).crossOrigin)
    throw refused('The response was signed within a frame of another site');
}

/** @throws {MhbError} `passkey-refused` */
export async function verifyAttestation(
  { id, response }: PasskeyAttestation,
  { challenge, origin, rpId }: Expected,
): Promise<NewCredential> {
  requireOwnWindow(response.clientDataJSON);
  const { verifyRegistrationResponse } = await library();
  const verified = await verifyRegistrationResponse({
    response: { id, rawId: id, type: 'public-key', response, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    supportedAlgorithmIDs: [...signatureAlgorithms],
  }).catch((error: unknown) => {
    throw refused('The new key is not valid', error);
  });
  if (!verified.verified) throw refused('The new key is not valid');
  const { credential, credentialDeviceType } = verified.registrationInfo;
  return {
    credentialId: credential.id,
    publicKey: credential.publicKey,
    counter: credential.counter,
    synced: credentialDeviceType === 'multiDevice',
  };
}

/**
 * Verifies a signature, and returns the device's signature count. The caller compares the count, because the
 * library would compare it before verifying the signature, so that anyone could have a key removed as copied.
 * @throws {MhbError} `passkey-refused`
 */
export async function verifyAssertion(
  { id, response }: PasskeyAssertion,
  { challenge, origin, rpId }: Expected,
  key: KnownCredential,
): Promise<{ readonly counter: number }> {
  requireOwnWindow(response.clientDataJSON);
  const { verifyAuthenticationResponse } = await library();
  const { clientDataJSON, authenticatorData, signature } = response;
  const signed = { clientDataJSON, authenticatorData, signature };
  const verified = await verifyAuthenticationResponse({
    response: { id, rawId: id, type: 'public-key', response: signed, clientExtensionResults: {} },
    expectedChallenge: challenge,
    expectedOrigin: origin,
    expectedRPID: rpId,
    requireUserVerification: true,
    credential: { id: key.credentialId, publicKey: Uint8Array.from(key.publicKey), counter: 0 },
  }).catch((error: unknown) => {
    throw refused('The signature is not valid', error);
  });
  if (!verified.verified) throw refused('The signature was not made with this key');
  return { counter: verified.authenticationInfo.newCounter };
}
